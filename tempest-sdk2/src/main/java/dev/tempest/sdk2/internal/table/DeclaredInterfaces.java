package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.DeclaredTypes;
import dev.tempest.internal.model.InterfaceProxy;
import dev.tempest.internal.model.RawItems;
import dev.tempest.internal.reflect.TypeVariables;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the interfaces that a user declared, once and wholly, and makes objects of them. The synchronous and the
 * asynchronous interfaces are read alike; they differ in the types below.
 */
public abstract class DeclaredInterfaces {
    private final DbModel model;
    private final Class<?> dbBase;
    private final Class<?> tableBase;
    private final Class<?> viewType;
    private final Class<?> indexType;
    private final Class<?> collectionType;

    public DeclaredInterfaces(
            DbModel model,
            Class<?> dbBase,
            Class<?> tableBase,
            Class<?> viewType,
            Class<?> indexType,
            Class<?> collectionType) {
        this.model = model;
        this.dbBase = dbBase;
        this.tableBase = tableBase;
        this.viewType = viewType;
        this.indexType = indexType;
        this.collectionType = collectionType;
    }

    /** What every table does, whatever its interface declares. */
    protected abstract Object table(Table<?> table, Class<?> tableType);

    protected abstract Object view(ViewModel<?, ?> model);

    protected abstract Object index(ReadModel<?, ?> model);

    protected abstract Object collection(CollectionModel<?, ?> model);

    /** An object of the user's database interface. */
    public <D> D create(Class<D> dbType, Object base) {
        return InterfaceProxy.create(dbType, dbBase, base, method -> declaredTable(dbType, method));
    }

    /** An object of a user's table interface, for a table that no method declares. */
    public <T> T create(String tableName, Class<T> tableType) {
        return tableType.cast(declaredTable(table(tableName, tableType, tableType), tableType));
    }

    /** @param declared the table's interface with its arguments */
    private Table<?> table(String name, Type declared, Class<?> tableType) {
        DeclaredKeys keys = RawItems.keys(declared, tableType, tableBase, AttributeValue.class);
        return keys != null
                ? model.table(name, keys, tableType)
                : model.table(name, DeclaredTypes.rawType(declared, tableType, tableBase), tableType);
    }

    private Object declaredTable(Class<?> dbType, Method method) {
        Type returned = DeclaredTypes.returned(method, dbType);
        Class<?> tableType = TypeVariables.erasure(returned);
        if (!tableBase.isAssignableFrom(tableType) || method.getParameterCount() > 0) {
            throw ModelError.of(
                    dbType,
                    method.getName() + "()",
                    "does not return a table",
                    "Let it return an interface that extends " + ModelError.name(tableBase)
                            + ", without arguments, or give it a body");
        }
        return declaredTable(table(model.tableName(method, dbType, tableType), returned, tableType), tableType);
    }

    private Object declaredTable(Table<?> table, Class<?> tableType) {
        Object declared = InterfaceProxy.create(
                tableType, tableBase, table(table, tableType), method -> declaredView(method, tableType, table));
        table.requireComplete();
        model.declaredTables().add(table, tableType);
        return declared;
    }

    private Object declaredView(Method method, Class<?> tableType, Table<?> table) {
        Class<?> type = method.getReturnType();
        if (method.getParameterCount() == 0 && type == viewType) {
            Class<?>[] types = DeclaredTypes.viewTypes(method, tableType, viewType);
            return view(table.view(types[0], types[1]));
        }
        if (method.getParameterCount() == 0 && type == indexType) {
            Class<?>[] types = DeclaredTypes.viewTypes(method, tableType, indexType);
            return index(table.index(types[0], types[1]));
        }
        if (method.getParameterCount() == 0 && type == collectionType) {
            Class<?>[] types = DeclaredTypes.viewTypes(method, tableType, collectionType);
            return collection(table.collection(types[0], types[1]));
        }
        throw ModelError.of(
                tableType,
                method.getName() + "()",
                "does not return a view",
                "Let it return " + ModelError.name(viewType) + ", " + ModelError.name(indexType) + " or "
                        + ModelError.name(collectionType) + ", without arguments, or give it a body");
    }
}
