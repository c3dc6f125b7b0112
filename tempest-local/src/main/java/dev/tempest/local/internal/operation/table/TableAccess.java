package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.table.Replica;
import dev.tempest.local.internal.table.Table;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;

/** How operations on tables themselves get at the one that a request names. */
final class TableAccess {
    private TableAccess() {}

    static <T> T read(Namespace namespace, JsonObject request, Function<Table, T> reader) {
        Table table = find(namespace, request);
        return locked(table, table.readLock(), reader);
    }

    static <T> T change(Namespace namespace, JsonObject request, Function<Table, T> change) {
        Table table = find(namespace, request);
        return locked(table, table.writeLock(), change);
    }

    /** Changes the replicas of a table in other Regions as the table itself was changed. */
    static void changeOthers(Table table, Consumer<Table> change) {
        Replica replica = table.replica();
        for (Table other : replica == null ? List.<Table>of() : replica.others()) {
            other.writeLock().lock();
            try {
                change.accept(other);
            } finally {
                other.writeLock().unlock();
            }
        }
    }

    private static Table find(Namespace namespace, JsonObject request) {
        String name = Constraints.controlTableName(request);
        Table table = namespace.find(name);
        if (table == null) {
            throw notFound(name);
        }
        return table;
    }

    private static <T> T locked(Table table, Lock lock, Function<Table, T> function) {
        lock.lock();
        try {
            table.checkThere();
            return function.apply(table);
        } finally {
            lock.unlock();
        }
    }

    static ServiceException notFound(String name) {
        return ServiceException.dynamoDb(
                "ResourceNotFoundException", "Requested resource not found: Table: " + name + " not found");
    }
}
