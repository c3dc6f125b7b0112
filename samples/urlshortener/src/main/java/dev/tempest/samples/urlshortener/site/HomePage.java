package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.links.Aliases;
import dev.tempest.samples.urlshortener.links.CountedLink;
import dev.tempest.samples.urlshortener.links.LinkPage;
import dev.tempest.samples.urlshortener.links.Targets;
import dev.tempest.samples.urlshortener.model.Link;
import dev.tempest.samples.urlshortener.web.Html;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The form for a new link, and a page of the visitor's own. */
final class HomePage {
    private final Layout layout;

    HomePage(Layout layout) {
        this.layout = layout;
    }

    /**
     * The page.
     *
     * @param firstPage whether the list begins with the newest link
     * @param notice what was just done; "" for nothing
     */
    Html page(Visitor visitor, Draft draft, LinkPage list, boolean firstPage, String notice, Instant now) {
        Html done = notice.isEmpty() ? Html.EMPTY : Html.of("<p class=\"notice\" role=\"status\">{}</p>\n", notice);
        return layout.page(
                "Shorten an address", Html.of("{}{}{}", done, form(visitor, draft), list(list, firstPage, now)));
    }

    private Html form(Visitor visitor, Draft draft) {
        List<Html> lifetimes = Arrays.stream(Lifetime.values())
                .map(lifetime -> Html.of(
                        "<option value=\"{}\"{}>{}</option>",
                        lifetime.value(),
                        lifetime == draft.lifetime() ? Html.of(" selected") : Html.EMPTY,
                        lifetime.label()))
                .toList();
        return Html.of(
                """
                <section class="card">
                <h1>Shorten an address</h1>
                <form method="post" action="/links">
                {}{}<div class="pair">
                <div class="field">
                <label for="alias">Alias <span class="optional">(optional)</span></label>
                <div class="prefixed"><span>{}</span><input id="alias" name="alias" value="{}" maxlength="{}" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="tea-time"{}></div>
                {}
                </div>
                <div class="field">
                <label for="lifetime">Expires</label>
                <select id="lifetime" name="lifetime">{}</select>
                </div>
                </div>
                <button class="button" type="submit">Shorten</button>
                </form>
                </section>
                """,
                Layout.formToken(visitor),
                Field.target(draft.target(), draft.targetProblem(), Targets.MAX_LENGTH),
                layout.ownAddress(),
                draft.alias(),
                Aliases.MAX_LENGTH,
                Field.state("alias", draft.aliasProblem()),
                Field.note("alias", draft.aliasProblem(), "Left empty, you get a random one"),
                lifetimes);
    }

    private Html list(LinkPage list, boolean firstPage, Instant now) {
        if (list.links().isEmpty()) {
            return Html.of(
                    """
                    <section aria-labelledby="yours">
                    <h2 id="yours">Your links</h2>
                    <p class="empty">{}</p>
                    </section>
                    """, firstPage ? "None yet. The first one that you make will stand here." : "No more links.");
        }
        return Html.of("""
                <section aria-labelledby="yours">
                <h2 id="yours">Your links <span class="optional">newest first</span></h2>
                <ul class="links">
                {}</ul>
                {}</section>
                """, list.links().stream().map(link -> entry(link, now)).toList(), pager(list, firstPage));
    }

    private Html entry(CountedLink counted, Instant now) {
        Link link = counted.link();
        return Html.of(
                """
                <li>
                <div class="names"><a class="short" href="/{}" rel="noreferrer">{}</a> {}<span class="target" title="{}">{}</span></div>
                <span class="clicks">{}</span>
                <span class="made">{}</span>
                <a class="button quiet small" href="/links/{}" aria-label="Edit {}">Edit</a>
                </li>
                """,
                link.alias(),
                layout.shortAddress(link.alias()),
                link.isExpired(now) ? Html.of("<span class=\"badge\">Expired</span>") : Html.EMPTY,
                link.target(),
                link.target(),
                Layout.clicks(counted.clicks()),
                Layout.time(link.created_at()),
                link.alias(),
                link.alias());
    }

    private static Html pager(LinkPage list, boolean firstPage) {
        String next = list.next();
        if (firstPage && next == null) {
            return Html.EMPTY;
        }
        Html newest = firstPage ? Html.EMPTY : Html.of("<a class=\"button quiet\" href=\"/\">Newest</a>");
        Html older = next == null
                ? Html.EMPTY
                : Html.of("<a class=\"button quiet\" rel=\"next\" href=\"/?page={}\">Older</a>", next);
        return Html.of("<nav class=\"pager\" aria-label=\"Pages of your links\">{}{}</nav>\n", newest, older);
    }
}
