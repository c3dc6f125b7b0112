package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.links.AliasTakenException;
import dev.tempest.samples.urlshortener.links.Aliases;
import dev.tempest.samples.urlshortener.links.CountedLink;
import dev.tempest.samples.urlshortener.links.InvalidInputException;
import dev.tempest.samples.urlshortener.links.LinkPage;
import dev.tempest.samples.urlshortener.links.Links;
import dev.tempest.samples.urlshortener.links.NoSuchLinkException;
import dev.tempest.samples.urlshortener.links.StaleLinkException;
import dev.tempest.samples.urlshortener.links.Targets;
import dev.tempest.samples.urlshortener.model.Link;
import dev.tempest.samples.urlshortener.web.Form;
import dev.tempest.samples.urlshortener.web.HttpError;
import dev.tempest.samples.urlshortener.web.Request;
import dev.tempest.samples.urlshortener.web.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the site does with links on request. */
final class LinkActions {
    private static final Map<String, String> NOTICES = Map.of(
            "made", "Your short link is ready.",
            "saved", "Saved.",
            "deleted", "The link is deleted.");

    private final Links links;
    private final Visitors visitors;
    private final Targets targets;
    private final HomePage homePage;
    private final EditPage editPage;
    private final InstantSource clock;

    LinkActions(Links links, URI own, Visitors visitors, Layout layout, InstantSource clock) {
        this.links = links;
        this.visitors = visitors;
        this.clock = clock;
        targets = new Targets(own);
        homePage = new HomePage(layout);
        editPage = new EditPage(layout);
    }

    Response home(Request request) {
        Form query = request.query();
        String pageToken = query.get("page");
        return home(visitors.of(request), 200, Draft.EMPTY, pageToken.isEmpty() ? null : pageToken, notice(query));
    }

    private Response home(Visitor visitor, int status, Draft draft, @Nullable String pageToken, String notice) {
        LinkPage list;
        try {
            list = links.page(visitor.token(), pageToken);
        } catch (IllegalArgumentException e) {
            throw new HttpError(400, "There is no such page in your list. Begin again with the newest links.");
        }
        return visitors.greet(
                visitor,
                Response.page(status, homePage.page(visitor, draft, list, pageToken == null, notice, clock.instant())));
    }

    Response make(Request request) {
        Form form = request.form();
        Visitor visitor = visitors.sender(request, form);
        Draft draft = new Draft(
                form.get("target"),
                form.get("alias"),
                Lifetime.of(form.get("lifetime")).orElse(Lifetime.FOREVER));
        URI target;
        try {
            target = targets.parse(draft.target());
        } catch (InvalidInputException e) {
            return home(visitor, 422, draft.withTargetProblem(e.reason()), null, "");
        }
        try {
            String alias = draft.alias().isBlank() ? null : Aliases.parse(draft.alias());
            Link link =
                    links.make(visitor.token(), target, alias, draft.lifetime().duration());
            return Response.seeOther("/links/" + link.alias() + "?done=made");
        } catch (InvalidInputException e) {
            return home(visitor, 422, draft.withAliasProblem(e.reason()), null, "");
        } catch (AliasTakenException e) {
            String problem = e.isOwn()
                    ? "You have a link \"%s\" already.".formatted(e.alias())
                    : "The alias \"%s\" is taken. Choose another one.".formatted(e.alias());
            return home(visitor, 409, draft.withAliasProblem(problem), null, "");
        }
    }

    Response show(Request request) {
        Visitor visitor = visitors.of(request);
        CountedLink counted = links.find(visitor.token(), alias(request));
        String target = counted.link().target().toString();
        return Response.page(
                200, editPage.page(visitor, counted, target, "", notice(request.query()), clock.instant()));
    }

    Response change(Request request) {
        Form form = request.form();
        Visitor visitor = visitors.sender(request, form);
        String alias = alias(request);
        String typed = form.get("target");
        try {
            links.retarget(visitor.token(), alias, version(form), targets.parse(typed));
            return Response.seeOther("/links/" + alias + "?done=saved");
        } catch (InvalidInputException e) {
            // In the form stays the version that the editor saw: they may not know the one that is stored by now.
            CountedLink counted = links.find(visitor.token(), alias);
            CountedLink seen = new CountedLink(counted.link().withVersion(version(form)), counted.clicks());
            return Response.page(422, editPage.page(visitor, seen, typed, e.reason(), "", clock.instant()));
        } catch (StaleLinkException e) {
            return Response.page(409, editPage.conflict(visitor, e.stored(), typed));
        } catch (NoSuchLinkException e) {
            return Response.page(404, editPage.gone(visitor, alias, typed));
        }
    }

    Response delete(Request request) {
        Form form = request.form();
        Visitor visitor = visitors.sender(request, form);
        try {
            links.delete(visitor.token(), alias(request), version(form));
            return Response.seeOther("/?done=deleted");
        } catch (StaleLinkException e) {
            return Response.page(409, editPage.deleteConflict(visitor, e.stored()));
        }
    }

    Response follow(Request request) {
        String alias = alias(request);
        // Who only looks where a link leads is no visitor of the target.
        boolean looksOnly = request.method().equals("HEAD");
        return Response.found(looksOnly ? links.target(alias) : links.follow(alias));
    }

    /** @throws HttpError if no link can have such an alias */
    private static String alias(Request request) {
        try {
            return Aliases.parse(request.pathParameter("alias"));
        } catch (InvalidInputException e) {
            throw new HttpError(404, "There is no link with such an alias.");
        }
    }

    private static String version(Form form) {
        String version = form.get(EditPage.VERSION_FIELD);
        if (version.isEmpty()) {
            throw new HttpError(400, "The form does not say which version it was made for.");
        }
        return version;
    }

    private static String notice(Form query) {
        return NOTICES.getOrDefault(query.get("done"), "");
    }
}
