package dev.tempest.internal.definition;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Writes maps, lists, strings, numbers and truth values as JSON, for people to read and for other programs. */
final class JsonText {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonText() {}

    static String of(Map<String, ?> document) {
        JsonText text = new JsonText();
        text.value(document);
        return text.out.append('\n').toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            all(map.entrySet(), '{', '}', entry -> {
                string(String.valueOf(entry.getKey()));
                out.append(": ");
                value(entry.getValue());
            });
        } else if (value instanceof Collection<?> list) {
            all(list, '[', ']', this::value);
        } else if (value instanceof String string) {
            string(string);
        } else {
            out.append(value);
        }
    }

    private <E> void all(Collection<E> elements, char open, char close, Consumer<E> writer) {
        out.append(open);
        depth++;
        for (Iterator<E> each = elements.iterator(); each.hasNext(); ) {
            line();
            writer.accept(each.next());
            out.append(each.hasNext() ? "," : "");
        }
        depth--;
        if (!elements.isEmpty()) {
            line();
        }
        out.append(close);
    }

    private void line() {
        out.append('\n').append(INDENT.repeat(depth));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                // Tools on the way may not read UTF-8.
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
