package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.expression.syntax.Lexer;
import dev.tempest.local.internal.expression.syntax.ReservedWords;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.ValueReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names and values that the expressions of a request refer to, and which of them they have used. */
final class Placeholders {
    static final String NAMES = "ExpressionAttributeNames";
    static final String VALUES = "ExpressionAttributeValues";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    static Placeholders of(JsonObject request) {
        Placeholders placeholders = new Placeholders();
        JsonObject names = request.map(NAMES, "java.lang.String");
        if (names != null) {
            placeholders.readNames(names);
        }
        JsonObject values = request.map(VALUES, ValueReader.TYPE_NAME);
        if (values != null) {
            placeholders.readValues(values);
        }
        return placeholders;
    }

    private void readNames(JsonObject json) {
        checkNotEmpty(json, NAMES);
        for (Map.Entry<String, @Nullable Object> field : json.fields().entrySet()) {
            checkKey(NAMES, field.getKey(), '#');
            Object value = field.getValue();
            String name = value == null ? "" : JsonObject.asString(value);
            if (name.isEmpty()) {
                throw ServiceException.validation(
                        NAMES + " contains invalid value: Empty attribute name for key " + field.getKey());
            }
            names.put(field.getKey(), name);
        }
    }

    private void readValues(JsonObject json) {
        checkNotEmpty(json, VALUES);
        for (Map.Entry<String, @Nullable Object> field : json.fields().entrySet()) {
            checkKey(VALUES, field.getKey(), ':');
            try {
                values.put(field.getKey(), ValueReader.value(field.getValue()));
            } catch (ServiceException e) {
                if (!e.isValidation()) {
                    throw e;
                }
                throw ServiceException.validation(
                        VALUES + " contains invalid value: " + e.messageText() + " for key " + field.getKey());
            }
        }
    }

    private static void checkNotEmpty(JsonObject json, String parameter) {
        if (json.fields().isEmpty()) {
            throw ServiceException.validation(parameter + " must not be empty");
        }
    }

    private static void checkKey(String parameter, String key, char prefix) {
        boolean valid = key.length() > 1 && key.charAt(0) == prefix;
        for (int i = 1; i < key.length() && valid; i++) {
            valid = Lexer.isWord(key.charAt(i));
        }
        if (!valid) {
            throw ServiceException.validation(parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
        }
    }

    String name(ExpressionKind expression, String text) {
        if (text.charAt(0) != '#') {
            if (ReservedWords.contains(text)) {
                throw expression.error("Attribute name is a reserved keyword; reserved keyword: " + text);
            }
            return text;
        }
        String name = names.get(text);
        if (name == null) {
            throw expression.error(
                    "An expression attribute name used in the document path is not defined; attribute name: " + text);
        }
        used.add(text);
        return name;
    }

    AttributeValue value(ExpressionKind expression, String text) {
        AttributeValue value = values.get(text);
        if (value == null) {
            throw expression.error(
                    "An expression attribute value used in expression is not defined; attribute value: " + text);
        }
        used.add(text);
        return value;
    }

    /** Fails if the request defines a name or a value that none of its expressions uses. */
    void checkAllUsed() {
        checkUsed(NAMES, names.keySet());
        checkUsed(VALUES, values.keySet());
    }

    private void checkUsed(String parameter, Set<String> defined) {
        Set<String> unused = new TreeSet<>(defined);
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw ServiceException.validation("Value provided in " + parameter + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }
}
