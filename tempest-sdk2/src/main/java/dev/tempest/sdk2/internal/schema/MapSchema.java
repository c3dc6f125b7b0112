package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.ModelError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Raw items that are maps of attribute values, for tables without a raw item type.
 *
 * @param tableType the interface that declares the table's keys
 */
record MapSchema(Class<?> tableType, List<String> attributeNames, TableMetadata tableMetadata)
        implements TableSchema<Map<String, AttributeValue>> {

    @Override
    public Map<String, AttributeValue> mapToItem(Map<String, AttributeValue> attributeMap) {
        return attributeMap;
    }

    @Override
    public Map<String, AttributeValue> itemToMap(Map<String, AttributeValue> item, boolean ignoreNulls) {
        // It may have come through an unchecked cast.
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) item).entrySet()) {
            if (!(entry.getKey() instanceof String) || !(entry.getValue() instanceof AttributeValue)) {
                throw new IllegalArgumentException("Attribute " + entry.getKey() + " of a raw item of "
                        + ModelError.name(tableType) + " is "
                        + (entry.getValue() == null
                                ? "null"
                                : "a " + ModelError.name(entry.getValue().getClass()))
                        + ", not an AttributeValue.");
            }
        }
        return item;
    }

    @Override
    public Map<String, AttributeValue> itemToMap(Map<String, AttributeValue> item, Collection<String> attributes) {
        Map<String, AttributeValue> some = new HashMap<>(item);
        some.keySet().retainAll(attributes);
        return some;
    }

    @Override
    public @Nullable AttributeValue attributeValue(Map<String, AttributeValue> item, String attributeName) {
        return item.get(attributeName);
    }

    @Override
    public EnhancedType<Map<String, AttributeValue>> itemType() {
        return EnhancedType.mapOf(String.class, AttributeValue.class);
    }

    @Override
    public boolean isAbstract() {
        return false;
    }

    @Override
    public @Nullable AttributeConverter<Map<String, AttributeValue>> converterForAttribute(Object key) {
        return null;
    }
}
