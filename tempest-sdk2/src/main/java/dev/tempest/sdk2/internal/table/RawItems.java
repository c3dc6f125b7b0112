package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.DeclaredTypes;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table's interface names as its raw items: a class, or maps of attribute values. */
final class RawItems {
    private RawItems() {}

    /**
     * The keys that a table's interface declares; null if its raw item type does.
     *
     * @param declared the interface with its arguments
     * @param base the interface of ours that it extends
     * @throws IllegalArgumentException if both declare them, or neither
     */
    static @Nullable DeclaredKeys keys(Type declared, Class<?> tableType, Class<?> base) {
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
            if (isOfAttributeValues(rawItems)) {
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

    private static boolean isOfAttributeValues(Type map) {
        return map instanceof ParameterizedType parameterized
                && Types.plain(parameterized.getActualTypeArguments()[0]) == String.class
                && Types.plain(parameterized.getActualTypeArguments()[1]) == AttributeValue.class;
    }
}
