package dev.tempest.sdk2;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A view's items by some of their properties, without blocking: {@link ProjectedView} with futures and publishers.
 *
 * @param <K> the key type
 * @param <P> the type with some of the item type's properties
 */
public interface AsyncProjectedView<K, P> extends AsyncQueryable<K, P>, AsyncScannable<K, P> {
    /** As {@link ProjectedView#load(Object)}: one GetItem; null if the item does not exist. */
    default CompletableFuture<@Nullable P> loadAsync(K key) {
        return loadAsync(key, false);
    }

    /** As {@link ProjectedView#load(Object, boolean)}: one GetItem; null if the item does not exist. */
    CompletableFuture<@Nullable P> loadAsync(K key, boolean consistentReads);

    /** As {@link ProjectedView#load(Object, boolean, ReturnConsumedCapacity)}: one GetItem. */
    CompletableFuture<Loaded<P>> loadAsync(
            K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity);
}
