package dev.tempest.sdk2.internal.table;

import dev.tempest.Codec;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.ProjectedType;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.internal.model.TableModel;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item types that share a table, and their key types.
 *
 * @param <RI> the raw item type
 */
final class TableTypes<RI> {
    private final RawSchema<RI> schema;
    private final TableModel<AttributeValue> model;
    private final Map<String, Map<Class<?>, ItemType<?, AttributeValue>>> throughIndexes = new ConcurrentHashMap<>();

    private final Map<String, Map<Class<?>, ProjectedType<?, AttributeValue>>> projectedThrough =
            new ConcurrentHashMap<>();

    TableTypes(RawSchema<RI> schema, RawTypes rawTypes, UniqueTable<AttributeValue> unique) {
        this.schema = schema;
        this.model = new TableModel<>(schema.table(), schema.itemTables(), rawTypes, unique);
    }

    /** The model of an item type, which is not yet added to the table. */
    <I> ItemType<I, AttributeValue> itemType(Class<I> type) {
        return model.itemType(type);
    }

    <K> KeyType<K, AttributeValue> keyOfView(Class<K> type, ItemType<?, AttributeValue> itemType) {
        return model.keyOfView(type, itemType);
    }

    <K> KeyType<K, AttributeValue> keyOfIndex(Class<K> type, ItemType<?, AttributeValue> itemType) {
        return model.keyOfIndex(type, itemType);
    }

    /** The types of all views, indexes and collections. */
    List<ItemType<?, AttributeValue>> itemTypes() {
        return model.itemTypes();
    }

    /** Checks that the item types have what the keys of indexes name. */
    void requireComplete(DeclaredKeys keys) {
        model.requireComplete(keys);
    }

    /** The type of an attribute in DynamoDB's words; null if no item type tells it. */
    @Nullable String storedAs(String attribute) {
        return model.storedAs(attribute);
    }

    /** The key types of an item type's views. */
    List<KeyType<?, AttributeValue>> keyTypes(Class<?> itemType) {
        return model.keyTypes(itemType);
    }

    /** Adds the key type of a view all of whose checks have passed, and its item type. */
    void add(KeyType<?, AttributeValue> key) {
        model.add(key);
        readThrough(key.index(), key.itemType());
    }

    /**
     * Adds a type all of whose checks have passed: one that failed a check leaves no trace.
     *
     * @param index the secondary index that it is read through; null for the table
     */
    void add(ItemType<?, AttributeValue> itemType, @Nullable String index) {
        model.add(itemType, index);
    }

    /** Remembers that an item type is read through an index; null for the table, of which nothing is to be remembered. */
    void readThrough(@Nullable String index, ItemType<?, AttributeValue> itemType) {
        if (index != null) {
            throughIndexes
                    .computeIfAbsent(index, name -> new ConcurrentHashMap<>())
                    .put(itemType.type(), itemType);
        }
    }

    /** Remembers that some properties are read through an index; null for the table, of which nothing is to be remembered. */
    void projectedThrough(@Nullable String index, ProjectedType<?, AttributeValue> type) {
        if (index != null) {
            projectedThrough
                    .computeIfAbsent(index, name -> new ConcurrentHashMap<>())
                    .put(type.type(), type);
        }
    }

    /** The types with some properties that have been read through an index. */
    Collection<ProjectedType<?, AttributeValue>> projectedThrough(String index) {
        return projectedThrough.getOrDefault(index, Map.of()).values();
    }

    /** The item types that declared views and collections read through an index. */
    Collection<ItemType<?, AttributeValue>> itemTypesThrough(String index) {
        return throughIndexes.getOrDefault(index, Map.of()).values();
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        return model.codec(type, schema);
    }
}
