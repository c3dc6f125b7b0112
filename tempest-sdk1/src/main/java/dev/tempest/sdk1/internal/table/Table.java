package dev.tempest.sdk1.internal.table;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ScalarAttributeType;
import dev.tempest.Codec;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.ProjectionCheck;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.internal.model.TableModel;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk1.internal.batch.Registry;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.read.ReadModel;
import dev.tempest.sdk1.internal.schema.ItemSchemas;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.util.List;

/**
 * The item types of one table, and the views of them.
 *
 * @param <RI> the raw item type
 */
public final class Table<RI> {
    private final TableContext<RI> context;
    private final Registry registry;
    private final TableModel<AttributeValue> model;

    Table(TableContext<RI> context, RawTypes rawTypes, Registry registry) {
        this.context = context;
        this.registry = registry;
        RawSchema<RI> schema = context.schema();
        this.model = new TableModel<>(schema.table(), schema.itemTables(), rawTypes, new UniqueTable<>(schema.table()));
    }

    TableContext<RI> context() {
        return context;
    }

    /**
     * Checks what an interface declares once all of its views are known.
     *
     * @throws IllegalArgumentException if no item type has a key attribute of an index, or if an index does not hold what is
     *     read through it
     */
    void requireComplete() {
        ItemSchemas items = context.schema().items();
        if (items != null) {
            model.requireComplete(items.keys());
            ProjectionCheck.of(items.keys(), model.itemTypes(), model::itemTypesThrough);
        }
    }

    /** The type of a key attribute: {@code S}, {@code N} or {@code B}. */
    public String keyType(String attribute) {
        String ofRawItems = context.schema().keyType(attribute);
        String ofItems = ofRawItems == null ? model.storedAs(attribute) : ofRawItems;
        return ofItems == null ? ScalarAttributeType.S.name() : ofItems;
    }

    public RawSchema<RI> schema() {
        return context.schema();
    }

    /** The item types that the table has so far. */
    public List<ItemType<?, AttributeValue>> itemTypes() {
        return model.itemTypes();
    }

    /** The key types of the views of all item types. */
    public List<KeyType<?, AttributeValue>> keyTypes() {
        return model.itemTypes().stream()
                .flatMap(type -> model.keyTypes(type.type()).stream())
                .toList();
    }

    <K, I> Inline<K, I> view(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        if (!item.unique().isEmpty()) {
            throw ModelError.of(
                    itemType,
                    item.unique().rules().get(0).properties().get(0),
                    "is @Unique, but a database of SDK 1.x does not keep unique values",
                    "Write the items by a database of SDK 2.x, or remove the annotation");
        }
        KeyType<K, AttributeValue> key = model.keyOfView(keyType, item);
        Inline<K, I> view = new Inline<>(ItemMapper.of(item, context), key);
        model.add(key);
        key.classes().forEach(each -> registry.add(each, view));
        return view;
    }

    <K, I> Index<K, I> index(Class<K> offsetType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        KeyType<K, AttributeValue> key = model.keyOfIndex(offsetType, item);
        Index<K, I> index = new Index<>(new ReadModel<>(ItemMapper.of(item, context), key));
        model.add(key);
        return index;
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        return model.codec(type, context.schema());
    }
}
