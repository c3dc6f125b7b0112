package dev.tempest.sdk2.internal.mapping;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.internal.write.Expiry;
import dev.tempest.sdk2.internal.schema.ItemSchemas;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What every operation has to know of its table.
 *
 * @param name the name in DynamoDB
 * @param extension the extensions of the client; null for none
 * @param tokens where conditional writes leave their traces; null if they leave none
 * @param settings of the database
 * @param expiry when items count as absent; null for never
 * @param unique the unique values of the table's items
 * @param <RI> the raw item type
 */
public record TableContext<RI>(
        String name,
        RawSchema<RI> schema,
        @Nullable DynamoDbEnhancedClientExtension extension,
        @Nullable WriteTokens tokens,
        DbSettings settings,
        @Nullable Expiry<AttributeValue> expiry,
        UniqueTable<AttributeValue> unique) {

    /** The row; null if its item is past its expiry, and so counts as absent. */
    public @Nullable Map<String, AttributeValue> present(@Nullable Map<String, AttributeValue> row) {
        return expiry == null ? row : expiry.unlessPast(row);
    }

    /** Whether a row that was read is a companion item: where keys have no prefixes, somebody may ask for its key. */
    public boolean isCompanion(Map<String, AttributeValue> row) {
        return !unique.isEmpty() && unique.isCompanion(row);
    }

    /** A filter of a read, which also leaves out the items that are past their expiry. */
    public @Nullable Clause<AttributeValue> ofPresent(@Nullable Clause<AttributeValue> filter) {
        return expiry == null ? filter : Clause.both(filter, expiry.isNotPast(Nonces.RANDOM));
    }

    /** That what is read with a type's items is no companion item; null if their prefixes say so, or if there are none. */
    public @Nullable Clause<AttributeValue> withoutCompanions(ItemType<?, AttributeValue> type) {
        return unique.without(type.prefix(schema.table().key().partitionKey()), type.sortKeyPrefix());
    }

    public RowKey rowKey(Map<String, AttributeValue> row) {
        return schema.table().rowKey(name, row);
    }

    /** The table, or its index, as messages name it. */
    public String describe(@Nullable String index) {
        return index == null ? "table " + name : "index " + index + " of table " + name;
    }

    /**
     * Checks that an index holds whole items of a type, if items of older models are migrated when they are read.
     *
     * @param index null for the table
     * @throws IllegalArgumentException if it does not
     */
    public void requireWhole(Class<?> itemType, @Nullable String index) {
        ItemSchemas items = schema.items();
        if (index != null
                && items != null
                && settings.migrations().containsKey(itemType)
                && items.keys().projections().get(index) != null) {
            throw ModelError.of(
                    itemType,
                    "is migrated on read, but is read through index " + index
                            + ", which does not have all attributes, so that the migration would see a part of an item",
                    "Leave out the projection in the @Index, or leave out migrateOnRead(...) and call migrate(...)");
        }
    }

    /** Global secondary indexes have no consistent reads. */
    public void checkConsistency(@Nullable String index, boolean consistentRead) {
        if (consistentRead && index != null && !schema.localIndexes().contains(index)) {
            throw new IllegalArgumentException("Index " + index + " of table " + name
                    + " is a global secondary index, and those have no consistent reads. Read without consistentRead.");
        }
    }
}
