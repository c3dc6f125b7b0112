package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table's interface names as its raw items: a class, or maps of attribute values. */
public final class RawItems {
    private RawItems() {}

    /**
     * The keys that a table's interface declares; null if its raw item type does.
     *
     * @param declared the interface with its arguments
     * @param base the interface of ours that it extends
     * @param attributeValue the SDK's class of attribute values
     * @throws IllegalArgumentException if both declare them, or neither
     */
    public static @Nullable DeclaredKeys keys(
            Type declared, Class<?> tableType, Class<?> base, Class<?> attributeValue) {
        DeclaredKeys keys = DeclaredKeys.of(tableType);
        Type rawItems = DeclaredTypes.rawItems(declared, base);
        String maps = "Let it extend " + ModelError.name(base) + "<Map<String, AttributeValue>>";
        if (keys == null) {
            if (rawItems != null && isMap(rawItems)) {
                throw ModelError.of(
                        tableType,
                        "extends " + ModelError.name(base) + "<" + Types.name(rawItems)
                                + ">, but does not declare the keys of its table",
                        "Put @Table(partitionKey = ...) on it, or name a raw item type instead of the map");
            }
            return null;
        }
        if (rawItems == null) {
            throw ModelError.of(tableType, "has a @Table, but does not say what its raw items are", maps);
        }
        if (isMap(rawItems)) {
            if (isOfAttributeValues(rawItems, attributeValue)) {
                return keys;
            }
            throw ModelError.of(tableType, "has a @Table, but its raw items are " + Types.name(rawItems), maps);
        }
        throw ModelError.of(
                tableType,
                "has a @Table, but its raw item type " + Types.name(rawItems) + " declares the keys of the table",
                "Remove the @Table. For a table without a raw item type, let it extend " + ModelError.name(base)
                        + "<Map<String, AttributeValue>>");
    }

    private static boolean isMap(Type type) {
        return type == Map.class || (type instanceof ParameterizedType map && map.getRawType() == Map.class);
    }

    private static boolean isOfAttributeValues(Type map, Class<?> attributeValue) {
        return map instanceof ParameterizedType parameterized
                && Types.plain(parameterized.getActualTypeArguments()[0]) == String.class
                && Types.plain(parameterized.getActualTypeArguments()[1]) == attributeValue;
    }
}
