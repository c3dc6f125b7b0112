package dev.tempest.sdk2.internal.table;

import dev.tempest.Codec;
import dev.tempest.Scoped;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.ProjectedType;
import dev.tempest.internal.model.ProjectionCheck;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expiry;
import dev.tempest.sdk2.internal.batch.Registry;
import dev.tempest.sdk2.internal.mapping.HomeRule;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.schema.ItemSchemas;
import dev.tempest.sdk2.internal.schema.RawSchema;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.migration.Migration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One DynamoDB table with all that is declared of it: the views, indexes and collections of the item types that share it.
 *
 * @param <RI> the raw item type
 */
public final class Table<RI> {
    private final TableContext<RI> context;
    private final Registry registry;
    private final TableTypes<RI> types;
    private final ItemOperations<RI, RI> rawOperations;
    private final PartitionLoad partitionLoad;
    private final OperationInfo loadingPartitions;
    private final Map<Class<?>, ItemOperations<?, ?>> claiming = new ConcurrentHashMap<>();

    /**
     * @param registry finds the table of a key or item; gets the raw item type, and each view's types
     * @param rawTypes of the database that the table is of
     */
    Table(TableContext<RI> context, Registry registry, RawTypes rawTypes) {
        RawSchema<RI> schema = context.schema();
        this.context = context;
        this.registry = registry;
        this.types = new TableTypes<>(schema, rawTypes, context.unique());
        ItemMapper<RI> rawItems = ItemMapper.of(context);
        this.rawOperations = new ItemOperations<>(
                rawItems, raw -> schema.table().requireKey(schema.encode(raw)), HomeRule.ofRawItems(rawItems));
        this.loadingPartitions = OperationInfo.of("loadPartition", context.name(), null, null);
        this.partitionLoad = new PartitionLoad(context, types, loadingPartitions);
        registry.add(schema.table().rawItemClass(), rawOperations);
    }

    public TableContext<RI> context() {
        return context;
    }

    /** The operations on the item types with unique values, one of each type. */
    public Collection<ItemOperations<?, ?>> claiming() {
        return claiming.values();
    }

    public String name() {
        return context.name();
    }

    public RawSchema<RI> schema() {
        return context.schema();
    }

    /** How writers mark what they write; null if they do not. */
    public @Nullable WriteTokens tokens() {
        return context.tokens();
    }

    /** When the table's items count as absent; null for never. */
    @Nullable Expiry<AttributeValue> expiry() {
        return context.expiry();
    }

    /** The operations on the table's own raw items. */
    public ItemOperations<RI, RI> rawOperations() {
        return rawOperations;
    }

    /** A load of several types as listeners see it. */
    public OperationInfo loadingPartitions() {
        return loadingPartitions;
    }

    /** Loads items of several types that were not declared to be gathered. */
    public PartitionLoad partitionLoad() {
        return partitionLoad;
    }

    /** The item types that the table has so far. */
    public List<ItemType<?, AttributeValue>> itemTypes() {
        return types.itemTypes();
    }

    /** The key types of an item type's views. */
    public List<KeyType<?, AttributeValue>> keyTypes(Class<?> itemType) {
        return types.keyTypes(itemType);
    }

    /**
     * Checks what an interface declares once all of its views are known.
     *
     * @throws IllegalArgumentException if no item type has a key attribute of an index, or if an index does not hold what is
     *     read through it
     */
    void requireComplete() {
        ItemSchemas items = schema().items();
        if (items != null) {
            types.requireComplete(items.keys());
            ProjectionCheck.of(items.keys(), types.itemTypes(), types::itemTypesThrough);
            Expiry<AttributeValue> expiry = context.expiry();
            if (expiry != null) {
                ProjectionCheck.ofExpiry(items.keys(), expiry.attribute(), types::itemTypesThrough);
            }
        }
    }

    /** The type of a key attribute: {@code S}, {@code N} or {@code B}. */
    public String keyType(String attribute) {
        if (schema().items() == null) {
            return schema().schema()
                    .converterForAttribute(attribute)
                    .attributeValueType()
                    .name();
        }
        String stored = types.storedAs(attribute);
        return stored == null ? AttributeValueType.S.name() : stored;
    }

    /** The item types that declared views and collections read through an index. */
    public Collection<ItemType<?, AttributeValue>> itemTypesThrough(String index) {
        return types.itemTypesThrough(index);
    }

    /** The types with some of an item type's properties that have been read through an index. */
    public Collection<ProjectedType<?, AttributeValue>> projectedThrough(String index) {
        return types.projectedThrough(index);
    }

    /** Says that a key or item is meant for this table. */
    public <T> Scoped<T> scoped(T keyOrItem) {
        return new Scoped<>(name(), keyOrItem);
    }

    /**
     * The codec between raw items and a type.
     *
     * @throws IllegalArgumentException if items of the type are migrated on read, which a codec does not
     */
    public <T> Codec<T, RI> codec(Class<T> type) {
        context.settings().migrations().keySet().forEach(migrated -> {
            if (migrated.isAssignableFrom(type)) {
                throw new IllegalArgumentException(ModelError.name(type)
                        + " is migrated on read, and a codec maps raw items as they are. Use the view of the type.");
            }
        });
        return types.codec(type);
    }

    public <K, I> ViewModel<K, I> view(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = types.itemType(itemType);
        KeyType<K, AttributeValue> key = types.keyOfView(keyType, item);
        ItemMapper<I> mapper = ItemMapper.of(item, context);
        ItemOperations<K, I> operations = new ItemOperations<>(mapper, key::encode, HomeRule.ofView(mapper, key));
        types.add(key);
        key.classes().forEach(each -> registry.add(each, operations));
        if (!item.unique().isEmpty()) {
            claiming.put(itemType, operations);
        }
        return new ViewModel<>(new ReadModel<>(mapper, new Projections<>(mapper, key, types)), operations);
    }

    public <K, I> ReadModel<K, I> index(Class<K> offsetType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = types.itemType(itemType);
        KeyType<K, AttributeValue> key = types.keyOfIndex(offsetType, item);
        context.requireWhole(itemType, key.index());
        ItemMapper<I> mapper = ItemMapper.of(item, context);
        ReadModel<K, I> index = new ReadModel<>(mapper, new Projections<>(mapper, key, types));
        types.add(key);
        return index;
    }

    /** Whether a view of this table has the item type, or whether it is that of the raw items. */
    boolean has(Class<?> itemType) {
        return itemType == schema().table().rawItemClass()
                || types.itemTypes().stream().anyMatch(known -> known.type() == itemType);
    }

    /**
     * A migration of an item type in this table.
     *
     * @throws IllegalArgumentException as {@link Upgrade#of} does
     */
    public Upgrade upgrade(Migration<?> migration) {
        return Upgrade.of(migration, context, types::itemType);
    }

    public <K, A> CollectionModel<K, A> collection(Class<K> keyType, Class<A> type) {
        return new CollectionModel<>(context, types, keyType, type);
    }
}
