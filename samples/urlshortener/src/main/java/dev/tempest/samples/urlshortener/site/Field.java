package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.web.Html;

/** What stands around an input: its label, and what is wrong with it. */
final class Field {
    private Field() {}

    /** Attributes of an input by which it is known what is wrong with it, or what it is for. */
    static Html state(String id, String problem) {
        return problem.isEmpty()
                ? Html.of(" aria-describedby=\"{}-note\"", id)
                : Html.of(" aria-invalid=\"true\" aria-describedby=\"{}-note\"", id);
    }

    /** What is wrong with an input, or else what it is for. */
    static Html note(String id, String problem, String hint) {
        return problem.isEmpty()
                ? Html.of("<p class=\"hint\" id=\"{}-note\">{}</p>", id, hint)
                : Html.of("<p class=\"problem\" id=\"{}-note\" role=\"alert\">{}</p>", id, problem);
    }

    /** A field for the address to which a link leads. */
    static Html target(String value, String problem, int maxLength) {
        return Html.of(
                """
                <div class="field">
                <label for="target">Address</label>
                <input id="target" name="target" type="text" inputmode="url" value="{}" maxlength="{}" required autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="https://example.com/a/long/way"{}>
                {}
                </div>
                """,
                value,
                maxLength,
                state("target", problem),
                note("target", problem, "Begins with https:// or http://"));
    }
}
