package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.ItemTables;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.RawTable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of a table without a raw item type, which each of its item types declares for itself. */
public final class ItemSchemas implements ItemTables<AttributeValue> {
    private final DeclaredKeys keys;
    private final RawTable<AttributeValue> table;
    private final Map<Class<?>, AttributeSchema> byType = new ConcurrentHashMap<>();

    /** @param table without attributes */
    ItemSchemas(DeclaredKeys keys, RawTable<AttributeValue> table) {
        this.keys = keys;
        this.table = table;
    }

    public DeclaredKeys keys() {
        return keys;
    }

    @Override
    public RawTable<AttributeValue> of(Class<?> itemType, Map<Property, String[]> attributes, Set<String> composed) {
        ItemReading reading = ItemReading.of(itemType, attributes, composed, table, keys);
        byType.put(itemType, reading.attributeSchema());
        return table.with(reading.attributes());
    }

    AttributeSchema attributesOf(Class<?> itemType) {
        AttributeSchema known = byType.get(itemType);
        if (known == null) {
            throw new IllegalStateException(itemType + " was not read.");
        }
        return known;
    }
}
