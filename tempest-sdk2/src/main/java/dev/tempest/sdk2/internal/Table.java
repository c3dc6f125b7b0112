package dev.tempest.sdk2.internal;

import dev.tempest.Codec;
import dev.tempest.ForIndex;
import dev.tempest.Scoped;
import dev.tempest.internal.ItemType;
import dev.tempest.internal.KeyType;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.TableModel;
import java.util.Collection;
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
    private final Map<Class<?>, Map<Class<?>, KeyType<?, AttributeValue>>> keyTypes = new ConcurrentHashMap<>();
    private final PartitionLoad partitionLoad = new PartitionLoad(this);
    private final DbModel db;
    private final ItemOperations<RI, RI> rawOperations;

    Table(String name, RawSchema<RI> schema, @Nullable DynamoDbEnhancedClientExtension extension, DbModel db) {
        this.name = name;
        this.schema = schema;
        this.extension = extension;
        this.model = new TableModel<>(schema.table());
        this.db = db;
        this.rawOperations = new ItemOperations<>(
                this,
                ItemMapper.of(schema),
                raw -> schema.requireKey(schema.schema().itemToMap(raw, true)));
        Class<?> rawType = schema.table().rawType();
        db.registry().add(rawType, rawType, rawOperations);
    }

    String name() {
        return name;
    }

    RawSchema<RI> schema() {
        return schema;
    }

    @Nullable DynamoDbEnhancedClientExtension extension() {
        return extension;
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
        if (keyType.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(
                    keyType,
                    "is the offset type of an index, but is used as the key of an InlineView",
                    "Declare a SecondaryIndex instead, or name a key type without @ForIndex");
        }
        ViewModel<K, I> view = viewModel(keyType, itemType);
        db.registry().add(keyType, itemType, view.itemOperations());
        keyTypes.computeIfAbsent(itemType, type -> new ConcurrentHashMap<>()).put(keyType, view.key());
        return view;
    }

    <K, I> ViewModel<K, I> index(Class<K> offsetType, Class<I> itemType) {
        if (!offsetType.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(
                    offsetType,
                    "is used as the offset type of a SecondaryIndex, but does not say of which",
                    "Put @ForIndex(name = ...) on it");
        }
        return viewModel(offsetType, itemType);
    }

    /** The key types of an item type's views. */
    Collection<KeyType<?, AttributeValue>> keyTypes(Class<?> itemType) {
        return keyTypes.getOrDefault(itemType, Map.of()).values();
    }

    <K, A> CollectionModel<K, A> collection(Class<K> keyType, Class<A> type) {
        return new CollectionModel<>(this, keyType, type);
    }

    /** Loads items of several types that were not declared to be gathered. */
    PartitionLoad partitionLoad() {
        return partitionLoad;
    }

    <I> ItemType<I, AttributeValue> itemType(Class<I> type) {
        ItemType<I, AttributeValue> itemType = model.itemType(type);
        db.bind(type, schema.table().rawType());
        return itemType;
    }

    private <K, I> ViewModel<K, I> viewModel(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = itemType(itemType);
        KeyType<K, AttributeValue> key = KeyType.of(keyType, item);
        return new ViewModel<>(this, item, key, ItemMapper.of(item, schema), db.offsetSecret());
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        if (type.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(type, "is an offset type", "Ask for the codec of its item type");
        }
        ItemType<T, AttributeValue> item = itemType(type);
        return new Codec<>() {
            @Override
            public RI toDb(T appItem) {
                return schema.schema().mapToItem(item.encode(appItem));
            }

            @Override
            public T toApp(RI rawItem) {
                Map<String, AttributeValue> row = schema.schema().itemToMap(rawItem, true);
                return item.codec().decode(row);
            }

            @Override
            public String toString() {
                return "Codec<" + ModelError.name(type) + ", "
                        + ModelError.name(schema.table().rawType()) + ">";
            }
        };
    }
}
