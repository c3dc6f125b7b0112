package dev.tempest.tests.faces;

import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Scoped;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalDbBuilder;
import dev.tempest.sdk2.AsyncQueryable;
import dev.tempest.sdk2.AsyncScannable;
import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The asynchronous interface: waits for its futures, and takes up its publishers' pages one by one. */
final class AsyncFace implements Face {
    private final Media.AsyncDb db;

    AsyncFace(DynamoDbEnhancedAsyncClient client, byte[] offsetSecret) {
        AsyncLogicalDbBuilder<Media.AsyncDb> builder =
                AsyncLogicalDb.builder(Media.AsyncDb.class).enhancedClient(client);
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
        return new Table(db.logicalTable(Media.ARCHIVE, Media.AsyncTable.class));
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
        return Waiting.result(db.batchLoadAsync(keys));
    }

    @Override
    public ItemSet batchLoad(Iterable<?> keys) {
        return Waiting.result(db.batchLoadAsync(keys));
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return Waiting.result(db.batchLoadAsync(keys, config));
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return Waiting.result(db.batchWriteAsync(writeSet));
    }

    @Override
    public ItemSet transactionLoad(Object... keys) {
        return Waiting.result(db.transactionLoadAsync(keys));
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return Waiting.result(db.transactionLoadAsync(keys));
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return Waiting.result(db.transactionWriteAsync(writeSet));
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return db.failuresIn(refusal);
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(Media.AsyncTable table) implements MediaTable {
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
            return Waiting.result(table.firstTrack(album));
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

    private record Single<K, I>(AsyncView<K, I> view) implements Items<K, I> {
        @Override
        public I load(K key) {
            return Waiting.result(view.loadAsync(key));
        }

        @Override
        public I load(K key, boolean consistentReads) {
            return Waiting.result(view.loadAsync(key, consistentReads));
        }

        @Override
        public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity capacity) {
            return Waiting.result(view.loadAsync(key, consistentReads, capacity));
        }

        @Override
        public I save(I item) {
            return Waiting.result(view.saveAsync(item));
        }

        @Override
        public I save(I item, Expression expression) {
            return Waiting.result(view.saveAsync(item, expression));
        }

        @Override
        public I create(I item) {
            return Waiting.result(view.createAsync(item));
        }

        @Override
        public I delete(I item) {
            return Waiting.result(view.deleteAsync(item));
        }

        @Override
        public I delete(I item, Expression expression) {
            return Waiting.result(view.deleteAsync(item, expression));
        }

        @Override
        public I deleteKey(K key) {
            return Waiting.result(view.deleteKeyAsync(key));
        }

        @Override
        public I deleteKey(K key, Expression expression) {
            return Waiting.result(view.deleteKeyAsync(key, expression));
        }

        @Override
        public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
            return view.itemIn(refusal);
        }
    }

    private record Paged<K, I>(AsyncQueryable<K, I> queries, AsyncScannable<K, I> scans) implements Pages<K, I> {
        @Override
        public Page<K, I> query(KeyCondition<K> condition) {
            return Waiting.result(queries.queryPageAsync(condition));
        }

        @Override
        public List<Page<K, I>> queryAll(KeyCondition<K> condition) {
            return Waiting.all(queries.queryAsync(condition));
        }

        @Override
        public List<I> queryAllContents(KeyCondition<K> condition) {
            return Waiting.all(queries.queryAllContentsAsync(condition));
        }

        @Override
        public Page<K, I> query(KeyCondition<K> condition, QueryConfig config) {
            return Waiting.result(queries.queryPageAsync(condition, config));
        }

        @Override
        public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config) {
            return Waiting.all(queries.queryAsync(condition, config));
        }

        @Override
        public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config) {
            return Waiting.all(queries.queryAllContentsAsync(condition, config));
        }

        @Override
        public Page<K, I> query(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
            return Waiting.result(queries.queryPageAsync(condition, config, offset));
        }

        @Override
        public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
            return Waiting.all(queries.queryAsync(condition, config, offset));
        }

        @Override
        public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
            return Waiting.all(queries.queryAllContentsAsync(condition, config, offset));
        }

        @Override
        public Page<K, I> scan() {
            return Waiting.result(scans.scanPageAsync());
        }

        @Override
        public List<Page<K, I>> scanAll() {
            return Waiting.all(scans.scanAsync());
        }

        @Override
        public List<I> scanAllContents() {
            return Waiting.all(scans.scanAllContentsAsync());
        }

        @Override
        public Page<K, I> scan(ScanConfig config) {
            return Waiting.result(scans.scanPageAsync(config));
        }

        @Override
        public List<Page<K, I>> scanAll(ScanConfig config) {
            return Waiting.all(scans.scanAsync(config));
        }

        @Override
        public List<I> scanAllContents(ScanConfig config) {
            return Waiting.all(scans.scanAllContentsAsync(config));
        }

        @Override
        public Page<K, I> scan(ScanConfig config, Offset<K> offset) {
            return Waiting.result(scans.scanPageAsync(config, offset));
        }

        @Override
        public List<Page<K, I>> scanAll(ScanConfig config, Offset<K> offset) {
            return Waiting.all(scans.scanAsync(config, offset));
        }

        @Override
        public List<I> scanAllContents(ScanConfig config, Offset<K> offset) {
            return Waiting.all(scans.scanAllContentsAsync(config, offset));
        }

        @Override
        public List<I> parallelScan(int totalSegments) {
            return Waiting.all(scans.parallelScanAsync(totalSegments));
        }

        @Override
        public List<I> parallelScan(int totalSegments, ScanConfig config) {
            return Waiting.all(scans.parallelScanAsync(totalSegments, config));
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
