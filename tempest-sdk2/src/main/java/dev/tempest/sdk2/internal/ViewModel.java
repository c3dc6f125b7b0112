package dev.tempest.sdk2.internal;

import dev.tempest.internal.ItemType;
import dev.tempest.internal.KeyType;
import dev.tempest.internal.ModelError;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an inline view or a secondary index is made of. */
record ViewModel<K, I>(
        Table<?> table, ItemType<I, AttributeValue> item, KeyType<K, AttributeValue> key, ItemMapper<I> mapper) {

    ItemOperations<K, I> itemOperations() {
        return new ItemOperations<>(table, mapper, key::encode);
    }

    QueryOperations<K, I> queryOperations() {
        return new QueryOperations<>(this);
    }

    /** The view as messages and {@code toString()} name it. */
    String describe(String kind) {
        String index = key.index() == null ? "" : ", index " + key.index();
        return kind + "<" + ModelError.name(key.type()) + ", " + mapper.typeName() + "> of table " + table.name() + index;
    }
}
