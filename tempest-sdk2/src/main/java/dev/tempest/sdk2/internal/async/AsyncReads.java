package dev.tempest.sdk2.internal.async;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.AsyncQueryable;
import dev.tempest.sdk2.AsyncScannable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.internal.read.PageSource;
import dev.tempest.sdk2.internal.read.Segments;
import dev.tempest.sdk2.internal.table.ReadModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.SdkPublisher;

/** Queries and scans without blocking, of an inline view or a secondary index. */
interface AsyncReads<K, I> extends AsyncQueryable<K, I>, AsyncScannable<K, I> {
    AsyncRequests.Source requests();

    ReadModel<K, I> model();

    @Override
    default CompletableFuture<Page<K, I>> queryPageAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return requests().send(() -> model().query().query(keyCondition, config, initialOffset));
    }

    @Override
    default SdkPublisher<Page<K, I>> queryAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofPages(
                requests(), offset -> model().query().query(keyCondition, config, offset), initialOffset);
    }

    @Override
    default SdkPublisher<I> queryAllContentsAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofItems(
                requests(), offset -> model().query().query(keyCondition, config, offset), initialOffset);
    }

    @Override
    default CompletableFuture<Long> countAsync(KeyCondition<K> keyCondition, QueryConfig config) {
        return requests()
                .call(model().query().counting(), call -> model().query().count(call, keyCondition, config));
    }

    @Override
    default CompletableFuture<List<I>> queryMergedAsync(
            Collection<? extends KeyCondition<K>> conditions, QueryConfig config, int limit) {
        return requests()
                .call(model().query().merging(), call -> model().query().merged(call, conditions, config, limit));
    }

    @Override
    default CompletableFuture<Page<K, I>> scanPageAsync(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return requests().send(() -> model().scan().scan(config, initialOffset));
    }

    @Override
    default SdkPublisher<Page<K, I>> scanAsync(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofPages(requests(), offset -> model().scan().scan(config, offset), initialOffset);
    }

    @Override
    default SdkPublisher<I> scanAllContentsAsync(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofItems(requests(), offset -> model().scan().scan(config, offset), initialOffset);
    }

    @Override
    default SdkPublisher<I> parallelScanAsync(int totalSegments, ScanConfig config) {
        List<PageSource<K, I>> segments = new ArrayList<>();
        for (ScanConfig segment : Segments.of(config, totalSegments)) {
            segments.add(offset -> model().scan().scan(segment, offset));
        }
        return PagePublisher.ofItems(requests(), segments);
    }

    @Override
    default CompletableFuture<Long> scanCountAsync(ScanConfig config) {
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
