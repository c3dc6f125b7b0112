package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.Codec;
import dev.tempest.ForIndex;
import dev.tempest.internal.ItemType;
import dev.tempest.internal.KeyType;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.TableModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
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
    private final Map<Class<?>, List<KeyType<?, AttributeValue>>> keyTypes = new ConcurrentHashMap<>();

    Table(String name, RawSchema<RI> schema, DbModel db) {
        this.name = name;
        this.schema = schema;
        this.db = db;
        this.model = new TableModel<>(schema.table());
    }

    String name() {
        return name;
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

    /** A row as the mapper's attribute transformer lets it go to DynamoDB. */
    Map<String, AttributeValue> transformed(Map<String, AttributeValue> row) {
        AttributeTransformer transformer = connection().transformer();
        return transformer == null ? row : transformer.transform(new TransformedRow<>(this, row));
    }

    /** A row of DynamoDB as the mapper's attribute transformer reads it. */
    Map<String, AttributeValue> untransformed(Map<String, AttributeValue> row) {
        AttributeTransformer transformer = connection().transformer();
        return transformer == null ? row : transformer.untransform(new TransformedRow<>(this, row));
    }

    /** What every table does, as a user's interface of the table inherits it. */
    TableView<RI> everyTable(Class<?> tableType) {
        TableView<RI> view = new TableView<>(this, tableType);
        db.registry().add(schema.table().rawType(), view);
        return view;
    }

    <K, I> Inline<K, I> view(Class<K> keyType, Class<I> itemType) {
        if (keyType.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(
                    keyType,
                    "is the offset type of an index, but is used as the key of an InlineView",
                    "Declare a SecondaryIndex instead, or name a key type without @ForIndex");
        }
        Inline<K, I> view = new Inline<>(viewModel(keyType, itemType));
        db.registry().add(keyType, view.items());
        return view;
    }

    <K, I> Reads<K, I> index(Class<K> offsetType, Class<I> itemType) {
        if (!offsetType.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(
                    offsetType,
                    "is used as the offset type of a SecondaryIndex, but does not say of which",
                    "Put @ForIndex(name = ...) on it");
        }
        return new Reads<>(viewModel(offsetType, itemType), "SecondaryIndex");
    }

    private <K, I> ViewModel<K, I> viewModel(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        KeyType<K, AttributeValue> key = KeyType.of(keyType, item);
        ItemMapper<I> mapper = ItemMapper.of(item, schema);
        add(item);
        remember(key);
        return new ViewModel<>(this, item, key, mapper);
    }

    /** Adds a type all of whose checks have passed: one that was refused leaves no trace. */
    private synchronized void add(ItemType<?, AttributeValue> itemType) {
        model.check(itemType);
        db.bind(itemType.type(), schema.table().rawType());
        model.add(itemType);
    }

    private void remember(KeyType<?, AttributeValue> key) {
        List<KeyType<?, AttributeValue>> known =
                keyTypes.computeIfAbsent(key.type(), type -> new CopyOnWriteArrayList<>());
        if (known.stream().noneMatch(other -> other.itemType() == key.itemType())) {
            known.add(key);
        }
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        KeyType<T, AttributeValue> key = keyType(type);
        if (key != null) {
            return codec(type, key::encode, key.codec()::decode);
        }
        ItemType<T, AttributeValue> item = model.itemType(type);
        add(item);
        return codec(type, item::encode, item.codec()::decode);
    }

    /** The model of a key type of a view or index; null if there is no such view. */
    @SuppressWarnings("unchecked")
    private <K> @Nullable KeyType<K, AttributeValue> keyType(Class<K> type) {
        List<KeyType<?, AttributeValue>> known = keyTypes.getOrDefault(type, List.of());
        for (KeyType<?, AttributeValue> other : known) {
            if (!other.storesAs(known.get(0))) {
                throw ModelError.of(
                        type,
                        "is a key type of "
                                + ModelError.name(known.get(0).itemType().type()) + " and of "
                                + ModelError.name(other.itemType().type()) + ", which store it differently",
                        "Ask for the codec of one of these");
            }
        }
        return known.isEmpty() ? null : (KeyType<K, AttributeValue>) known.get(0);
    }

    private <T> Codec<T, RI> codec(
            Class<T> type,
            Function<T, Map<String, AttributeValue>> encoder,
            Function<Map<String, AttributeValue>, T> decoder) {
        return new Codec<>() {
            @Override
            public RI toDb(T appItem) {
                return schema.model().unconvert(new HashMap<>(encoder.apply(appItem)));
            }

            @Override
            public T toApp(RI rawItem) {
                return decoder.apply(schema.encode(rawItem));
            }

            @Override
            public String toString() {
                return "Codec<" + ModelError.name(type) + ", "
                        + ModelError.name(schema.table().rawType()) + ">";
            }
        };
    }
}
