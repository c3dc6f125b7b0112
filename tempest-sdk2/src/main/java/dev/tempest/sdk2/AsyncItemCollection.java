package dev.tempest.sdk2;

import dev.tempest.KeyCondition;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Items of several types that share a partition, without blocking: {@link ItemCollection} with futures.
 *
 * <p>The futures fail with what the methods of {@link ItemCollection} throw. Cancelling a future cancels the request under
 * way, and no further page is asked for.
 *
 * @param <K> the key type
 * @param <A> the type that gathers the items
 */
public interface AsyncItemCollection<K, A> {
    /** As {@link ItemCollection#load(Object)}: a Query for each page; null if there is nothing. */
    default CompletableFuture<@Nullable A> loadAsync(K key) {
        return loadAsync(key, false);
    }

    /** As {@link ItemCollection#load(Object, boolean)}: a Query for each page; null if there is nothing. */
    default CompletableFuture<@Nullable A> loadAsync(K key, boolean consistentReads) {
        return loadAsync(key, QueryConfig.whole(consistentReads));
    }

    /** As {@link ItemCollection#load(Object, QueryConfig)}: a Query for each page; null if there is nothing. */
    CompletableFuture<@Nullable A> loadAsync(K key, QueryConfig config);

    /** As {@link ItemCollection#load(KeyCondition)}: a Query for each page; null if there is nothing. */
    default CompletableFuture<@Nullable A> loadAsync(KeyCondition<?> condition) {
        return loadAsync(condition, false);
    }

    /** As {@link ItemCollection#load(KeyCondition, boolean)}: a Query for each page; null if there is nothing. */
    default CompletableFuture<@Nullable A> loadAsync(KeyCondition<?> condition, boolean consistentReads) {
        return loadAsync(condition, QueryConfig.whole(consistentReads));
    }

    /** As {@link ItemCollection#load(KeyCondition, QueryConfig)}: a Query for each page; null if there is nothing. */
    CompletableFuture<@Nullable A> loadAsync(KeyCondition<?> condition, QueryConfig config);
}
