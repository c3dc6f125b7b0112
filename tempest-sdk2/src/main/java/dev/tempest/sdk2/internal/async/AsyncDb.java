package dev.tempest.sdk2.internal.async;

import dev.tempest.DatabaseReport;
import dev.tempest.ItemSet;
import dev.tempest.UniqueValuesReport;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.observing.Listening;
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
import dev.tempest.sdk2.internal.batch.BatchGetOperation;
import dev.tempest.sdk2.internal.batch.BatchWriteOperation;
import dev.tempest.sdk2.internal.batch.TransactGetOperation;
import dev.tempest.sdk2.internal.batch.TransactWriteOperation;
import dev.tempest.sdk2.internal.check.DatabaseCheck;
import dev.tempest.sdk2.internal.check.TableCreation;
import dev.tempest.sdk2.internal.check.UniqueValuesCheck;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.internal.request.EnhancedClients;
import dev.tempest.sdk2.internal.request.SdkOutcomes;
import dev.tempest.sdk2.internal.table.CollectionModel;
import dev.tempest.sdk2.internal.table.DbModel;
import dev.tempest.sdk2.internal.table.DeclaredInterfaces;
import dev.tempest.sdk2.internal.table.ReadModel;
import dev.tempest.sdk2.internal.table.Table;
import dev.tempest.sdk2.internal.table.ViewModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A database without blocking. */
public final class AsyncDb implements AsyncLogicalDb {
    private final Class<?> dbType;
    private final AsyncRequests.Source requests;
    private final DbModel model;
    private final DeclaredInterfaces interfaces;

    private AsyncDb(Class<?> dbType, AsyncRequests.Source requests, DbModel model) {
        this.dbType = dbType;
        this.requests = requests;
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
                    protected Object table(Table<?> table, Class<?> tableType) {
                        return new AsyncTable<>(requests, table, tableType);
                    }

                    @Override
                    protected Object view(ViewModel<?, ?> view) {
                        return new AsyncInline<>(requests, view);
                    }

                    @Override
                    protected Object index(ReadModel<?, ?> index) {
                        return new AsyncIndex<>(requests, index);
                    }

                    @Override
                    protected Object collection(CollectionModel<?, ?> collection) {
                        return new AsyncCollection<>(requests, collection);
                    }
                };
    }

    /** The implementation of a user's database interface, its whole model checked. */
    public static <D extends AsyncLogicalDb> D create(
            Class<D> dbType,
            DynamoDbEnhancedAsyncClient enhanced,
            @Nullable DynamoDbAsyncClient client,
            DbSettings settings) {
        DynamoDbAsyncClient requester = client != null ? client : EnhancedClients.asyncClientOf(enhanced);
        DbModel model = new DbModel(
                schema -> enhanced.table("tempest", schema).mapperExtension(),
                settings.in(() -> EnhancedClients.regionOf(requester)));
        AsyncRequests.Source requests = new AsyncRequests.Source(
                requester,
                new Forks(settings.maxParallelRequests()),
                Listening.to(settings.listener(), SdkOutcomes.INSTANCE),
                settings.executor(),
                settings.scheduler());
        AsyncDb db = new AsyncDb(dbType, requests, model);
        D created = db.interfaces.create(dbType, db);
        model.requireMigrationsUsed();
        return created;
    }

    @Override
    public <T extends AsyncLogicalTable<?>> T logicalTable(String tableName, Class<T> tableType) {
        return interfaces.create(tableName, tableType);
    }

    @Override
    public CompletableFuture<DatabaseReport> checkTablesAsync() {
        return requests.call(DatabaseCheck.OPERATION, call -> DatabaseCheck.run(call, model.declaredTables()));
    }

    @Override
    public CompletableFuture<DatabaseReport> createTablesAsync() {
        return requests.call(TableCreation.OPERATION, call -> TableCreation.run(call, model.declaredTables()));
    }

    @Override
    public CompletableFuture<UniqueValuesReport> checkUniqueValuesAsync() {
        return uniqueValues(false);
    }

    @Override
    public CompletableFuture<UniqueValuesReport> repairUniqueValuesAsync() {
        return uniqueValues(true);
    }

    private CompletableFuture<UniqueValuesReport> uniqueValues(boolean repairs) {
        return requests.call(
                UniqueValuesCheck.operation(repairs), call -> UniqueValuesCheck.run(call, model.tables(), repairs));
    }

    @Override
    public CompletableFuture<ItemSet> batchLoadAsync(Iterable<?> keys) {
        BatchLoadConfig config = BatchLoadConfig.builder().build();
        return requests.call(
                BatchGetOperation.OPERATION,
                call -> BatchGetOperation.load(call, model.registry(), keys, config)
                        .thenApply(LoadedItems::items));
    }

    @Override
    public CompletableFuture<LoadedItems> batchLoadAsync(Iterable<?> keys, BatchLoadConfig config) {
        return requests.call(
                BatchGetOperation.OPERATION, call -> BatchGetOperation.load(call, model.registry(), keys, config));
    }

    @Override
    public CompletableFuture<BatchWriteResult> batchWriteAsync(BatchWriteSet writeSet) {
        return requests.call(
                BatchWriteOperation.OPERATION, call -> BatchWriteOperation.write(call, model.registry(), writeSet));
    }

    @Override
    public CompletableFuture<ItemSet> transactionLoadAsync(Iterable<?> keys) {
        return requests.send(() -> TransactGetOperation.load(model.registry(), keys));
    }

    @Override
    public CompletableFuture<ItemSet> transactionWriteAsync(TransactionWriteSet writeSet) {
        TransactWriteOperation prepared;
        try {
            prepared = TransactWriteOperation.of(model.registry(), writeSet);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return prepared.changesClaims()
                ? requests.call(
                        TransactWriteOperation.OPERATION, call -> prepared.runOnRead(call, model.registry(), writeSet))
                : prepared.needsCurrent()
                        ? requests.call(
                                TransactWriteOperation.OPERATION,
                                call -> prepared.runOnCurrent(call, model.registry(), writeSet))
                        : transactionWriteAsync(prepared);
    }

    /** Makes a page of a pager ready to be sent, once or more often. */
    public TransactWriteOperation prepare(TransactionWriteSet writeSet) {
        return TransactWriteOperation.of(model.registry(), writeSet).requireFixed();
    }

    /** Sends a transaction that is ready. */
    public CompletableFuture<ItemSet> transactionWriteAsync(TransactWriteOperation prepared) {
        return requests.send(prepared::exchange);
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return TransactWriteOperation.failuresIn(refusal);
    }

    @Override
    public String toString() {
        return ModelError.name(dbType) + model.describe();
    }
}
