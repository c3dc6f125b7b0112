package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperTableModel;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.schema.RawTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the raw items of a table are, and how they become rows.
 *
 * @param <RI> the raw item type
 */
sealed interface RawForm<RI> {
    /** The row of a raw item, in a map of the caller's own. */
    Map<String, AttributeValue> toRow(RI rawItem);

    RI toItem(Map<String, AttributeValue> row);

    /** What the mapper generates with each write. */
    List<DynamoDBMapperFieldModel<?, Object>> generated();

    /** The type of a key attribute in DynamoDB's words; null if the raw items do not tell it. */
    @Nullable String keyType(String attribute);

    /** What to throw for a raw item that did not become a row. */
    RuntimeException unstorable(RawTable<AttributeValue> table, RI rawItem, RuntimeException cause);

    /** A class with the mapper's annotations. */
    record Mapped<RI>(DynamoDBMapperTableModel<RI> model) implements RawForm<RI> {
        @Override
        public Map<String, AttributeValue> toRow(RI rawItem) {
            return new HashMap<>(model.convert(rawItem));
        }

        @Override
        public RI toItem(Map<String, AttributeValue> row) {
            return model.unconvert(row);
        }

        @Override
        public List<DynamoDBMapperFieldModel<?, Object>> generated() {
            return model.fields().stream()
                    .filter(field -> field.getGenerateStrategy() != null)
                    .<DynamoDBMapperFieldModel<?, Object>>map(field -> field)
                    .toList();
        }

        @Override
        public String keyType(String attribute) {
            return model.field(attribute).attributeType().name();
        }

        @Override
        public RuntimeException unstorable(RawTable<AttributeValue> table, RI rawItem, RuntimeException cause) {
            return table.unstorable(
                    table.attributes().keySet(),
                    name -> model.field(name).convert(model.field(name).get(rawItem)),
                    cause);
        }
    }

    /**
     * Maps of attribute values, where the table's interface declares its keys.
     *
     * @param tableType the interface
     */
    record Maps(Class<?> tableType) implements RawForm<Map<String, AttributeValue>> {
        @Override
        public Map<String, AttributeValue> toRow(Map<String, AttributeValue> rawItem) {
            // It may have come through an unchecked cast.
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) rawItem).entrySet()) {
                if (!(entry.getKey() instanceof String) || !(entry.getValue() instanceof AttributeValue)) {
                    throw new IllegalArgumentException("Attribute " + entry.getKey() + " of a raw item of "
                            + ModelError.name(tableType) + " is "
                            + (entry.getValue() == null
                                    ? "null"
                                    : "a " + ModelError.name(entry.getValue().getClass()))
                            + ", not an AttributeValue.");
                }
            }
            return new HashMap<>(rawItem);
        }

        @Override
        public Map<String, AttributeValue> toItem(Map<String, AttributeValue> row) {
            return row;
        }

        @Override
        public List<DynamoDBMapperFieldModel<?, Object>> generated() {
            return List.of();
        }

        @Override
        public @Nullable String keyType(String attribute) {
            return null;
        }

        /** Nothing converts a map: it holds what is no attribute value. */
        @Override
        public RuntimeException unstorable(
                RawTable<AttributeValue> table, Map<String, AttributeValue> rawItem, RuntimeException cause) {
            return cause;
        }
    }
}
