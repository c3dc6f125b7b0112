package dev.tempest.internal.picture;

import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.model.ItemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table with what is declared of it.
 *
 * @param tableTypes the user's interfaces of the table
 * @param writeToken the attribute in which writers leave their mark; null for none
 * @param <V> the SDK's attribute value
 */
public record PictureTable<V>(
        String name,
        List<Class<?>> tableTypes,
        TableShape shape,
        List<ItemType<?, V>> itemTypes,
        List<Access<V>> accesses,
        @Nullable String writeToken) {

    /** What reads and writes items. */
    public enum Kind {
        VIEW,
        INDEX,
        COLLECTION
    }

    /**
     * A view, an index or a collection that the table's interface declares.
     *
     * @param method the interface's
     * @param index that it reads; null for the table
     * @param result the item type, or what collects items
     * @param itemTypes that it reads
     */
    public record Access<V>(
            String method,
            Kind kind,
            @Nullable String index,
            Class<?> keyClass,
            Class<?> result,
            List<ItemType<?, V>> itemTypes) {}
}
