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
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.DynamoDbConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbBaseClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The database of {@link Media} through its synchronous or its asynchronous interface, so that one test serves both. */
public interface Face {
    /** Which of the two. */
    enum Kind {
        SYNC {
            @Override
            public Face of(DynamoDbConnection connection) {
                return new SyncFace(connection.enhancedClient(), null);
            }

            @Override
            public Face of(DynamoDbConnection connection, Consumer<DynamoDbBaseClientBuilder<?, ?>> change) {
                var builder = connection.clientBuilder();
                change.accept(builder);
                return new SyncFace(
                        DynamoDbEnhancedClient.builder()
                                .dynamoDbClient(builder.build())
                                .build(),
                        null);
            }

            @Override
            public Face of(DynamoDbConnection connection, byte[] offsetSecret) {
                return new SyncFace(connection.enhancedClient(), offsetSecret);
            }
        },
        ASYNC {
            @Override
            public Face of(DynamoDbConnection connection) {
                return new AsyncFace(connection.enhancedAsyncClient(), null);
            }

            @Override
            public Face of(DynamoDbConnection connection, Consumer<DynamoDbBaseClientBuilder<?, ?>> change) {
                var builder = connection.asyncClientBuilder();
                change.accept(builder);
                return new AsyncFace(
                        DynamoDbEnhancedAsyncClient.builder()
                                .dynamoDbClient(builder.build())
                                .build(),
                        null);
            }

            @Override
            public Face of(DynamoDbConnection connection, byte[] offsetSecret) {
                return new AsyncFace(connection.enhancedAsyncClient(), offsetSecret);
            }
        };

        public abstract Face of(DynamoDbConnection connection);

        /** Over a client of which some settings are changed. */
        public abstract Face of(DynamoDbConnection connection, Consumer<DynamoDbBaseClientBuilder<?, ?>> change);

        public abstract Face of(DynamoDbConnection connection, byte[] offsetSecret);
    }

    MediaTable media();

    /** A second table of the same types; from the first call on, they are ambiguous. */
    MediaTable archive();

    Items<Media.Measure.Key, Media.Measure> measures();

    Pages<Media.Measure.Key, Media.Measure> measurePages();

    ItemSet batchLoad(Object... keys);

    ItemSet batchLoad(Iterable<?> keys);

    LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config);

    BatchWriteResult batchWrite(BatchWriteSet writeSet);

    ItemSet transactionLoad(Object... keys);

    ItemSet transactionLoad(Iterable<?> keys);

    ItemSet transactionWrite(TransactionWriteSet writeSet);

    List<TransactionFailure> failuresIn(TransactionCanceledException refusal);

    /** What the database's own {@code toString()} says. */
    String text();

    default BatchWriteResult batchWrite(BatchWriteSet.Builder writes) {
        return batchWrite(writes.build());
    }

    default ItemSet transactionWrite(TransactionWriteSet.Builder writes) {
        return transactionWrite(writes.build());
    }

    /** A table of the model. */
    interface MediaTable {
        Items<MediaRow, MediaRow> rows();

        Items<Media.Track.Key, Media.Track> tracks();

        Items<Media.Track.Handle, Media.Track> handles();

        Items<Media.TrackTitle.Key, Media.TrackTitle> titles();

        Items<Media.Review.Key, Media.Review> reviews();

        Items<Media.Draft.Key, Media.Draft> drafts();

        Pages<Media.Track.Key, Media.Track> trackPages();

        Pages<Media.Review.Key, Media.Review> reviewPages();

        Pages<Media.Track.ByGenre, Media.Track> tracksByGenre();

        Pages<Media.Track.ByRank, Media.Track> tracksByRank();

        Media.Track firstTrack(String album);

        String tableName();

        <T> Scoped<T> scoped(T keyOrItem);

        String text();
    }

    /** A view's single items. */
    interface Items<K, I> {
        I load(K key);

        I load(K key, boolean consistentReads);

        Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity capacity);

        I save(I item);

        I save(I item, Expression expression);

        I create(I item);

        I delete(I item);

        I delete(I item, Expression expression);

        I deleteKey(K key);

        I deleteKey(K key, Expression expression);

        Optional<I> itemIn(ConditionalCheckFailedException refusal);
    }

    /** The pages of a view or index. All pages, and all items, are fetched at once. */
    interface Pages<K, I> {
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

        List<I> parallelScan(int totalSegments);

        List<I> parallelScan(int totalSegments, ScanConfig config);

        String offsetToString(Offset<K> offset);

        Offset<K> offsetFromString(String text);

        String text();
    }
}
