package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.web.Html;

/** What stands around an input: its label, and what is wrong with it. */
final class Field {
    private Field() {}

    /** Attributes of an input by which it is known that it is wrong, and why. */
    static Html state(String id, String problem) {
        return problem.isEmpty()
                ? Html.of(" aria-describedby=\"{}-hint\"", id)
                : Html.of(" aria-invalid=\"true\" aria-describedby=\"{}-problem {}-hint\"", id, id);
    }

    static Html problem(String id, String problem) {
        return problem.isEmpty()
                ? Html.EMPTY
                : Html.of("<p class=\"problem\" id=\"{}-problem\" role=\"alert\">{}</p>\n", id, problem);
    }

    /** A field for the address to which a link leads. */
    static Html target(String value, String problem, int maxLength) {
        return Html.of("""
                <div class="field">
                <label for="target">Address</label>
                <input id="target" name="target" type="text" inputmode="url" value="{}" maxlength="{}" required autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="https://example.com/a/long/way"{}>
                {}<p class="hint" id="target-hint">Begins with https:// or http://</p>
                </div>
                """, value, maxLength, state("target", problem), problem("target", problem));
    }
}
