package dev.tempest.sdk2;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A view's items by some of their properties; see {@link InlineView#projecting}. Safe for use by several threads.
 *
 * @param <K> the key type
 * @param <P> the type with some of the item type's properties
 */
public interface ProjectedView<K, P> extends Queryable<K, P>, Scannable<K, P> {
    /** Loads some properties of an item, as {@link View#load(Object)} does; null if the item does not exist. */
    default @Nullable P load(K key) {
        return load(key, false);
    }

    /** Loads some properties of an item, as {@link View#load(Object, boolean)} does; null if the item does not exist. */
    default @Nullable P load(K key, boolean consistentReads) {
        return load(key, consistentReads, ReturnConsumedCapacity.NONE).item();
    }

    /** Loads some properties of an item, as {@link View#load(Object, boolean, ReturnConsumedCapacity)} does. */
    Loaded<P> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity);
}
