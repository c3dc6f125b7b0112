package dev.tempest.sdk2.internal;

import dev.tempest.internal.InterfaceProxy;
import dev.tempest.internal.ModelError;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TableNameResolver;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A database by a client that blocks: parses the user's interfaces once, wholly. */
public final class SyncDb implements LogicalDb {
    private final Class<?> dbType;
    private final DynamoDbClient client;
    private final DbModel model;

    private SyncDb(Class<?> dbType, DynamoDbClient client, DbModel model) {
        this.dbType = dbType;
        this.client = client;
        this.model = model;
    }

    /** The implementation of a user's database interface, its whole model checked. */
    public static <D extends LogicalDb> D create(
            Class<D> dbType,
            DynamoDbClient client,
            @Nullable DynamoDbEnhancedClientExtension extension,
            @Nullable TableNameResolver resolver) {
        SyncDb db = new SyncDb(dbType, client, new DbModel(extension, resolver));
        return InterfaceProxy.create(dbType, LogicalDb.class, db, db::declaredTable);
    }

    @Override
    public <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType) {
        return tableType.cast(table(model.table(tableName, DbModel.rawType(tableType, tableType, LogicalTable.class)), tableType));
    }

    @Override
    public String toString() {
        return ModelError.name(dbType) + model.describe();
    }

    private Object declaredTable(Method method) {
        Class<?> tableType = method.getReturnType();
        if (!LogicalTable.class.isAssignableFrom(tableType) || method.getParameterCount() > 0) {
            throw ModelError.of(
                    dbType,
                    method.getName() + "()",
                    "is no table",
                    "Let it return an interface that extends LogicalTable, without arguments, or give it a body");
        }
        Class<?> rawType = DbModel.rawType(method.getGenericReturnType(), tableType, LogicalTable.class);
        return table(model.table(model.tableName(method, dbType, rawType), rawType), tableType);
    }

    private <RI> Object table(Table<RI> table, Class<?> tableType) {
        SyncTable<RI> base = new SyncTable<>(client, table, tableType);
        return InterfaceProxy.create(
                tableType, LogicalTable.class, base, method -> declaredView(method, tableType, base));
    }

    private static Object declaredView(Method method, Class<?> tableType, LogicalTable<?> table) {
        if (method.getReturnType() == InlineView.class && method.getParameterCount() == 0) {
            Class<?>[] types = DbModel.viewTypes(method, tableType, InlineView.class);
            return table.inlineView(types[0], types[1]);
        }
        if (method.getReturnType() == SecondaryIndex.class && method.getParameterCount() == 0) {
            Class<?>[] types = DbModel.viewTypes(method, tableType, SecondaryIndex.class);
            return table.secondaryIndex(types[0], types[1]);
        }
        throw ModelError.of(
                tableType,
                method.getName() + "()",
                "is no view",
                "Let it return an InlineView or a SecondaryIndex, without arguments, or give it a body");
    }
}
