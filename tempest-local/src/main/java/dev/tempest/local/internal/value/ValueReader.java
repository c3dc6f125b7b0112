package dev.tempest.local.internal.value;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue.Binary;
import dev.tempest.local.internal.value.AttributeValue.BinarySet;
import dev.tempest.local.internal.value.AttributeValue.Bool;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.MapOf;
import dev.tempest.local.internal.value.AttributeValue.NumberSet;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.AttributeValue.Text;
import dev.tempest.local.internal.value.AttributeValue.TextSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads attribute values from a request. */
public final class ValueReader {
    public static final String TYPE_NAME = "com.amazonaws.dynamodb.v20120810.AttributeValue";

    /** An item is the first level. */
    private static final int ITEM_DEPTH = 1;

    private static final AttributeValue NULL = new AttributeValue.Null();
    private static final AttributeValue TRUE = new Bool(true);
    private static final AttributeValue FALSE = new Bool(false);

    private ValueReader() {}

    /** The attributes of a field that holds an item or a key; null if it is absent. */
    public static @Nullable Map<String, AttributeValue> attributes(JsonObject request, String field) {
        JsonObject map = request.map(field, TYPE_NAME);
        return map == null ? null : attributes(map);
    }

    /** The attributes of a map from names to values. */
    public static Map<String, AttributeValue> attributes(JsonObject map) {
        return attributes(map, ITEM_DEPTH);
    }

    /** The value of a field; null if it is absent. */
    public static @Nullable AttributeValue value(JsonObject request, String field) {
        JsonObject value = request.structure(field);
        return value == null ? null : value(value);
    }

    public static AttributeValue value(@Nullable Object json) {
        return value(json, 0);
    }

    private static Map<String, AttributeValue> attributes(JsonObject map, int depth) {
        Map<String, AttributeValue> attributes =
                new LinkedHashMap<>(map.fields().size() * 2);
        for (Map.Entry<String, @Nullable Object> field : map.fields().entrySet()) {
            attributes.put(field.getKey(), value(field.getValue(), depth));
        }
        return attributes;
    }

    private static AttributeValue value(@Nullable Object json, int depth) {
        if (json == null) {
            throw empty();
        }
        Values.checkDepth(depth);
        JsonObject object = JsonObject.asStructure(json);
        AttributeValue value = null;
        for (String name : object.fields().keySet()) {
            DataType type = DataType.of(name);
            if (type != null && object.has(name)) {
                if (value != null) {
                    throw ServiceException.validation("Supplied AttributeValue has more than one datatypes set, "
                            + "must contain exactly one of the supported datatypes");
                }
                value = value(object, type, name, depth);
            }
        }
        if (value == null) {
            throw empty();
        }
        return value;
    }

    private static ServiceException empty() {
        return ServiceException.validation(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    private static AttributeValue value(JsonObject object, DataType type, String field, int depth) {
        return switch (type) {
            case S -> new Text(required(object.string(field)));
            case N -> new Numeric(DecimalNumber.parse(required(object.string(field))));
            case B -> new Binary(bytes(required(object.string(field))));
            case BOOL -> object.flag(field) ? TRUE : FALSE;
            case NULL -> {
                if (!object.flag(field)) {
                    throw ServiceException.invalidParameter("Null attribute value types must have the value of true");
                }
                yield NULL;
            }
            case M ->
                new MapOf(Collections.unmodifiableMap(attributes(required(object.map(field, TYPE_NAME)), depth + 1)));
            case L -> new ListOf(list(object, field, depth + 1));
            case SS -> new TextSet(set(object, field, "An string set  may not be empty", "", Function.identity()));
            case NS -> new NumberSet(set(object, field, "An number set  may not be empty", "", DecimalNumber::parse));
            case BS ->
                new BinarySet(set(object, field, "Binary sets should not be empty", "of type BS ", ValueReader::bytes));
        };
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw empty();
        }
        return value;
    }

    private static ByteString bytes(String base64) {
        try {
            return ByteString.fromBase64(base64);
        } catch (IllegalArgumentException e) {
            throw ServiceException.serialization("Base64 encoded length is unexpected or a character is invalid");
        }
    }

    // A list may hold nulls in JSON, each of which is an error here.
    @SuppressWarnings("NullAway")
    private static List<AttributeValue> list(JsonObject object, String field, int depth) {
        Object json = object.fields().get(field);
        if (!(json instanceof List<?> elements)) {
            JsonObject.asList(required(json), Function.identity());
            throw empty();
        }
        List<AttributeValue> values = new ArrayList<>(elements.size());
        for (Object element : elements) {
            values.add(value(element, depth));
        }
        return Collections.unmodifiableList(values);
    }

    private static <T> Set<T> set(
            JsonObject object, String field, String whenEmpty, String kind, Function<String, T> element) {
        List<String> texts = required(object.strings(field));
        if (texts.isEmpty()) {
            throw ServiceException.invalidParameter(whenEmpty);
        }
        Set<T> elements = new LinkedHashSet<>(texts.size() * 2);
        boolean duplicates = false;
        for (String text : texts) {
            duplicates |= !elements.add(element.apply(text));
        }
        if (duplicates) {
            throw field.equals("NS")
                    ? ServiceException.validation("Input collection contains duplicates")
                    : ServiceException.invalidParameter(
                            "Input collection " + texts + kind + (kind.isEmpty() ? " " : "") + "contains duplicates.");
        }
        return Collections.unmodifiableSet(elements);
    }
}
