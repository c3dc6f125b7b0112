package dev.tempest.local.internal.operation;

import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.operation.WriteAction.Outcome;
import dev.tempest.local.internal.table.Namespace;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
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
        Outcome outcome;
        Consumer<JsonWriter> metrics;
        table.writeLock().lock();
        try {
            table.checkThere();
            table.throttle().admitWrite(table);
            outcome = action.run(table, cost);
            table.throttle().charge("write", cost);
            metrics = returns.metrics() ? Returns.collectionMetrics(table, action.attributes()) : null;
        } finally {
            table.writeLock().unlock();
        }
        return out -> {
            out.beginObject();
            Map<String, AttributeValue> attributes = returned.apply(outcome);
            if (attributes != null) {
                ValueWriter.attributes(out, "Attributes", attributes);
            }
            Consumption.write(out, returns.capacity(), cost);
            if (metrics != null) {
                out.name("ItemCollectionMetrics");
                metrics.accept(out);
            }
            out.endObject();
        };
    }

    /** The attributes of an item if the request asks for the old ones. */
    static @Nullable Map<String, AttributeValue> old(Outcome outcome, Returns returns) {
        Item before = outcome.before();
        return before == null || !returns.values().equals("ALL_OLD") ? null : before.attributes();
    }
}
