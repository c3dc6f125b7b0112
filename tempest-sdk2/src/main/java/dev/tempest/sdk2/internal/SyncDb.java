package dev.tempest.sdk2.internal;

import dev.tempest.DatabaseReport;
import dev.tempest.ItemSet;
import dev.tempest.internal.ModelError;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A database by a client that blocks. */
public final class SyncDb implements LogicalDb {
    private final Class<?> dbType;
    private final DynamoDbClient client;
    private final Workers workers;
    private final DbModel model;
    private final DeclaredInterfaces interfaces;

    private SyncDb(Class<?> dbType, DynamoDbClient client, Workers workers, DbModel model) {
        this.dbType = dbType;
        this.client = client;
        this.workers = workers;
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
                    Object table(Table<?> table, Class<?> tableType) {
                        return new SyncTable<>(client, workers, table, tableType);
                    }

                    @Override
                    Object view(ViewModel<?, ?> view) {
                        return new SyncInline<>(client, workers, view);
                    }

                    @Override
                    Object index(ViewModel<?, ?> index) {
                        return new SyncReads<>(client, workers, index, "SecondaryIndex");
                    }

                    @Override
                    Object collection(CollectionModel<?, ?> collection) {
                        return new SyncCollection<>(client, collection);
                    }
                };
    }

    /** The implementation of a user's database interface, its whole model checked. */
    public static <D extends LogicalDb> D create(
            Class<D> dbType, DynamoDbEnhancedClient enhanced, @Nullable DynamoDbClient client, DbSettings settings) {
        DbModel model = new DbModel(schema -> enhanced.table("tempest", schema).mapperExtension(), settings);
        Workers workers = new Workers(settings.maxParallelRequests());
        SyncDb db = new SyncDb(dbType, client != null ? client : EnhancedClients.clientOf(enhanced), workers, model);
        return db.interfaces.create(dbType, db);
    }

    @Override
    public <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType) {
        return interfaces.create(tableName, tableType);
    }

    @Override
    public DatabaseReport checkTables() {
        return SyncRequests.await(DatabaseCheck.run(new SyncRequests(client), model.declaredTables()));
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return SyncRequests.await(BatchLoad.load(new SyncRequests(client, workers), model.registry(), keys, config));
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return SyncRequests.await(BatchWrite.write(new SyncRequests(client, workers), model.registry(), writeSet));
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return Transactions.load(model.registry(), keys).run(client);
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return Transactions.write(model.registry(), writeSet).run(client);
    }

    /** Makes a transaction ready to be sent, once or more often. */
    public PreparedWrite prepare(TransactionWriteSet writeSet) {
        return Transactions.prepare(model.registry(), writeSet);
    }

    /** Sends a transaction that is ready. */
    public ItemSet transactionWrite(PreparedWrite prepared) {
        return prepared.exchange().run(client);
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
