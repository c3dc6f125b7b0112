package dev.tempest.local.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a request. Its getters return null for a field that is absent or null, and fail as the service does
 * for a field of another type.
 */
public final class JsonObject {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    void put(String name, @Nullable Object value) {
        fields.put(name, value);
    }

    /** All fields in the order of the request. Values are JsonObject, List, String, JsonNumber, Boolean or null. */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    public boolean has(String name) {
        return fields.get(name) != null;
    }

    public @Nullable String string(String name) {
        Object value = fields.get(name);
        return value == null ? null : asString(value);
    }

    public @Nullable Boolean bool(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        if (value instanceof String) {
            throw ServiceException.serialization("Unexpected token received from parser");
        }
        throw mismatch(value, "Boolean");
    }

    /** A flag that is off unless it is given. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    public @Nullable Long integer(String name) {
        return number(name, "Integer");
    }

    public @Nullable Long longInteger(String name) {
        return number(name, "Long");
    }

    private @Nullable Long number(String name, String type) {
        Object value = fields.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            return number.toLong();
        }
        throw mismatch(value, type);
    }

    public @Nullable JsonObject structure(String name) {
        Object value = fields.get(name);
        return value == null ? null : asStructure(value);
    }

    /** A field that is a map from names to values of one type, which an error message names. */
    public @Nullable JsonObject map(String name, String valueType) {
        Object value = fields.get(name);
        if (value == null || value instanceof JsonObject) {
            return (JsonObject) value;
        }
        if (value instanceof List) {
            throw ServiceException.serialization(
                    "Unrecognized collection type java.util.Map<java.lang.String, " + valueType + ">");
        }
        throw ServiceException.serialization("Unexpected field type");
    }

    public @Nullable List<String> strings(String name) {
        return list(name, JsonObject::asString);
    }

    public @Nullable List<JsonObject> structures(String name) {
        return list(name, JsonObject::asStructure);
    }

    private <T> @Nullable List<T> list(String name, Function<Object, T> element) {
        Object value = fields.get(name);
        return value == null ? null : asList(value, element);
    }

    public static String asString(Object value) {
        if (value instanceof String string) {
            return string;
        }
        throw mismatch(value, "String");
    }

    public static JsonObject asStructure(Object value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        if (value instanceof List) {
            throw ServiceException.serialization("Unrecognized collection type class java.util.Map");
        }
        throw ServiceException.serialization("Unexpected value type in payload");
    }

    public static <T> List<T> asList(Object value, Function<Object, T> element) {
        if (!(value instanceof List<?> values)) {
            throw ServiceException.serialization(
                    value instanceof JsonObject
                            ? "Start of structure or map found where not expected"
                            : "Unexpected field type");
        }
        List<T> list = new ArrayList<>(values.size());
        for (Object each : values) {
            if (each != null) {
                list.add(element.apply(each));
            }
        }
        return list;
    }

    private static ServiceException mismatch(Object value, String type) {
        if (value instanceof JsonObject) {
            return ServiceException.serialization("Start of structure or map found where not expected");
        }
        if (value instanceof List) {
            return ServiceException.serialization("Unrecognized collection type class java.lang." + type);
        }
        String token = value instanceof Boolean flag
                ? (flag ? "TRUE_VALUE" : "FALSE_VALUE")
                : value instanceof String ? "STRING_VALUE" : "NUMBER_VALUE";
        return ServiceException.serialization(token + " cannot be converted to " + type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }
}
