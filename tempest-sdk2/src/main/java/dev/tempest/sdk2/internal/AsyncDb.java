package dev.tempest.sdk2.internal;

import dev.tempest.DatabaseReport;
import dev.tempest.ItemSet;
import dev.tempest.internal.ModelError;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A database without blocking. */
public final class AsyncDb implements AsyncLogicalDb {
    private final Class<?> dbType;
    private final DynamoDbAsyncClient client;
    private final Forks forks;
    private final DbModel model;
    private final DeclaredInterfaces interfaces;

    private AsyncDb(Class<?> dbType, DynamoDbAsyncClient client, Forks forks, DbModel model) {
        this.dbType = dbType;
        this.client = client;
        this.forks = forks;
        this.model = model;
        this.interfaces =
                new DeclaredInterfaces(
                        model,
                        AsyncLogicalDb.class,
                        AsyncLogicalTable.class,
                        AsyncInlineView.class,
                        AsyncSecondaryIndex.class,
                        AsyncItemCollection.class) {
                    @Override
                    Object table(Table<?> table, Class<?> tableType) {
                        return new AsyncTable<>(client, forks, table, tableType);
                    }

                    @Override
                    Object view(ViewModel<?, ?> view) {
                        return new AsyncInline<>(client, forks, view);
                    }

                    @Override
                    Object index(ViewModel<?, ?> index) {
                        return new AsyncReads<>(client, forks, index, "AsyncSecondaryIndex");
                    }

                    @Override
                    Object collection(CollectionModel<?, ?> collection) {
                        return new AsyncCollection<>(client, collection);
                    }
                };
    }

    /** The implementation of a user's database interface, its whole model checked. */
    public static <D extends AsyncLogicalDb> D create(
            Class<D> dbType,
            DynamoDbEnhancedAsyncClient enhanced,
            @Nullable DynamoDbAsyncClient client,
            DbSettings settings) {
        DbModel model = new DbModel(schema -> enhanced.table("tempest", schema).mapperExtension(), settings);
        Forks forks = new Forks(settings.maxParallelRequests());
        AsyncDb db =
                new AsyncDb(dbType, client != null ? client : EnhancedClients.asyncClientOf(enhanced), forks, model);
        return db.interfaces.create(dbType, db);
    }

    @Override
    public <T extends AsyncLogicalTable<?>> T logicalTable(String tableName, Class<T> tableType) {
        return interfaces.create(tableName, tableType);
    }

    @Override
    public CompletableFuture<DatabaseReport> checkTablesAsync() {
        return AsyncRequests.call(client, requests -> DatabaseCheck.run(requests, model.declaredTables()));
    }

    @Override
    public CompletableFuture<ItemSet> batchLoadAsync(Iterable<?> keys) {
        BatchLoadConfig config = BatchLoadConfig.builder().build();
        return AsyncRequests.call(
                client,
                forks,
                requests ->
                        BatchLoad.load(requests, model.registry(), keys, config).thenApply(LoadedItems::items));
    }

    @Override
    public CompletableFuture<LoadedItems> batchLoadAsync(Iterable<?> keys, BatchLoadConfig config) {
        return AsyncRequests.call(client, forks, requests -> BatchLoad.load(requests, model.registry(), keys, config));
    }

    @Override
    public CompletableFuture<BatchWriteResult> batchWriteAsync(BatchWriteSet writeSet) {
        return AsyncRequests.call(client, forks, requests -> BatchWrite.write(requests, model.registry(), writeSet));
    }

    @Override
    public CompletableFuture<ItemSet> transactionLoadAsync(Iterable<?> keys) {
        return AsyncRequests.send(client, () -> Transactions.load(model.registry(), keys));
    }

    @Override
    public CompletableFuture<ItemSet> transactionWriteAsync(TransactionWriteSet writeSet) {
        return AsyncRequests.send(client, () -> Transactions.write(model.registry(), writeSet));
    }

    /** Makes a transaction ready to be sent, once or more often. */
    public PreparedWrite prepare(TransactionWriteSet writeSet) {
        return Transactions.prepare(model.registry(), writeSet);
    }

    /** Sends a transaction that is ready. */
    public CompletableFuture<ItemSet> transactionWriteAsync(PreparedWrite prepared) {
        return AsyncRequests.send(client, prepared::exchange);
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return Transactions.failuresIn(refusal);
    }

    @Override
    public String toString() {
        return ModelError.name(dbType) + model.describe();
    }
}
