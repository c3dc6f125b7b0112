package dev.tempest.internal.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value: objects as maps, arrays as lists, strings, truth values, integers as {@code Long} where they fit, other
 * numbers as {@code Double}. Messages say where the text is wrong, and quote nothing of it.
 *
 * <p>It is ours for a reason: the core has no dependency, the lines have few forms, and both SDKs keep their parsers to themselves.
 */
public final class Json {
    /** DynamoDB nests 32 levels, each of which is two objects in DynamoDB JSON; a stream's record adds a few. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_NUMBER = 400;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** The object that a text holds, and nothing else. */
    public static Map<String, Object> object(String text) throws BrokenRecord {
        Json json = new Json(text);
        json.skipSpace();
        if (!json.has('{')) {
            throw json.broken("an object was expected");
        }
        Map<String, @Nullable Object> object = json.object();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.broken("the text goes on after its end");
        }
        @SuppressWarnings("unchecked") // whoever reads a member looks at its type
        Map<String, Object> found = (Map<String, Object>) (Map<String, ?>) object;
        return found;
    }

    private BrokenRecord broken(String problem) {
        return new BrokenRecord("it is not valid JSON: at character " + (at + 1) + ", " + problem);
    }

    private boolean has(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private @Nullable Object value() throws BrokenRecord {
        if (at >= text.length()) {
            throw broken("a value is missing");
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) throws BrokenRecord {
        if (!text.startsWith(word, at)) {
            throw broken("a value was expected");
        }
        at += word.length();
        return value;
    }

    private void enter() throws BrokenRecord {
        at++;
        depth++;
        if (depth > DEEPEST) {
            throw broken("it is nested more deeply than DynamoDB stores");
        }
        skipSpace();
    }

    private Map<String, @Nullable Object> object() throws BrokenRecord {
        enter();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (!has('}')) {
            do {
                skipSpace();
                if (!has('"')) {
                    throw broken("a name was expected");
                }
                String name = string();
                skipSpace();
                if (!has(':')) {
                    throw broken("a colon was expected");
                }
                at++;
                skipSpace();
                Object value = value();
                if (object.containsKey(name)) {
                    throw broken("a name is repeated");
                }
                object.put(name, value);
                skipSpace();
            } while (next());
        }
        leave('}');
        return object;
    }

    private List<@Nullable Object> array() throws BrokenRecord {
        enter();
        List<@Nullable Object> array = new ArrayList<>();
        if (!has(']')) {
            do {
                skipSpace();
                array.add(value());
                skipSpace();
            } while (next());
        }
        leave(']');
        return array;
    }

    private boolean next() {
        if (has(',')) {
            at++;
            return true;
        }
        return false;
    }

    private void leave(char end) throws BrokenRecord {
        if (!has(end)) {
            throw broken("a comma or an end was expected");
        }
        at++;
        depth--;
    }

    private String string() throws BrokenRecord {
        int begin = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(begin, at++);
            }
            if (c == '\\') {
                return escaped(begin);
            }
            requireNoControl(c);
            at++;
        }
        throw broken("a string has no end");
    }

    private void requireNoControl(char c) throws BrokenRecord {
        if (c < ' ') {
            throw broken("a string has a control character");
        }
    }

    private String escaped(int begin) throws BrokenRecord {
        StringBuilder read = new StringBuilder(text.length() - begin < 1_000 ? text.length() - begin : 1_000);
        read.append(text, begin, at);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return read.toString();
            }
            requireNoControl(c);
            at++;
            read.append(c == '\\' ? escape() : c);
        }
        throw broken("a string has no end");
    }

    private char escape() throws BrokenRecord {
        if (at >= text.length()) {
            throw broken("a string has no end");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken("a string has an unknown escape");
        };
    }

    private char unicode() throws BrokenRecord {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? hexDigit(text.charAt(at)) : -1;
            if (digit < 0) {
                throw broken("a hexadecimal digit was expected");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private Number number() throws BrokenRecord {
        int begin = at;
        if (has('-')) {
            at++;
        }
        int whole = digits();
        if (whole == 0 || (whole > 1 && text.charAt(at - whole) == '0')) {
            throw broken("a value was expected");
        }
        boolean integer = true;
        if (has('.')) {
            integer = false;
            at++;
            requireDigits();
        }
        if (has('e') || has('E')) {
            integer = false;
            at++;
            if (has('+') || has('-')) {
                at++;
            }
            requireDigits();
        }
        if (at - begin > LONGEST_NUMBER) {
            throw broken("a number is too long");
        }
        String digits = text.substring(begin, at);
        if (integer && digits.length() <= 18) {
            return Long.valueOf(digits);
        }
        return Double.valueOf(digits);
    }

    private void requireDigits() throws BrokenRecord {
        if (digits() == 0) {
            throw broken("a digit was expected");
        }
    }

    private int digits() {
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - begin;
    }

    /** Writes maps, lists, strings, truth values and numbers, in one line, as ASCII. */
    public static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before);
                write(entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            char before = '[';
            for (Object element : list) {
                out.append(before);
                write(element, out);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (value instanceof String string) {
            write(string, out);
        } else {
            out.append(value);
        }
    }

    private static void write(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit((c >> shift) & 0xf, 16));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
