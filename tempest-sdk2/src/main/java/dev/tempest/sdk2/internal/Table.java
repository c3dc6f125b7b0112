package dev.tempest.sdk2.internal;

import dev.tempest.Codec;
import dev.tempest.Scoped;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.TableModel;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk2.ConditionalWrites;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One DynamoDB table: its name, its raw item type, and the item types that share it.
 *
 * @param <RI> the raw item type
 */
final class Table<RI> {
    private final String name;
    private final RawSchema<RI> schema;
    private final @Nullable DynamoDbEnhancedClientExtension extension;
    private final TableModel<AttributeValue> model;
    private final PartitionLoad partitionLoad = new PartitionLoad(this);
    private final DbModel db;
    private final @Nullable WriteTokens tokens;
    private final ItemOperations<RI, RI> rawOperations;
    private final Map<String, Map<Class<?>, ItemType<?, AttributeValue>>> throughIndexes = new ConcurrentHashMap<>();

    Table(
            String name,
            RawSchema<RI> schema,
            @Nullable DynamoDbEnhancedClientExtension extension,
            @Nullable WriteTokens tokens,
            DbModel db) {
        this.name = name;
        this.schema = schema;
        this.extension = extension;
        this.model = new TableModel<>(schema.table(), db.rawTypes());
        this.db = db;
        this.tokens = tokens;
        this.rawOperations = new ItemOperations<>(
                this, ItemMapper.of(schema), raw -> schema.table().requireKey(schema.encode(raw)));
        Class<?> rawType = schema.table().rawType();
        db.registry().add(rawType, rawOperations);
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

    @Nullable DynamoDbEnhancedClientExtension extension() {
        return extension;
    }

    /** Where conditional writes leave their traces; null if they leave none. */
    @Nullable WriteTokens tokens() {
        return tokens;
    }

    ConditionalWrites conditionalWrites() {
        return db.settings().conditionalWrites();
    }

    Duration updateTimeout() {
        return db.settings().updateTimeout();
    }

    /** An item as messages name it. */
    String describe(ItemMapper<?> mapper, Map<String, AttributeValue> row) {
        return mapper.typeName() + " " + schema.table().describeKey(row) + " in table " + name;
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

    /** The operations on the table's own raw items. */
    ItemOperations<RI, RI> rawOperations() {
        return rawOperations;
    }

    /** Says that a key or item is meant for this table. */
    <T> Scoped<T> scoped(T keyOrItem) {
        return new Scoped<>(name, keyOrItem);
    }

    <K, I> ViewModel<K, I> view(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        ViewModel<K, I> view = viewModel(model.keyOfView(keyType, item), item);
        db.registry().add(keyType, view.itemOperations());
        return view;
    }

    <K, I> ViewModel<K, I> index(Class<K> offsetType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        return viewModel(model.keyOfIndex(offsetType, item), item);
    }

    private <K, I> ViewModel<K, I> viewModel(KeyType<K, AttributeValue> key, ItemType<I, AttributeValue> item) {
        ViewModel<K, I> view = new ViewModel<>(
                this, item, key, ItemMapper.of(item, schema), db.settings().offsetSecret());
        model.add(key);
        readThrough(key.index(), item);
        return view;
    }

    /** The model of an item type, which is not yet added to the table. */
    <I> ItemType<I, AttributeValue> itemType(Class<I> type) {
        return model.itemType(type);
    }

    <K, A> CollectionModel<K, A> collection(Class<K> keyType, Class<A> type) {
        return new CollectionModel<>(this, keyType, type);
    }

    /** Loads items of several types that were not declared to be gathered. */
    PartitionLoad partitionLoad() {
        return partitionLoad;
    }

    /** The key types of an item type's views. */
    List<KeyType<?, AttributeValue>> keyTypes(Class<?> itemType) {
        return model.keyTypes(itemType);
    }

    /**
     * Adds a type all of whose checks have passed: one that was refused leaves no trace.
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

    /** The item types that declared views and collections read through an index. */
    Collection<ItemType<?, AttributeValue>> itemTypesThrough(String index) {
        return throughIndexes.getOrDefault(index, Map.of()).values();
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        return model.codec(type, schema);
    }
}
