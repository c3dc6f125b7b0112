package dev.tempest.tests.faces;

import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Scoped;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalDbBuilder;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.Queryable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.Scannable;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.View;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The synchronous interface. */
final class SyncFace implements Face {
    private final Media.Db db;

    SyncFace(DynamoDbEnhancedClient client, byte[] offsetSecret) {
        LogicalDbBuilder<Media.Db> builder = LogicalDb.builder(Media.Db.class).enhancedClient(client);
        if (offsetSecret != null) {
            builder.offsetSecret(offsetSecret);
        }
        db = builder.build();
    }

    @Override
    public MediaTable media() {
        return new Table(db.media());
    }

    @Override
    public MediaTable archive() {
        return new Table(db.logicalTable(Media.ARCHIVE, Media.Table.class));
    }

    @Override
    public Items<Media.Measure.Key, Media.Measure> measures() {
        return new Single<>(db.measures().measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new Paged<>(db.measures().measures(), db.measures().measures());
    }

    @Override
    public ItemSet batchLoad(Object... keys) {
        return db.batchLoad(keys);
    }

    @Override
    public ItemSet batchLoad(Iterable<?> keys) {
        return db.batchLoad(keys);
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return db.batchLoad(keys, config);
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return db.batchWrite(writeSet);
    }

    @Override
    public ItemSet transactionLoad(Object... keys) {
        return db.transactionLoad(keys);
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return db.transactionLoad(keys);
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return db.transactionWrite(writeSet);
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return db.failuresIn(refusal);
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(Media.Table table) implements MediaTable {
        @Override
        public Items<MediaRow, MediaRow> rows() {
            return new Single<>(table);
        }

        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new Single<>(table.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new Single<>(table.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new Single<>(table.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new Single<>(table.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new Single<>(table.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new Paged<>(table.tracks(), table.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new Paged<>(table.reviews(), table.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new Paged<>(table.tracksByGenre(), table.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new Paged<>(table.tracksByRank(), table.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return table.firstTrack(album);
        }

        @Override
        public String tableName() {
            return table.tableName();
        }

        @Override
        public <T> Scoped<T> scoped(T keyOrItem) {
            return table.scoped(keyOrItem);
        }

        @Override
        public String text() {
            return table.toString();
        }
    }

    private record Single<K, I>(View<K, I> view) implements Items<K, I> {
        @Override
        public I load(K key) {
            return view.load(key);
        }

        @Override
        public I load(K key, boolean consistentReads) {
            return view.load(key, consistentReads);
        }

        @Override
        public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity capacity) {
            return view.load(key, consistentReads, capacity);
        }

        @Override
        public I save(I item) {
            return view.save(item);
        }

        @Override
        public I save(I item, Expression expression) {
            return view.save(item, expression);
        }

        @Override
        public I create(I item) {
            return view.create(item);
        }

        @Override
        public I delete(I item) {
            return view.delete(item);
        }

        @Override
        public I delete(I item, Expression expression) {
            return view.delete(item, expression);
        }

        @Override
        public I deleteKey(K key) {
            return view.deleteKey(key);
        }

        @Override
        public I deleteKey(K key, Expression expression) {
            return view.deleteKey(key, expression);
        }

        @Override
        public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
            return view.itemIn(refusal);
        }
    }

    private record Paged<K, I>(Queryable<K, I> queries, Scannable<K, I> scans) implements Pages<K, I> {
        @Override
        public Page<K, I> query(KeyCondition<K> condition) {
            return queries.query(condition);
        }

        @Override
        public List<Page<K, I>> queryAll(KeyCondition<K> condition) {
            return queries.queryAll(condition).stream().toList();
        }

        @Override
        public List<I> queryAllContents(KeyCondition<K> condition) {
            return queries.queryAllContents(condition).stream().toList();
        }

        @Override
        public Page<K, I> query(KeyCondition<K> condition, QueryConfig config) {
            return queries.query(condition, config);
        }

        @Override
        public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config) {
            return queries.queryAll(condition, config).stream().toList();
        }

        @Override
        public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config) {
            return queries.queryAllContents(condition, config).stream().toList();
        }

        @Override
        public Page<K, I> query(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
            return queries.query(condition, config, offset);
        }

        @Override
        public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
            return queries.queryAll(condition, config, offset).stream().toList();
        }

        @Override
        public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
            return queries.queryAllContents(condition, config, offset).stream().toList();
        }

        @Override
        public Page<K, I> scan() {
            return scans.scan();
        }

        @Override
        public List<Page<K, I>> scanAll() {
            return scans.scanAll().stream().toList();
        }

        @Override
        public List<I> scanAllContents() {
            return scans.scanAllContents().stream().toList();
        }

        @Override
        public Page<K, I> scan(ScanConfig config) {
            return scans.scan(config);
        }

        @Override
        public List<Page<K, I>> scanAll(ScanConfig config) {
            return scans.scanAll(config).stream().toList();
        }

        @Override
        public List<I> scanAllContents(ScanConfig config) {
            return scans.scanAllContents(config).stream().toList();
        }

        @Override
        public Page<K, I> scan(ScanConfig config, Offset<K> offset) {
            return scans.scan(config, offset);
        }

        @Override
        public List<Page<K, I>> scanAll(ScanConfig config, Offset<K> offset) {
            return scans.scanAll(config, offset).stream().toList();
        }

        @Override
        public List<I> scanAllContents(ScanConfig config, Offset<K> offset) {
            return scans.scanAllContents(config, offset).stream().toList();
        }

        @Override
        public List<I> parallelScan(int totalSegments) {
            return scans.parallelScan(totalSegments).stream().toList();
        }

        @Override
        public List<I> parallelScan(int totalSegments, ScanConfig config) {
            return scans.parallelScan(totalSegments, config).stream().toList();
        }

        @Override
        public String offsetToString(Offset<K> offset) {
            return queries.offsetToString(offset);
        }

        @Override
        public Offset<K> offsetFromString(String text) {
            return queries.offsetFromString(text);
        }

        @Override
        public String text() {
            return queries.toString();
        }
    }
}
