package dev.tempest.sdk2.internal;

import dev.tempest.Codec;
import dev.tempest.ForIndex;
import dev.tempest.internal.ItemType;
import dev.tempest.internal.KeyType;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.TableModel;
import java.util.Map;
import java.util.function.BiConsumer;
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
    private final BiConsumer<Class<?>, Class<?>> binder;

    /** @param binder is told each item type with its raw type */
    Table(
            String name,
            RawSchema<RI> schema,
            @Nullable DynamoDbEnhancedClientExtension extension,
            BiConsumer<Class<?>, Class<?>> binder) {
        this.name = name;
        this.schema = schema;
        this.extension = extension;
        this.model = new TableModel<>(schema.table());
        this.binder = binder;
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

    /** The operations on the table's own raw items. */
    ItemOperations<RI, RI> rawOperations() {
        return new ItemOperations<>(
                this, ItemMapper.of(schema), raw -> schema.requireKey(schema.schema().itemToMap(raw, true)));
    }

    <K, I> ViewModel<K, I> view(Class<K> keyType, Class<I> itemType) {
        if (keyType.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(
                    keyType,
                    "is the offset type of an index, but is used as the key of an InlineView",
                    "Declare a SecondaryIndex instead, or name a key type without @ForIndex");
        }
        return viewModel(keyType, itemType);
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

    /** Adds a type all of whose checks have passed: one that was refused leaves no trace. */
    private synchronized void add(ItemType<?, AttributeValue> itemType) {
        model.check(itemType);
        binder.accept(itemType.type(), schema.table().rawType());
        model.add(itemType);
    }

    private <K, I> ViewModel<K, I> viewModel(Class<K> keyType, Class<I> itemType) {
        ItemType<I, AttributeValue> item = model.itemType(itemType);
        KeyType<K, AttributeValue> key = KeyType.of(keyType, item);
        add(item);
        return new ViewModel<>(this, item, key, ItemMapper.of(item, schema));
    }

    <T> Codec<T, RI> codec(Class<T> type) {
        if (type.isAnnotationPresent(ForIndex.class)) {
            throw ModelError.of(type, "is an offset type", "Ask for the codec of its item type");
        }
        ItemType<T, AttributeValue> item = model.itemType(type);
        add(item);
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
