package dev.tempest.benchmarks;

import static dev.tempest.benchmarks.Calls.BEAN;
import static dev.tempest.benchmarks.Calls.BEANS;
import static dev.tempest.benchmarks.Calls.NUMBERS;
import static dev.tempest.benchmarks.Calls.PARTITION;
import static dev.tempest.benchmarks.Calls.TABLE;
import static dev.tempest.benchmarks.Calls.TRACK;
import static dev.tempest.benchmarks.Calls.found;

import dev.tempest.BeginsWith;
import dev.tempest.benchmarks.AsyncMusicDb.Tracks;
import dev.tempest.benchmarks.Work.Operation;
import dev.tempest.benchmarks.models.TrackBean;
import dev.tempest.benchmarks.models.TrackByHand;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.sdk2.AsyncLogicalDb;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Whole calls without blocking, one at a time. */
final class AsyncCalls {
    private AsyncCalls() {}

    static List<Work> all() {
        return List.of(
                Work.of("async put", AsyncCalls::plainPut, AsyncCalls::enhancedPut, AsyncCalls::tempestPut),
                Work.of("async get", AsyncCalls::plainGet, AsyncCalls::enhancedGet, AsyncCalls::tempestGet),
                Work.of(
                        "async query of 100",
                        AsyncCalls::plainQuery,
                        () -> enhancedQuery(Clients.enhancedAsyncWithoutExtensions()),
                        () -> tempestQuery(Clients.enhancedAsyncWithoutExtensions())),
                Work.of(
                        "async query of 100 with extensions",
                        AsyncCalls::plainQuery,
                        () -> enhancedQuery(Clients.enhancedAsync()),
                        () -> tempestQuery(Clients.enhancedAsync())),
                Work.of(
                        "async batch load of 100",
                        AsyncCalls::plainBatch,
                        AsyncCalls::enhancedBatch,
                        AsyncCalls::tempestBatch),
                Work.of(
                        "async transaction of 25 puts",
                        AsyncCalls::plainTransaction,
                        AsyncCalls::enhancedTransaction,
                        AsyncCalls::tempestTransaction));
    }

    private static DynamoDbAsyncTable<TrackBean> table(DynamoDbEnhancedAsyncClient client) {
        return client.table(TABLE, TableSchema.fromBean(TrackBean.class));
    }

    private static Tracks view(DynamoDbEnhancedAsyncClient client) {
        return AsyncLogicalDb.create(AsyncMusicDb.class, client).tracks();
    }

    private static Operation plainPut() {
        DynamoDbAsyncClient client = Clients.async();
        return () -> client.putItem(Calls.plainPutRequest()).join();
    }

    private static Operation enhancedPut() {
        DynamoDbAsyncTable<TrackBean> table = table(Clients.enhancedAsync());
        return () -> {
            table.putItem(BEAN).join();
            return BEAN;
        };
    }

    private static Operation tempestPut() {
        Tracks table = view(Clients.enhancedAsync());
        return () -> table.tracks().saveAsync(TRACK).join();
    }

    private static Operation plainGet() {
        DynamoDbAsyncClient client = Clients.async();
        return () -> TrackByHand.decodeRecord(
                client.getItem(Calls.plainGetRequest("1001")).join().item());
    }

    private static Operation enhancedGet() {
        DynamoDbAsyncTable<TrackBean> table = table(Clients.enhancedAsync());
        return () -> table.getItem(Calls.enhancedKey("1001")).join();
    }

    private static Operation tempestGet() {
        Tracks table = view(Clients.enhancedAsync());
        return () -> found(
                table.tracks().loadAsync(new TrackRecord.Key(PARTITION, "1001")).join());
    }

    private static Operation plainQuery() {
        DynamoDbAsyncClient client = Clients.async();
        return () ->
                Calls.decoded(client.query(Calls.plainQueryRequest()).join().items());
    }

    private static Operation enhancedQuery(DynamoDbEnhancedAsyncClient client) {
        DynamoDbAsyncTable<TrackBean> table = table(client);
        return () -> first(table.query(Calls.enhancedCondition())).join().items();
    }

    private static Operation tempestQuery(DynamoDbEnhancedAsyncClient client) {
        Tracks table = view(client);
        return () -> table.tracks()
                .queryPageAsync(new BeginsWith<>(new TrackRecord.Key(PARTITION, "")))
                .join()
                .contents();
    }

    private static Operation plainBatch() {
        DynamoDbAsyncClient client = Clients.async();
        return () -> Calls.decoded(found(client.batchGetItem(Calls.plainBatchRequest())
                .join()
                .responses()
                .get(TABLE)));
    }

    private static Operation enhancedBatch() {
        DynamoDbEnhancedAsyncClient client = Clients.enhancedAsync();
        DynamoDbAsyncTable<TrackBean> table = table(client);
        return () -> {
            ReadBatch.Builder<TrackBean> batch =
                    ReadBatch.builder(TrackBean.class).mappedTableResource(table);
            for (String number : NUMBERS) {
                batch.addGetItem(Calls.enhancedKey(number));
            }
            return first(client.batchGetItem(BatchGetItemEnhancedRequest.builder()
                            .readBatches(batch.build())
                            .build()))
                    .join()
                    .resultsForTable(table);
        };
    }

    private static Operation tempestBatch() {
        AsyncLogicalDb db = AsyncLogicalDb.create(AsyncMusicDb.class, Clients.enhancedAsync());
        return () -> db.batchLoadAsync(Calls.tempestKeys()).join().getItems(TrackRecord.class);
    }

    private static Operation plainTransaction() {
        DynamoDbAsyncClient client = Clients.async();
        return () -> client.transactWriteItems(Calls.plainTransactionRequest()).join();
    }

    private static Operation enhancedTransaction() {
        DynamoDbEnhancedAsyncClient client = Clients.enhancedAsync();
        DynamoDbAsyncTable<TrackBean> table = table(client);
        return () -> {
            TransactWriteItemsEnhancedRequest.Builder transaction = TransactWriteItemsEnhancedRequest.builder();
            for (TrackBean bean : BEANS) {
                transaction.addPutItem(table, bean);
            }
            client.transactWriteItems(transaction.build()).join();
            return BEANS;
        };
    }

    private static Operation tempestTransaction() {
        AsyncLogicalDb db = AsyncLogicalDb.create(AsyncMusicDb.class, Clients.enhancedAsync());
        return () -> db.transactionWriteAsync(Calls.tempestWrites()).join();
    }

    /** The first page, and no other. */
    private static <T> CompletableFuture<T> first(Publisher<T> publisher) {
        CompletableFuture<T> first = new CompletableFuture<>();
        publisher.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(T page) {
                first.complete(page);
            }

            @Override
            public void onError(Throwable failure) {
                first.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                // The page is there already.
            }
        });
        return first;
    }
}
