package dev.tempest.tests.faces;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.util.List;

/**
 * The pages of a view or index. All pages, and all items, are fetched at once. Parallel scans in one call are for SDK 2.x
 * only.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface Pages<K, I> {
    Page<K, I> query(KeyCondition<K> condition);

    Page<K, I> query(KeyCondition<K> condition, QueryConfig config);

    Page<K, I> query(KeyCondition<K> condition, QueryConfig config, Offset<K> offset);

    List<Page<K, I>> queryAll(KeyCondition<K> condition);

    List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config);

    List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config, Offset<K> offset);

    List<I> queryAllContents(KeyCondition<K> condition);

    List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config);

    List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config, Offset<K> offset);

    Page<K, I> scan();

    Page<K, I> scan(ScanConfig config);

    Page<K, I> scan(ScanConfig config, Offset<K> offset);

    List<Page<K, I>> scanAll();

    List<Page<K, I>> scanAll(ScanConfig config);

    List<Page<K, I>> scanAll(ScanConfig config, Offset<K> offset);

    List<I> scanAllContents();

    List<I> scanAllContents(ScanConfig config);

    List<I> scanAllContents(ScanConfig config, Offset<K> offset);

    default List<I> parallelScan(int totalSegments) {
        throw new UnsupportedOperationException();
    }

    default List<I> parallelScan(int totalSegments, ScanConfig config) {
        throw new UnsupportedOperationException();
    }

    String offsetToString(Offset<K> offset);

    Offset<K> offsetFromString(String text);

    String text();
}
