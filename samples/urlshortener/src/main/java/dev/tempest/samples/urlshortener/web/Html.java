package dev.tempest.samples.urlshortener.web;

import java.util.Iterator;
import java.util.List;

/**
 * Markup that is safe to send: whatever was put into it was escaped. A text becomes markup in no other way than by
 * {@link #of}, so none can be forgotten.
 */
public final class Html {
    /** Nothing. */
    public static final Html EMPTY = new Html("");

    private static final String PLACE = "{}";

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Fills a template.
     *
     * @param template markup, a literal in the program, with a {@code {}} for each value. In an attribute it stands between
     *     double quotes; in a style, a script or the name of anything it may not stand
     * @param values {@code Html} is put in as it is, a list of {@code Html} one after another, all else is escaped
     */
    public static Html of(String template, Object... values) {
        StringBuilder markup = new StringBuilder(template.length() + 64);
        Iterator<Object> rest = List.of(values).iterator();
        int from = 0;
        for (int place = template.indexOf(PLACE); place >= 0; place = template.indexOf(PLACE, from)) {
            markup.append(template, from, place);
            append(markup, rest.next());
            from = place + PLACE.length();
        }
        if (rest.hasNext()) {
            throw new IllegalArgumentException("There is no place for " + rest.next());
        }
        return new Html(markup.append(template, from, template.length()).toString());
    }

    private static void append(StringBuilder markup, Object value) {
        if (value instanceof Html html) {
            markup.append(html.markup);
        } else if (value instanceof List<?> list) {
            list.forEach(each -> append(markup, each));
        } else {
            escape(markup, value.toString());
        }
    }

    private static void escape(StringBuilder markup, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return markup;
    }
}
