package dev.tempest.sdk2.internal;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.OffsetTokens;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an inline view or a secondary index is made of, whatever client does its requests. */
final class ViewModel<K, I> {
    private final Table<?> table;
    private final ItemType<I, AttributeValue> item;
    private final KeyType<K, AttributeValue> key;
    private final ItemMapper<I> mapper;
    private final byte @Nullable [] offsetSecret;
    private final ItemOperations<K, I> itemOperations;

    ViewModel(
            Table<?> table,
            ItemType<I, AttributeValue> item,
            KeyType<K, AttributeValue> key,
            ItemMapper<I> mapper,
            byte @Nullable [] offsetSecret) {
        this.table = table;
        this.item = item;
        this.key = key;
        this.mapper = mapper;
        this.offsetSecret = offsetSecret;
        this.itemOperations = new ItemOperations<>(table, mapper, key::encode);
    }

    Table<?> table() {
        return table;
    }

    ItemType<I, AttributeValue> item() {
        return item;
    }

    KeyType<K, AttributeValue> key() {
        return key;
    }

    ItemMapper<I> mapper() {
        return mapper;
    }

    Extensions extensions() {
        return new Extensions(
                table.extension(), mapper.schema(), mapper.schema().tableMetadata(), table.name());
    }

    OffsetTokens offsetTokens() {
        String scope = String.join("\n", table.name(), String.valueOf(key.index()), mapper.typeName());
        return new OffsetTokens(scope, offsetSecret);
    }

    PageReader<K, I> pageReader() {
        return new PageReader<>(this);
    }

    ItemOperations<K, I> itemOperations() {
        return itemOperations;
    }

    QueryOperations<K, I> queryOperations() {
        return new QueryOperations<>(this);
    }

    ScanOperations<K, I> scanOperations() {
        return new ScanOperations<>(this);
    }

    /** The view as {@code toString()} names it. */
    String describe(String kind) {
        return kind + "<" + ModelError.name(key.type()) + ", " + mapper.typeName() + "> of "
                + table.describe(key.index());
    }
}
