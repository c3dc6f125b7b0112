package dev.tempest.sdk2.internal.sync;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.Queryable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.Scannable;
import dev.tempest.sdk2.internal.read.PageSource;
import dev.tempest.sdk2.internal.read.Segments;
import dev.tempest.sdk2.internal.table.ReadModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries and scans by a client that blocks, of an inline view or a secondary index. */
interface SyncReads<K, I> extends Queryable<K, I>, Scannable<K, I> {
    SyncRequests requests();

    ReadModel<K, I> model();

    @Override
    default Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return requests().run(model().query().query(keyCondition, config, initialOffset));
    }

    @Override
    default Results<Page<K, I>> queryAll(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return pages(keyCondition, config, initialOffset);
    }

    @Override
    default Results<I> queryAllContents(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return pages(keyCondition, config, initialOffset).contents();
    }

    private SyncPages<K, I> pages(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return new SyncPages<>(
                requests(),
                offset -> model().query().query(keyCondition, config, offset),
                initialOffset,
                config.readAhead());
    }

    @Override
    default long count(KeyCondition<K> keyCondition, QueryConfig config) {
        return requests()
                .call(model().query().counting(), call -> model().query().count(call, keyCondition, config));
    }

    @Override
    default List<I> queryMerged(Collection<? extends KeyCondition<K>> conditions, QueryConfig config, int limit) {
        return requests()
                .call(model().query().merging(), call -> model().query().merged(call, conditions, config, limit));
    }

    @Override
    default Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return requests().run(model().scan().scan(config, initialOffset));
    }

    @Override
    default Results<Page<K, I>> scanAll(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return scanPages(config, initialOffset);
    }

    @Override
    default Results<I> scanAllContents(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return scanPages(config, initialOffset).contents();
    }

    private SyncPages<K, I> scanPages(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return new SyncPages<>(
                requests(), offset -> model().scan().scan(config, offset), initialOffset, config.readAhead());
    }

    @Override
    default Results<I> parallelScan(int totalSegments, ScanConfig config) {
        List<PageSource<K, I>> segments = new ArrayList<>();
        for (ScanConfig segment : Segments.of(config, totalSegments)) {
            segments.add(offset -> model().scan().scan(segment, offset));
        }
        return new SyncParallelScan<>(requests(), segments);
    }

    @Override
    default long scanCount(ScanConfig config) {
        return requests().call(model().scan().counting(), call -> model().scan().count(call, config));
    }

    @Override
    default String offsetToString(Offset<K> offset) {
        return model().reader().toText(offset);
    }

    @Override
    default Offset<K> offsetFromString(String text) {
        return model().reader().fromText(text);
    }
}
