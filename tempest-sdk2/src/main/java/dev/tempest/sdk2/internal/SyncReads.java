package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Queries and scans by a client that blocks: all of a secondary index, and a part of an inline view. */
class SyncReads<K, I> implements SecondaryIndex<K, I> {
    private final DynamoDbClient client;
    private final Workers workers;
    private final QueryOperations<K, I> queries;
    private final ScanOperations<K, I> scans;
    private final PageReader<K, I> reader;
    private final String description;

    SyncReads(DynamoDbClient client, Workers workers, ViewModel<K, I> model, String kind) {
        this.client = client;
        this.workers = workers;
        this.queries = model.queryOperations();
        this.scans = model.scanOperations();
        this.reader = model.pageReader();
        this.description = model.describe(kind);
    }

    @Override
    public Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return queries.query(keyCondition, config, initialOffset).run(client);
    }

    @Override
    public Results<Page<K, I>> queryAll(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return pages(keyCondition, config, initialOffset);
    }

    @Override
    public Results<I> queryAllContents(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return pages(keyCondition, config, initialOffset).contents();
    }

    private SyncPages<K, I> pages(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return new SyncPages<>(
                new SyncRequests(client, workers),
                offset -> queries.query(keyCondition, config, offset),
                initialOffset,
                config.readAhead());
    }

    @Override
    public Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return scans.scan(config, initialOffset).run(client);
    }

    @Override
    public Results<Page<K, I>> scanAll(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return scanPages(config, initialOffset);
    }

    @Override
    public Results<I> scanAllContents(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return scanPages(config, initialOffset).contents();
    }

    private SyncPages<K, I> scanPages(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return new SyncPages<>(
                new SyncRequests(client, workers),
                offset -> scans.scan(config, offset),
                initialOffset,
                config.readAhead());
    }

    @Override
    public Results<I> parallelScan(int totalSegments, ScanConfig config) {
        List<PageSource<K, I>> segments = new ArrayList<>();
        for (ScanConfig segment : Segments.of(config, totalSegments)) {
            segments.add(offset -> scans.scan(segment, offset));
        }
        return new SyncParallelScan<>(new SyncRequests(client, workers), segments);
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
