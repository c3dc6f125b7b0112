package dev.tempest.internal.picture;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML, in which all text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names, each before its value */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** An element of text only. */
    Html element(String tag, String style, String text) {
        return (style.isEmpty() ? open(tag) : open(tag, "class", style))
                .text(text)
                .close();
    }

    /** Says that the element that was begun last has no end. */
    Html end() {
        open.pop();
        return this;
    }

    /** Begins a new line, for those who read the source. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** A style sheet, which is not escaped: it is the library's own. */
    Html style(String css) {
        open("style").out.append('\n').append(css);
        return close();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) && c != '\n' ? '\uFFFD' : c);
            }
        }
    }

    /** The page. */
    String page() {
        return "<!DOCTYPE html>\n" + out + '\n';
    }
}
