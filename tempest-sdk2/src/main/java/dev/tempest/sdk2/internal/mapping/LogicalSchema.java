package dev.tempest.sdk2.internal.mapping;

import dev.tempest.internal.model.ItemType;
import dev.tempest.sdk2.internal.schema.AttributeSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item type as the SDK's extensions see it: a schema of its own, over the converters of the table's attributes. */
final class LogicalSchema<I> implements TableSchema<I> {
    private final ItemType<I, AttributeValue> itemType;
    private final AttributeSchema attributes;
    private final TableMetadata metadata;
    private final List<String> attributeNames;

    /** @param attributes those of the item type, and of others */
    LogicalSchema(ItemType<I, AttributeValue> itemType, AttributeSchema attributes) {
        this.itemType = itemType;
        this.attributes = attributes;
        List<String> stored = new ArrayList<>();
        Set<String> others = new HashSet<>();
        for (String name : attributes.attributeNames()) {
            if (itemType.stores(name)) {
                stored.add(name);
            } else {
                others.add(name);
            }
        }
        this.metadata = new LogicalMetadata(attributes.metadata(), others);
        this.attributeNames = List.copyOf(stored);
    }

    @Override
    public I mapToItem(Map<String, AttributeValue> attributeMap) {
        return itemType.codec().decode(attributeMap);
    }

    @Override
    public Map<String, AttributeValue> itemToMap(I item, boolean ignoreNulls) {
        Map<String, AttributeValue> row = itemType.codec().encode(item);
        if (!ignoreNulls) {
            for (String name : attributeNames) {
                row.putIfAbsent(name, AttributeValue.fromNul(true));
            }
        }
        return row;
    }

    @Override
    public Map<String, AttributeValue> itemToMap(I item, Collection<String> names) {
        Map<String, AttributeValue> row = itemType.codec().encode(item);
        Map<String, AttributeValue> some = new HashMap<>();
        for (String name : names) {
            AttributeValue value = row.get(name);
            if (value != null) {
                some.put(name, value);
            }
        }
        return some;
    }

    @Override
    public @Nullable AttributeValue attributeValue(I item, String attributeName) {
        return itemType.codec().encode(item).get(attributeName);
    }

    @Override
    public TableMetadata tableMetadata() {
        return metadata;
    }

    @Override
    public EnhancedType<I> itemType() {
        return EnhancedType.of(itemType.type());
    }

    @Override
    public List<String> attributeNames() {
        return attributeNames;
    }

    @Override
    public boolean isAbstract() {
        return false;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable AttributeConverter<I> converterForAttribute(Object key) {
        return (AttributeConverter<I>) attributes.converters().apply((String) key);
    }
}
