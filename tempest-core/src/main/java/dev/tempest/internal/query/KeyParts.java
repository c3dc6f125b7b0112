package dev.tempest.internal.query;

import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.schema.KeySchema;
import org.jspecify.annotations.Nullable;

/**
 * Where one class of keys keeps the parts of a key.
 *
 * @param type the user's class
 * @param partition the partition key of the table or index that is read
 * @param sort its sort key; null if the class names the partition alone
 * @param <V> the SDK's attribute value
 */
record KeyParts<V>(
        Class<?> type, Binding<V> partition, @Nullable Binding<V> sort) {
    static <V> KeyParts<V> of(KeyType<?, V> keyType) {
        KeySchema schema = keyType.schema();
        String sortKey = schema.sortKey();
        return new KeyParts<>(
                keyType.type(),
                keyType.binding(schema.partitionKey()),
                sortKey == null ? null : keyType.binding(sortKey));
    }
}
