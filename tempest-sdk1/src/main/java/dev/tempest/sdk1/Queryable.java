package dev.tempest.sdk1;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Results;
import org.jspecify.annotations.Nullable;

/**
 * Queries: the items of one type in one partition, in the order of their sort keys. A query returns items of its item type
 * only, whatever lies beside them in the table.
 *
 * <p>Each page is one Query request: half a read unit for each 4 KB that DynamoDB looks at, twice that if the read is
 * consistent. A page ends at its size or at 1 MB.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface Queryable<K, I> {
    /** The first page of the items that meet a condition, 100 at most, in ascending order. */
    default Page<K, I> query(KeyCondition<K> keyCondition) {
        return query(keyCondition, QueryConfig.DEFAULT, null);
    }

    /** The first page of the items that meet a condition. */
    default Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config) {
        return query(keyCondition, config, null);
    }

    /**
     * A further page of the items that meet a condition.
     *
     * @param initialOffset where to begin, as a page of the same query returned it; null for the first page
     */
    default Page<K, I> query(KeyCondition<K> keyCondition, @Nullable Offset<K> initialOffset) {
        return query(keyCondition, QueryConfig.DEFAULT, initialOffset);
    }

    /**
     * A further page of the items that meet a condition.
     *
     * @param initialOffset where to begin, as a page of the same query returned it; null for the first page
     */
    Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset);

    /** All pages of the items that meet a condition, each fetched when it is needed. */
    default Results<Page<K, I>> queryAll(KeyCondition<K> keyCondition) {
        return queryAll(keyCondition, QueryConfig.DEFAULT, null);
    }

    /** All pages of the items that meet a condition, each fetched when it is needed. */
    default Results<Page<K, I>> queryAll(KeyCondition<K> keyCondition, QueryConfig config) {
        return queryAll(keyCondition, config, null);
    }

    /** All pages from an offset on, each fetched when it is needed. */
    default Results<Page<K, I>> queryAll(KeyCondition<K> keyCondition, @Nullable Offset<K> initialOffset) {
        return queryAll(keyCondition, QueryConfig.DEFAULT, initialOffset);
    }

    /** All pages from an offset on, each fetched when it is needed. */
    Results<Page<K, I>> queryAll(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset);

    /** All items that meet a condition; each page is fetched when it is needed. */
    default Results<I> queryAllContents(KeyCondition<K> keyCondition) {
        return queryAllContents(keyCondition, QueryConfig.DEFAULT, null);
    }

    /** All items that meet a condition; each page is fetched when it is needed. */
    default Results<I> queryAllContents(KeyCondition<K> keyCondition, QueryConfig config) {
        return queryAllContents(keyCondition, config, null);
    }

    /** All items from an offset on; each page is fetched when it is needed. */
    default Results<I> queryAllContents(KeyCondition<K> keyCondition, @Nullable Offset<K> initialOffset) {
        return queryAllContents(keyCondition, QueryConfig.DEFAULT, initialOffset);
    }

    /** All items from an offset on; each page is fetched when it is needed. */
    Results<I> queryAllContents(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset);

    /**
     * An offset as text that is safe in a URL. It is opaque, but not secret: whoever decodes it can read the key that it
     * stands for.
     */
    String offsetToString(Offset<K> offset);

    /**
     * The offset that {@link #offsetToString} wrote, in this process or in another.
     *
     * @throws IllegalArgumentException if the text is damaged, if it comes from another view or table, or, where the
     *     database has a secret for offsets, if it was not made with that secret
     */
    Offset<K> offsetFromString(String text);
}
