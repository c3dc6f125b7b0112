package dev.tempest.sdk2.internal.sync;

import dev.tempest.DatabaseReport;
import dev.tempest.ItemSet;
import dev.tempest.UniqueValuesReport;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.observing.Listening;
import dev.tempest.internal.observing.Observation;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
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
import dev.tempest.sdk2.internal.migrate.MigrationRun;
import dev.tempest.sdk2.internal.request.EnhancedClients;
import dev.tempest.sdk2.internal.request.SdkOutcomes;
import dev.tempest.sdk2.internal.table.CollectionModel;
import dev.tempest.sdk2.internal.table.DbModel;
import dev.tempest.sdk2.internal.table.DeclaredInterfaces;
import dev.tempest.sdk2.internal.table.ReadModel;
import dev.tempest.sdk2.internal.table.Table;
import dev.tempest.sdk2.internal.table.ViewModel;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A database by a client that blocks. */
public final class SyncDb implements LogicalDb {
    private final Class<?> dbType;
    private final SyncRequests requests;
    private final DbModel model;
    private final DeclaredInterfaces interfaces;

    private SyncDb(Class<?> dbType, SyncRequests requests, DbModel model) {
        this.dbType = dbType;
        this.requests = requests;
        this.model = model;
        this.interfaces =
                new DeclaredInterfaces(
                        model,
                        LogicalDb.class,
                        LogicalTable.class,
                        InlineView.class,
                        SecondaryIndex.class,
                        ItemCollection.class) {
                    @Override
                    protected Object table(Table<?> table, Class<?> tableType) {
                        return new SyncTable<>(requests, table, tableType);
                    }

                    @Override
                    protected Object view(ViewModel<?, ?> view) {
                        return new SyncInline<>(requests, view);
                    }

                    @Override
                    protected Object index(ReadModel<?, ?> index) {
                        return new SyncIndex<>(requests, index);
                    }

                    @Override
                    protected Object collection(CollectionModel<?, ?> collection) {
                        return new SyncCollection<>(requests, collection);
                    }
                };
    }

    /** The implementation of a user's database interface, its whole model checked. */
    public static <D extends LogicalDb> D create(
            Class<D> dbType, DynamoDbEnhancedClient enhanced, @Nullable DynamoDbClient client, DbSettings settings) {
        DynamoDbClient requester = client != null ? client : EnhancedClients.clientOf(enhanced);
        DbModel model = new DbModel(
                schema -> enhanced.table("tempest", schema).mapperExtension(),
                settings.in(() -> EnhancedClients.regionOf(requester)));
        SyncRequests requests = new SyncRequests(
                requester,
                new Workers(settings.maxParallelRequests(), settings.executor()),
                Listening.to(settings.listener(), SdkOutcomes.INSTANCE),
                settings.scheduler(),
                Observation.NONE);
        SyncDb db = new SyncDb(dbType, requests, model);
        D created = db.interfaces.create(dbType, db);
        model.requireMigrationsUsed();
        return created;
    }

    @Override
    public <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType) {
        return interfaces.create(tableName, tableType);
    }

    @Override
    public DatabaseReport checkTables() {
        return requests.call(DatabaseCheck.OPERATION, call -> DatabaseCheck.run(call, model.declaredTables()));
    }

    @Override
    public DatabaseReport createTables() {
        return requests.call(TableCreation.OPERATION, call -> TableCreation.run(call, model.declaredTables()));
    }

    @Override
    public UniqueValuesReport checkUniqueValues() {
        return uniqueValues(false);
    }

    @Override
    public UniqueValuesReport repairUniqueValues() {
        return uniqueValues(true);
    }

    private UniqueValuesReport uniqueValues(boolean repairs) {
        return requests.call(
                UniqueValuesCheck.operation(repairs), call -> UniqueValuesCheck.run(call, model.tables(), repairs));
    }

    @Override
    public MigrationReport migrate(Migration<?> migration, MigrationConfig config) {
        ItemMigration<?> items = model.migration(migration, config.tableName());
        return requests.call(
                MigrationRun.OPERATION,
                call -> CompletableFuture.completedFuture(MigrationRun.run(call, items, migration, config)));
    }

    @Override
    public MigrationPreview previewMigration(Migration<?> migration, MigrationConfig config) {
        ItemMigration<?> items = model.migration(migration, config.tableName());
        return requests.call(
                MigrationRun.PREVIEW,
                call -> CompletableFuture.completedFuture(MigrationRun.preview(call, items, migration, config)));
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return requests.call(
                BatchGetOperation.OPERATION, call -> BatchGetOperation.load(call, model.registry(), keys, config));
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return requests.call(
                BatchWriteOperation.OPERATION, call -> BatchWriteOperation.write(call, model.registry(), writeSet));
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return requests.run(TransactGetOperation.load(model.registry(), keys));
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        TransactWriteOperation prepared = TransactWriteOperation.of(model.registry(), writeSet);
        return prepared.changesClaims()
                ? requests.call(
                        TransactWriteOperation.OPERATION, call -> prepared.runOnRead(call, model.registry(), writeSet))
                : prepared.needsCurrent()
                        ? requests.call(
                                TransactWriteOperation.OPERATION,
                                call -> prepared.runOnCurrent(call, model.registry(), writeSet))
                        : transactionWrite(prepared);
    }

    /** Makes a page of a pager ready to be sent, once or more often. */
    public TransactWriteOperation prepare(TransactionWriteSet writeSet) {
        return TransactWriteOperation.of(model.registry(), writeSet).requireFixed();
    }

    /** Sends a transaction that is ready. */
    public ItemSet transactionWrite(TransactWriteOperation prepared) {
        return requests.run(prepared.exchange());
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
