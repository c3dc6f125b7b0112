package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Queries and scans without blocking: all of a secondary index, and a part of an inline view. */
class AsyncReads<K, I> implements AsyncSecondaryIndex<K, I> {
    private final DynamoDbAsyncClient client;
    private final Forks forks;
    private final QueryOperations<K, I> queries;
    private final ScanOperations<K, I> scans;
    private final PageReader<K, I> reader;
    private final String description;

    AsyncReads(DynamoDbAsyncClient client, Forks forks, ViewModel<K, I> model, String kind) {
        this.client = client;
        this.forks = forks;
        this.queries = model.queryOperations();
        this.scans = model.scanOperations();
        this.reader = model.pageReader();
        this.description = model.describe(kind);
    }

    @Override
    public CompletableFuture<Page<K, I>> queryPageAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return AsyncRequests.send(client, () -> queries.query(keyCondition, config, initialOffset));
    }

    @Override
    public SdkPublisher<Page<K, I>> queryAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofPages(client, offset -> queries.query(keyCondition, config, offset), initialOffset);
    }

    @Override
    public SdkPublisher<I> queryAllContentsAsync(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofItems(client, offset -> queries.query(keyCondition, config, offset), initialOffset);
    }

    @Override
    public CompletableFuture<Page<K, I>> scanPageAsync(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return AsyncRequests.send(client, () -> scans.scan(config, initialOffset));
    }

    @Override
    public SdkPublisher<Page<K, I>> scanAsync(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofPages(client, offset -> scans.scan(config, offset), initialOffset);
    }

    @Override
    public SdkPublisher<I> scanAllContentsAsync(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return PagePublisher.ofItems(client, offset -> scans.scan(config, offset), initialOffset);
    }

    @Override
    public SdkPublisher<I> parallelScanAsync(int totalSegments, ScanConfig config) {
        List<PageSource<K, I>> segments = new ArrayList<>();
        for (ScanConfig segment : Segments.of(config, totalSegments)) {
            segments.add(offset -> scans.scan(segment, offset));
        }
        return PagePublisher.ofItems(client, forks, segments);
    }

    @Override
    public String offsetToString(Offset<K> offset) {
        return reader.toText(offset);
    }

    @Override
    public Offset<K> offsetFromString(String text) {
        return reader.fromText(text);
    }

    @Override
    public String toString() {
        return description;
    }
}
