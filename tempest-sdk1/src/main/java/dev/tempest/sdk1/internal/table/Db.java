package dev.tempest.sdk1.internal.table;

import com.amazonaws.services.dynamodbv2.AbstractAmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchWriteRetryStrategy;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.ItemSet;
import dev.tempest.TimeToLive;
import dev.tempest.WriteToken;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.DeclaredTypes;
import dev.tempest.internal.model.InterfaceProxy;
import dev.tempest.internal.model.RawItems;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.sdk1.BatchLoadConfig;
import dev.tempest.sdk1.BatchWriteResult;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LoadedItems;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.TransactionFailure;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.sdk1.internal.batch.BatchGetOperation;
import dev.tempest.sdk1.internal.batch.BatchWriteOperation;
import dev.tempest.sdk1.internal.batch.TransactGetOperation;
import dev.tempest.sdk1.internal.batch.TransactWriteOperation;
import dev.tempest.sdk1.internal.mapping.DbSettings;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.request.Requests;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database; reads the interfaces that a user declared, once and wholly, and makes objects of them. */
public final class Db implements LogicalDb {
    private final Class<?> dbType;
    private final Requests requests;
    private final DbModel model;

    private Db(Class<?> dbType, Requests requests, DbSettings settings) {
        this.dbType = dbType;
        this.requests = requests;
        this.model = new DbModel(requests, settings);
    }

    /** The implementation of a user's database interface, its whole model checked. */
    public static <D extends LogicalDb> D create(Class<D> dbType, Requests requests, DbSettings settings) {
        Db db = new Db(dbType, requests, settings);
        return InterfaceProxy.create(dbType, LogicalDb.class, db, method -> db.declaredTable(dbType, method));
    }

    private Object declaredTable(Class<?> dbType, Method method) {
        Declared declared = declared(dbType, method);
        return declaredTable(declared.table(), declared.tableType());
    }

    /** A table and an interface of it. */
    private record Declared(Table<?> table, Class<?> tableType) {
        TableShape shape() {
            return TableShapes.of(table, tableType);
        }
    }

    private Declared declared(Class<?> dbType, Method method) {
        Type returned = DeclaredTypes.returned(method, dbType);
        Class<?> tableType = TypeVariables.erasure(returned);
        if (!LogicalTable.class.isAssignableFrom(tableType) || method.getParameterCount() > 0) {
            throw ModelError.of(
                    dbType,
                    method.getName() + "()",
                    "does not return a table",
                    "Let it return an interface that extends LogicalTable, without arguments, or give it a body");
        }
        String named = DeclaredTypes.tableName(method, dbType);
        DeclaredKeys keys = keys(returned, tableType);
        if (keys != null) {
            if (named == null) {
                throw ModelError.of(
                        dbType,
                        method.getName() + "()",
                        "does not say which DynamoDB table it is",
                        "Put @TableName(\"...\") on it");
            }
            String name = requests.connection().tableName(keys.owner(), named);
            return new Declared(model.table(name, keys), tableType);
        }
        Class<?> rawType = DeclaredTypes.rawType(returned, tableType, LogicalTable.class);
        return new Declared(model.table(requests.connection().tableName(rawType, named), rawType), tableType);
    }

    private static @Nullable DeclaredKeys keys(Type declared, Class<?> tableType) {
        return RawItems.keys(declared, tableType, LogicalTable.class, AttributeValue.class);
    }

    /**
     * The table of an interface, all of whose views have been read, without a client.
     *
     * @throws IllegalArgumentException if the model is wrong, or if it does not return a table's interface
     */
    public static Table<?> read(Class<?> tableType) {
        if (!LogicalTable.class.isAssignableFrom(tableType)) {
            throw ModelError.of(
                    tableType, "is not the interface of a table", "Name an interface that extends LogicalTable");
        }
        Db db = withoutClient(LogicalDb.class);
        Table<?> table = db.table(ModelError.name(tableType), tableType);
        db.declaredTable(table, tableType);
        return table;
    }

    /**
     * The tables of a database by their names, as they are to be created, read without a client.
     *
     * @throws IllegalArgumentException if the model is wrong, or if it is not the interface of a database
     */
    public static Map<String, TableShape> readAll(Class<?> dbType) {
        if (!LogicalDb.class.isAssignableFrom(dbType)) {
            throw ModelError.of(
                    dbType, "is not the interface of a database", "Name an interface that extends LogicalDb");
        }
        Map<String, TableShape> shapes = new TreeMap<>();
        Db db = withoutClient(dbType);
        InterfaceProxy.create(dbType, LogicalDb.class, db, method -> {
            Declared declared = db.declared(dbType, method);
            Object table = db.declaredTable(declared.table(), declared.tableType());
            shapes.merge(declared.table().context().name(), declared.shape(), TableShape::and);
            return table;
        });
        return shapes;
    }

    private static Db withoutClient(Class<?> dbType) {
        Connection nobodys = Connection.of(new AbstractAmazonDynamoDB() {}, null, null, null);
        return new Db(dbType, Requests.of(nobodys, null, Clock.systemUTC()), DbSettings.DEFAULT);
    }

    private Table<?> table(String name, Class<?> tableType) {
        DeclaredKeys keys = keys(tableType, tableType);
        return keys != null
                ? model.table(name, keys)
                : model.table(name, DeclaredTypes.rawType(tableType, tableType, LogicalTable.class));
    }

    private <RI> Object declaredTable(Table<RI> table, Class<?> tableType) {
        if (Inherited.annotation(tableType, WriteToken.class) != null) {
            // Who ignored it would wipe out the traces of those who do not.
            throw ModelError.of(
                    tableType,
                    "has a @WriteToken, which only tempest-sdk2 respects",
                    "Write the table's items by that module alone, or remove the annotation from both");
        }
        if (hidesExpired(tableType)) {
            throw ModelError.of(
                    tableType,
                    "has an @TimeToLive with hideExpired = true, which only tempest-sdk2 respects",
                    "Leave hideExpired out, and filter by the expiry where you read");
        }
        TableView<RI> view = new TableView<>(table, tableType);
        model.registry().add(table.context().schema().table().rawItemClass(), view);
        Object declared = InterfaceProxy.create(
                tableType, LogicalTable.class, view, method -> declaredView(method, tableType, table));
        table.requireComplete();
        return declared;
    }

    private static boolean hidesExpired(Class<?> tableType) {
        TimeToLive own = tableType.getAnnotation(TimeToLive.class);
        return own == null ? Stream.of(tableType.getInterfaces()).anyMatch(Db::hidesExpired) : own.hideExpired();
    }

    private static Object declaredView(Method method, Class<?> tableType, Table<?> table) {
        Class<?> type = method.getReturnType();
        if (method.getParameterCount() == 0 && type == InlineView.class) {
            Class<?>[] types = DeclaredTypes.viewTypes(method, tableType, InlineView.class);
            return table.view(types[0], types[1]);
        }
        if (method.getParameterCount() == 0 && type == SecondaryIndex.class) {
            Class<?>[] types = DeclaredTypes.viewTypes(method, tableType, SecondaryIndex.class);
            return table.index(types[0], types[1]);
        }
        throw ModelError.of(
                tableType,
                method.getName() + "()",
                "does not return a view",
                "Let it return InlineView or SecondaryIndex, without arguments, or give it a body");
    }

    @Override
    public <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType) {
        return tableType.cast(declaredTable(table(tableName, tableType), tableType));
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return BatchGetOperation.load(requests, model.registry(), keys, config);
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet, @Nullable BatchWriteRetryStrategy retryStrategy) {
        return BatchWriteOperation.write(requests, model.registry(), writeSet, retryStrategy);
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return TransactGetOperation.load(requests, model.registry(), keys);
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return transactionWrite(prepare(writeSet));
    }

    /** Makes a transaction ready to be sent, once or more often. */
    public TransactWriteOperation prepare(TransactionWriteSet writeSet) {
        return TransactWriteOperation.of(model.registry(), writeSet);
    }

    /** Sends a transaction that is ready. */
    public ItemSet transactionWrite(TransactWriteOperation prepared) {
        return prepared.write(requests);
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
