package dev.tempest.sdk2;

import dev.tempest.Offset;
import dev.tempest.Results;
import org.jspecify.annotations.Nullable;

/**
 * Scans: all items of one type in a table or index, in no order. A scan returns items that carry the type's prefixes, and
 * no others; but DynamoDB reads, and charges, the whole table.
 *
 * <p>Each page is one Scan request: half a read unit for each 4 KB that DynamoDB looks at, twice that if the read is
 * consistent. A page ends at its size or at 1 MB.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface Scannable<K, I> {
    /** The first page of all items. */
    default Page<K, I> scan() {
        return scan(ScanConfig.DEFAULT, null);
    }

    /** The first page of all items. */
    default Page<K, I> scan(ScanConfig config) {
        return scan(config, null);
    }

    /** A further page; see {@link #scan(ScanConfig, Offset)}. */
    default Page<K, I> scan(@Nullable Offset<K> initialOffset) {
        return scan(ScanConfig.DEFAULT, initialOffset);
    }

    /**
     * A further page.
     *
     * @param initialOffset where to begin, as a page of the same scan returned it; null for the first page
     */
    Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset);

    /** All pages, each fetched when it is needed, or one ahead. */
    default Results<Page<K, I>> scanAll() {
        return scanAll(ScanConfig.DEFAULT, null);
    }

    /** All pages, each fetched when it is needed, or one ahead. */
    default Results<Page<K, I>> scanAll(ScanConfig config) {
        return scanAll(config, null);
    }

    /** All pages from an offset on, each fetched when it is needed, or one ahead. */
    default Results<Page<K, I>> scanAll(@Nullable Offset<K> initialOffset) {
        return scanAll(ScanConfig.DEFAULT, initialOffset);
    }

    /** All pages from an offset on, each fetched when it is needed, or one ahead. */
    Results<Page<K, I>> scanAll(ScanConfig config, @Nullable Offset<K> initialOffset);

    /** All items; each page is fetched when it is needed, or one ahead. */
    default Results<I> scanAllContents() {
        return scanAllContents(ScanConfig.DEFAULT, null);
    }

    /** All items; each page is fetched when it is needed, or one ahead. */
    default Results<I> scanAllContents(ScanConfig config) {
        return scanAllContents(config, null);
    }

    /** All items from an offset on; each page is fetched when it is needed, or one ahead. */
    default Results<I> scanAllContents(@Nullable Offset<K> initialOffset) {
        return scanAllContents(ScanConfig.DEFAULT, initialOffset);
    }

    /** All items from an offset on; each page is fetched when it is needed, or one ahead. */
    Results<I> scanAllContents(ScanConfig config, @Nullable Offset<K> initialOffset);

    /** All items, by several requests at a time; see {@link #parallelScan(int, ScanConfig)}. */
    default Results<I> parallelScan(int totalSegments) {
        return parallelScan(totalSegments, ScanConfig.DEFAULT);
    }

    /**
     * All items, by several requests at a time. The next page of a segment is asked for when the last one is taken up, so
     * that memory holds one page of each segment at most, and the one that is being read.
     *
     * @param totalSegments how many parts the table is split into. They are read side by side by threads of the library, as
     *     many at a time as {@link LogicalDbBuilder#maxParallelRequests} allows
     * @param config must not name a worker
     */
    Results<I> parallelScan(int totalSegments, ScanConfig config);

    /** Counts all items; see {@link #scanCount(ScanConfig)}. */
    default long scanCount() {
        return scanCount(ScanConfig.DEFAULT);
    }

    /**
     * Counts all items, without returning them. Sends a Scan for each MB of the table or index. It costs what a scan for the
     * items costs, but nothing is transferred.
     *
     * @param config the filter, the worker, and whether the read is consistent; nothing else of it counts, the size of pages
     *     included
     */
    long scanCount(ScanConfig config);

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
