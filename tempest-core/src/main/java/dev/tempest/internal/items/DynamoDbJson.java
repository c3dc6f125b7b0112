package dev.tempest.internal.items;

import dev.tempest.internal.Shown;
import dev.tempest.internal.schema.DeepValues;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Attribute values from DynamoDB JSON, parsed, and back.
 *
 * @param values of the SDK
 * @param <V> the SDK's attribute value
 */
record DynamoDbJson<V>(DeepValues<V> values) {
    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 200;

    /** An element of a set or list. */
    private interface Element<E> {
        E of(@Nullable Object value) throws BrokenRecord;
    }

    /** The attributes of an item. */
    Map<String, V> row(@Nullable Object item, String what) throws BrokenRecord {
        return entries(item, what, 0);
    }

    private Map<String, V> entries(@Nullable Object object, String what, int depth) throws BrokenRecord {
        Map<String, V> row = new HashMap<>();
        for (Map.Entry<?, ?> entry : map(object, what).entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new BrokenRecord(what + " has a name that is not a string");
            }
            row.put(name, value(entry.getValue(), what + "." + Shown.text(name), depth));
        }
        return row;
    }

    /** A member that has to be an object. */
    static Map<?, ?> map(@Nullable Object object, String what) throws BrokenRecord {
        if (object instanceof Map<?, ?> map) {
            return map;
        }
        throw new BrokenRecord(what + (object == null ? " is missing" : " is not an object"));
    }

    private V value(@Nullable Object json, String what, int depth) throws BrokenRecord {
        Map<?, ?> map = map(json, what);
        if (depth > DEEPEST) {
            throw new BrokenRecord(what + " is nested more deeply than DynamoDB stores");
        }
        if (map.size() != 1) {
            throw new BrokenRecord(what + " is not one value with its type");
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        Object content = only.getValue();
        return switch (String.valueOf(only.getKey())) {
            case "S" -> values.ofText(text(content, what));
            case "N" -> values.ofNumber(number(content, what));
            case "B" -> values.ofBytes(bytes(content, what));
            case "BOOL" -> values.ofBool(flag(content, what));
            case "NULL" -> nothing(content, what);
            case "SS" -> values.ofTextSet(all(content, what, element -> text(element, what)));
            case "NS" -> values.ofNumberSet(all(content, what, element -> number(element, what)));
            case "BS" -> values.ofBinarySet(all(content, what, element -> bytes(element, what)));
            case "L" -> values.ofList(all(content, what, element -> value(element, what + "[]", depth + 1)));
            case "M" -> values.ofMap(entries(content, what, depth + 1));
            default -> throw new BrokenRecord(what + " has a type that DynamoDB does not have");
        };
    }

    private static String text(@Nullable Object content, String what) throws BrokenRecord {
        if (content instanceof String text) {
            return text;
        }
        throw new BrokenRecord(what + " is not a string");
    }

    private static String number(@Nullable Object content, String what) throws BrokenRecord {
        String text = text(content, what);
        try {
            if (text.length() <= LONGEST_NUMBER && Math.abs((long) new BigDecimal(text).scale()) <= LONGEST_NUMBER) {
                return text;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BrokenRecord(what + " is not a number");
    }

    private static ByteBuffer bytes(@Nullable Object content, String what) throws BrokenRecord {
        if (content instanceof ByteBuffer bytes) {
            return bytes.duplicate();
        }
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text(content, what)));
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord(what + " is not in Base64");
        }
    }

    private static boolean flag(@Nullable Object content, String what) throws BrokenRecord {
        if (content instanceof Boolean flag) {
            return flag;
        }
        throw new BrokenRecord(what + " is neither true nor false");
    }

    private V nothing(@Nullable Object content, String what) throws BrokenRecord {
        if (flag(content, what)) {
            return values.ofNull();
        }
        throw new BrokenRecord(what + " is a NULL that is false");
    }

    private static <E> List<E> all(@Nullable Object content, String what, Element<E> element) throws BrokenRecord {
        if (!(content instanceof List<?> list)) {
            throw new BrokenRecord(what + " is not a list");
        }
        List<E> all = new ArrayList<>(list.size());
        for (Object each : list) {
            all.add(element.of(each));
        }
        return all;
    }

    /** The DynamoDB JSON of an item, its attributes in the order of their names. */
    Map<String, Object> json(Map<String, V> row) {
        Map<String, Object> json = new LinkedHashMap<>();
        new TreeMap<>(row).forEach((name, value) -> json.put(name, json(value)));
        return json;
    }

    private Map<String, Object> json(V value) {
        Object content = values.text(value);
        String kind = values.kind(value);
        if (content == null) {
            content = switch (kind) {
                case "N" -> values.number(value);
                case "B" -> base64(values.bytes(value));
                case "BOOL" -> values.bool(value);
                case "SS" -> values.textSet(value);
                case "NS" -> values.numberSet(value);
                case "BS" -> mapped(values.binarySet(value), DynamoDbJson::base64);
                case "L" -> mapped(values.list(value), element -> element == null ? null : json(element));
                case "M" -> nested(values.map(value));
                default -> true;
            };
        }
        return Map.of(kind, content == null ? true : content);
    }

    private static @Nullable String base64(@Nullable ByteBuffer bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer rest = bytes.duplicate();
        byte[] copy = new byte[rest.remaining()];
        rest.get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }

    private static <E> List<@Nullable Object> mapped(
            @Nullable List<@Nullable E> elements, Function<@Nullable E, @Nullable Object> mapping) {
        List<@Nullable Object> mapped = new ArrayList<>();
        if (elements != null) {
            for (E element : elements) {
                mapped.add(mapping.apply(element));
            }
        }
        return mapped;
    }

    private Map<String, Object> nested(@Nullable Map<String, @Nullable V> entries) {
        Map<String, V> present = new HashMap<>();
        if (entries != null) {
            entries.forEach((name, value) -> {
                if (value != null) {
                    present.put(name, value);
                }
            });
        }
        return json(present);
    }
}
