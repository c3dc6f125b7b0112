package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.links.CountedLink;
import dev.tempest.samples.urlshortener.links.Targets;
import dev.tempest.samples.urlshortener.model.Link;
import dev.tempest.samples.urlshortener.web.Html;
import java.time.Instant;
import java.util.Objects;

/** One link: where it leads, how often it was followed, and forms to change and delete it; and what happens to those. */
final class EditPage {
    /** The name of the field that holds the version that an editor saw. */
    static final String VERSION_FIELD = "version";

    private final Layout layout;

    EditPage(Layout layout) {
        this.layout = layout;
    }

    /**
     * The page.
     *
     * @param counted with the version for which its forms are made
     * @param typed what stands in the form: where the link leads, or what was typed in its place
     * @param problem what is wrong with that; "" for nothing
     * @param notice what was just done; "" for nothing
     */
    Html page(Visitor visitor, CountedLink counted, String typed, String problem, String notice, Instant now) {
        Link link = counted.link();
        Html done = notice.isEmpty() ? Html.EMPTY : Html.of("<p class=\"notice\" role=\"status\">{}</p>\n", notice);
        String address = layout.shortAddress(link.alias());
        return layout.page(
                address,
                Html.of(
                        """
                        {}<section class="card">
                        <p class="eyebrow">Short link</p>
                        <h1 class="address"><a href="/{}" rel="noreferrer">{}</a> {}</h1>
                        <dl class="facts">
                        <div><dt>Followed</dt><dd>{}</dd></div>
                        <div><dt>Made</dt><dd>{}</dd></div>
                        <div><dt>Changed</dt><dd>{}</dd></div>
                        <div><dt>Expires</dt><dd>{}</dd></div>
                        </dl>
                        <form method="post" action="/links/{}">
                        {}{}{}<div class="actions"><button class="button" type="submit">Save</button><a class="button quiet" href="/">Back to your links</a></div>
                        </form>
                        </section>
                        <section class="card danger" aria-labelledby="delete">
                        <h2 id="delete">Delete this link</h2>
                        <p>Whoever follows it then finds nothing, and anybody may take its alias.</p>
                        <form method="post" action="/links/{}/delete">
                        {}{}<button class="button dangerous" type="submit">Delete</button>
                        </form>
                        </section>
                        """,
                        done,
                        link.alias(),
                        address,
                        link.isExpired(now) ? Html.of("<span class=\"badge\">Expired</span>") : Html.EMPTY,
                        Layout.clicks(counted.clicks()),
                        Layout.time(link.created_at()),
                        Layout.time(link.changed_at()),
                        expiry(link),
                        link.alias(),
                        Layout.formToken(visitor),
                        version(link),
                        Field.target(typed, problem, Targets.MAX_LENGTH),
                        link.alias(),
                        Layout.formToken(visitor),
                        version(link)));
    }

    /** For an editor whose change was refused: both values, and each way on. */
    Html conflict(Visitor visitor, Link stored, String typed) {
        String address = layout.shortAddress(stored.alias());
        return layout.page(
                "Changed in the meantime",
                Html.of(
                        """
                        <section class="card conflict">
                        <h1>{} was changed in the meantime</h1>
                        <p role="alert">Somebody saved another address after you had opened the page. That is what the link leads to now; <strong>yours is not stored</strong>, so that you undo nothing without knowing it.</p>
                        <div class="versus">
                        <div class="side"><h2>Stored now</h2><p class="value" id="stored">{}</p><p class="hint">saved {}</p><a class="button quiet" href="/links/{}">Keep this one</a></div>
                        <div class="side"><h2>You typed</h2><p class="value" id="typed">{}</p><p class="hint">not stored</p><form method="post" action="/links/{}">
                        {}{}<input type="hidden" name="target" value="{}"><button class="button" type="submit">Save mine over it</button>
                        </form></div>
                        </div>
                        </section>
                        """,
                        address,
                        Layout.address(stored.target()),
                        Layout.time(stored.changed_at()),
                        stored.alias(),
                        Layout.address(typed),
                        stored.alias(),
                        Layout.formToken(visitor),
                        version(stored),
                        typed));
    }

    /** For somebody who wanted to delete the link as it was. */
    Html deleteConflict(Visitor visitor, Link stored) {
        return layout.page(
                "Changed in the meantime",
                Html.of(
                        """
                        <section class="card conflict narrow">
                        <h1>{} was changed in the meantime</h1>
                        <p role="alert">Somebody saved another address after you had opened the page. The link was <strong>not deleted</strong>.</p>
                        <div class="side"><h2>Stored now</h2><p class="value" id="stored">{}</p><p class="hint">saved {}</p></div>
                        <form method="post" action="/links/{}/delete">
                        {}{}<div class="actions"><button class="button dangerous" type="submit">Delete it all the same</button><a class="button quiet" href="/links/{}">Keep it</a></div>
                        </form>
                        </section>
                        """,
                        layout.shortAddress(stored.alias()),
                        Layout.address(stored.target()),
                        Layout.time(stored.changed_at()),
                        stored.alias(),
                        Layout.formToken(visitor),
                        version(stored),
                        stored.alias()));
    }

    /** For an editor whose link was deleted: what they typed, in a form that makes it anew. */
    Html gone(Visitor visitor, String alias, String typed) {
        return layout.page(
                "No such link",
                Html.of(
                        """
                        <section class="card narrow">
                        <h1>{} is gone</h1>
                        <p role="alert">None of your links has this alias. Perhaps it was deleted after you had opened the page. Your change was <strong>not saved</strong>.</p>
                        <div class="side"><h2>You typed</h2><p class="value" id="typed">{}</p></div>
                        <form method="post" action="/links">
                        {}<input type="hidden" name="alias" value="{}"><input type="hidden" name="target" value="{}"><div class="actions"><button class="button" type="submit">Make it anew</button><a class="button quiet" href="/">To your links</a></div>
                        </form>
                        </section>
                        """,
                        layout.shortAddress(alias),
                        Layout.address(typed),
                        Layout.formToken(visitor),
                        alias,
                        typed));
    }

    private static Html version(Link link) {
        return Html.of(
                "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                VERSION_FIELD,
                Objects.requireNonNullElse(link.link_version(), ""));
    }

    private static Html expiry(Link link) {
        Long seconds = link.expires_at();
        return seconds == null ? Html.of("never") : Layout.time(Instant.ofEpochSecond(seconds));
    }
}
