package dev.tempest.sdk2;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * Queries without blocking: {@link Queryable} with futures and publishers.
 *
 * <p>A publisher fetches a page when its subscriber asks for one, one at a time; cancelling the subscription cancels the
 * request under way. Each subscriber starts a query of its own.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface AsyncQueryable<K, I> {
    /** One page, as {@link Queryable#query(KeyCondition)}. */
    default CompletableFuture<Page<K, I>> queryPageAsync(KeyCondition<K> keyCondition) {
        return queryPageAsync(keyCondition, QueryConfig.DEFAULT, null);
    }

    /** One page, as {@link Queryable#query(KeyCondition, QueryConfig)}. */
    default CompletableFuture<Page<K, I>> queryPageAsync(KeyCondition<K> keyCondition, QueryConfig config) {
        return queryPageAsync(keyCondition, config, null);
    }

    /** One page, as {@link Queryable#query(KeyCondition, QueryConfig, Offset)}. */
    CompletableFuture<Page<K, I>> queryPageAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset);

    /** All pages, as {@link Queryable#queryAll(KeyCondition)}. */
    default SdkPublisher<Page<K, I>> queryAsync(KeyCondition<K> keyCondition) {
        return queryAsync(keyCondition, QueryConfig.DEFAULT, null);
    }

    /** All pages, as {@link Queryable#queryAll(KeyCondition, QueryConfig)}. */
    default SdkPublisher<Page<K, I>> queryAsync(KeyCondition<K> keyCondition, QueryConfig config) {
        return queryAsync(keyCondition, config, null);
    }

    /** All pages from an offset on, as {@link Queryable#queryAll(KeyCondition, QueryConfig, Offset)}. */
    SdkPublisher<Page<K, I>> queryAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset);

    /** All items, as {@link Queryable#queryAllContents(KeyCondition)}. */
    default SdkPublisher<I> queryAllContentsAsync(KeyCondition<K> keyCondition) {
        return queryAllContentsAsync(keyCondition, QueryConfig.DEFAULT, null);
    }

    /** All items, as {@link Queryable#queryAllContents(KeyCondition, QueryConfig)}. */
    default SdkPublisher<I> queryAllContentsAsync(KeyCondition<K> keyCondition, QueryConfig config) {
        return queryAllContentsAsync(keyCondition, config, null);
    }

    /** All items from an offset on, as {@link Queryable#queryAllContents(KeyCondition, QueryConfig, Offset)}. */
    SdkPublisher<I> queryAllContentsAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset);

    /** Queries several partitions at the same time, as {@link Queryable#queryMerged}. */
    CompletableFuture<List<I>> queryMergedAsync(
            Collection<? extends KeyCondition<K>> conditions, QueryConfig config, int limit);

    /** Counts items, as {@link Queryable#count(KeyCondition)}. */
    default CompletableFuture<Long> countAsync(KeyCondition<K> keyCondition) {
        return countAsync(keyCondition, QueryConfig.DEFAULT);
    }

    /** Counts items, as {@link Queryable#count(KeyCondition, QueryConfig)}. */
    CompletableFuture<Long> countAsync(KeyCondition<K> keyCondition, QueryConfig config);

    /** As {@link Queryable#offsetToString}; sends nothing. */
    String offsetToString(Offset<K> offset);

    /** As {@link Queryable#offsetFromString}; sends nothing. */
    Offset<K> offsetFromString(String text);
}
