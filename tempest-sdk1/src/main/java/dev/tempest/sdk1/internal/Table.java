package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.Codec;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.TableModel;
import dev.tempest.internal.schema.RowKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One DynamoDB table: its name, its raw item type, and the item types that share it.
 *
 * @param <RI> the raw item type
 */
final class Table<RI> {
    private final String name;
    private final RawSchema<RI> schema;
    private final DbModel db;
    private final TableModel<AttributeValue> model;

    Table(String name, RawSchema<RI> schema, DbModel db) {
        this.name = name;
        this.schema = schema;
        this.db = db;
        this.model = new TableModel<>(schema.table(), db.rawTypes());
    }

    String name() {
        return name;
    }

    RowKey rowKey(Map<String, AttributeValue> row) {
        return schema.table().rowKey(name, row);
    }

    RawSchema<RI> schema() {
        return schema;
    }

    Connection connection() {
        return db.connection();
    }

    byte @Nullable [] offsetSecret() {
        return db.offsetSecret();
    }

    /** The table, or its index, as messages name it. */
    String describe(@Nullable String index) {
        return index == null ? "table " + name : "index " + index + " of table " + name;
    }

    /** Global secondary indexes have no consistent reads. */
    void checkConsistency(@Nullable String index, boolean consistentRead) {
        if (consistentRead && index != null && !schema.localIndexes().contains(index)) {
            throw new IllegalArgumentException("Index " + index + " of table " + name
                    + " is a global secondary index, and those have no consistent reads. Read without consistentRead.");
        }
    }

    /**
     * A row as the mapper's attribute transformer lets it go to DynamoDB.
     *
     * @param isPart whether the item may have other attributes
     */
    Map<String, AttributeValue> transformed(Map<String, AttributeValue> row, boolean isPart) {
        AttributeTransformer transformer = connection().transformer();
        return transformer == null ? row : transformer.transform(new TransformedRow<>(this, row, isPart));
    }

    /** A row of DynamoDB as the mapper's attribute transformer reads it. */
    Map<String, AttributeValue> untransformed(Map<String, AttributeValue> row) {
        AttributeTransformer transformer = connection().transformer();
        return transformer == null ? row : transformer.untransform(new TransformedRow<>(this, row, false));
    }

    /** What every table does, as a user's interface of the table inherits it. */
    TableView<RI> everyTable(Class<?> tableType) {
        TableView<RI> view = new TableView<>(this, tableType);
        db.registry().add(schema.table().rawType(), view);
        return view;
    }

    <K, I> Inline<K, I> view(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        Inline<K, I> view = new Inline<>(viewModel(model.keyOfView(keyType, item), item));
        db.registry().add(keyType, view.items());
        return view;
    }

    <K, I> Reads<K, I> index(Class<K> offsetType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        return new Reads<>(viewModel(model.keyOfIndex(offsetType, item), item), "SecondaryIndex");
    }

    private <K, I> ViewModel<K, I> viewModel(KeyType<K, AttributeValue> key, ItemType<I, AttributeValue> item) {
        ViewModel<K, I> view = new ViewModel<>(this, item, key, ItemMapper.of(item, schema));
        model.add(key);
        return view;
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        return model.codec(type, schema);
    }
}
