package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.operation.write.WriteAction.Outcome;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Replica;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the operations that write one item share. */
final class SingleWrite {
    private SingleWrite() {}

    /** Runs the action, and returns what writes the response; {@code returned} are the attributes to return. */
    static Consumer<JsonWriter> run(
            Namespace namespace,
            String tableName,
            WriteAction action,
            Returns returns,
            Function<Outcome, @Nullable Map<String, AttributeValue>> returned) {
        Table table = namespace.table(tableName);
        Consumption cost = new Consumption(table.definition().name());
        record Done(Outcome outcome, @Nullable Consumer<JsonWriter> metrics) {}
        Done done = carryOut(table, action, () -> {
            Outcome outcome = action.run(table, cost);
            table.throttle().charge("write", cost);
            return new Done(outcome, returns.metrics() ? Returns.collectionMetrics(table, action.attributes()) : null);
        });
        return out -> {
            out.beginObject();
            Map<String, AttributeValue> attributes = returned.apply(done.outcome());
            if (attributes != null) {
                ValueWriter.attributes(out, "Attributes", attributes);
            }
            Consumption.write(out, returns.capacity(), cost);
            if (done.metrics() != null) {
                out.name("ItemCollectionMetrics");
                done.metrics().accept(out);
            }
            out.endObject();
        };
    }

    /** Carries out a write under the table's lock, and if the table is a replica, as its global table allows. */
    static <T> T carryOut(Table table, WriteAction action, Supplier<T> write) {
        Supplier<T> locked = () -> {
            table.writeLock().lock();
            try {
                table.checkThere();
                table.checkReachable();
                table.throttle().admitWrite(table);
                return write.get();
            } finally {
                table.writeLock().unlock();
            }
        };
        Replica replica = table.replica();
        return replica == null ? locked.get() : replica.write(() -> key(table, action), locked);
    }

    private static Key key(Table table, WriteAction action) {
        table.readLock().lock();
        try {
            table.checkThere();
            return action.key(table);
        } finally {
            table.readLock().unlock();
        }
    }

    /** The attributes of an item if the request asks for the old ones. */
    static @Nullable Map<String, AttributeValue> old(Outcome outcome, Returns returns) {
        Item before = outcome.before();
        return before == null || !returns.values().equals("ALL_OLD") ? null : before.attributes();
    }
}
