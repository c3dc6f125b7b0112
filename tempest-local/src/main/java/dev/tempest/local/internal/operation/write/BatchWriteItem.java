package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.CollectionMetrics;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.ValueReader;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

public final class BatchWriteItem implements Operation {
    private static final int MAX_WRITES = 25;
    private static final String TYPE = "com.amazonaws.dynamodb.v20120810.WriteRequest";

    private record Write(boolean put, WriteAction action) {}

    /** The writes to one table, and what becomes of them. */
    private static final class TableWrites {
        final Table table;
        final List<Write> writes;
        final Consumption cost;
        final List<Write> unprocessed = new ArrayList<>();

        TableWrites(Table table, List<Write> writes) {
            this.table = table;
            this.writes = writes;
            this.cost = new Consumption(table.definition().name());
        }
    }

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        Returns returns = Returns.ofWrite(request);
        JsonObject items = request.map("RequestItems", TYPE);
        if (items == null || items.fields().isEmpty()) {
            throw ServiceException.validation("The requestItems parameter is required for BatchWriteItem");
        }
        Map<String, List<Write>> writes = writes(items);
        Map<String, TableWrites> tables = new LinkedHashMap<>();
        writes.forEach((name, list) -> tables.put(name, new TableWrites(namespace.table(name), list)));
        tables.values().forEach(BatchWriteItem::check);
        CollectionMetrics metrics = new CollectionMetrics(returns);
        ServiceException notWritten = null;
        boolean anyWritten = false;
        for (TableWrites batch : tables.values()) {
            for (Write write : batch.writes) {
                try {
                    write(batch, write, metrics);
                    anyWritten = true;
                } catch (ServiceException e) {
                    if (!e.is("ProvisionedThroughputExceededException") && !e.is("ReplicatedWriteConflictException")) {
                        throw e;
                    }
                    notWritten = e;
                    batch.unprocessed.add(write);
                }
            }
        }
        if (notWritten != null && !anyWritten) {
            throw notWritten;
        }
        return out -> write(out, tables, returns, metrics);
    }

    private static Map<String, List<Write>> writes(JsonObject items) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        items.fields()
                .forEach((table, value) -> counts.put(
                        table,
                        value == null
                                ? 0
                                : JsonObject.asList(value, JsonObject::asStructure)
                                        .size()));
        checkCounts(counts);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, List<Write>> writes = new LinkedHashMap<>();
        if (all > MAX_WRITES) {
            throw ServiceException.validation("Too many items requested for the BatchWriteItem call");
        }
        for (String table : items.fields().keySet()) {
            Object value = items.fields().get(table);
            List<Write> list = new ArrayList<>();
            if (value != null) {
                JsonObject.asList(value, JsonObject::asStructure).forEach(entry -> list.add(write(table, entry)));
            }
            writes.put(table, list);
        }
        return writes;
    }

    private static void checkCounts(Map<String, Integer> counts) {
        if (counts.values().stream().allMatch(count -> count > 0 && count <= MAX_WRITES)) {
            return;
        }
        Constraints constraints = new Constraints();
        constraints.fault(
                "requestItems",
                counts.entrySet().stream()
                        .map(table -> table.getKey() + "=["
                                + (table.getValue() == 0 ? "" : table.getValue() + " requests") + "]")
                        .collect(Collectors.joining(", ", "{", "}")),
                "Map value must satisfy constraint: [Member must have length less than or equal to " + MAX_WRITES
                        + ", Member must have length greater than or equal to 1]");
        constraints.check();
    }

    private static Write write(String table, JsonObject entry) {
        JsonObject put = entry.structure("PutRequest");
        JsonObject delete = entry.structure("DeleteRequest");
        if ((put == null) == (delete == null)) {
            throw ServiceException.validation("Supplied AttributeValue has more than one datatypes set, "
                    + "must contain exactly one of the supported datatypes");
        }
        @Nullable Map<String, AttributeValue> attributes = put != null
                ? ValueReader.attributes(put, "Item")
                : delete == null ? null : ValueReader.attributes(delete, "Key");
        Constraints constraints = new Constraints();
        constraints.notNull(
                "requestItems." + table + ".member.1.member." + (put != null ? "putRequest.item" : "deleteRequest.key"),
                attributes);
        constraints.check();
        return new Write(put != null, WriteAction.ofBatch(attributes == null ? Map.of() : attributes, put != null));
    }

    private static void check(TableWrites batch) {
        batch.table.readLock().lock();
        try {
            batch.table.checkThere();
            Set<Key> seen = new HashSet<>();
            for (Write write : batch.writes) {
                Key key;
                try {
                    key = write.action().key(batch.table);
                } catch (ServiceException e) {
                    throw e.messageText().contains("Type mismatch for key ")
                                    || e.messageText().contains("Missing the key ")
                            ? ServiceException.validation("The provided key element does not match the schema")
                            : e;
                }
                if (!seen.add(key)) {
                    throw ServiceException.validation("Provided list of item keys contains duplicates");
                }
            }
        } finally {
            batch.table.readLock().unlock();
        }
    }

    private static void write(TableWrites batch, Write write, CollectionMetrics metrics) {
        Table table = batch.table;
        SingleWrite.carryOut(table, write.action(), () -> {
            Consumption cost = new Consumption(table.definition().name());
            write.action().run(table, cost);
            table.throttle().charge("write", cost);
            batch.cost.addAll(cost);
            metrics.add(table, write.action().attributes());
            return cost;
        });
    }

    private static void write(
            JsonWriter out, Map<String, TableWrites> tables, Returns returns, CollectionMetrics metrics) {
        out.beginObject();
        out.object(
                "UnprocessedItems",
                () -> tables.forEach((name, batch) -> {
                    if (!batch.unprocessed.isEmpty()) {
                        out.array(name, batch.unprocessed, write -> writeUnprocessed(out, write));
                    }
                }));
        metrics.write(out);
        Consumption.writeAll(
                out,
                returns.capacity(),
                tables.values().stream().map(batch -> batch.cost).toList(),
                Consumption.Kind.UNNAMED);
        out.endObject();
    }

    private static void writeUnprocessed(JsonWriter out, Write write) {
        out.beginObject();
        out.object(
                write.put() ? "PutRequest" : "DeleteRequest",
                () -> ValueWriter.attributes(
                        out, write.put() ? "Item" : "Key", write.action().attributes()));
        out.endObject();
    }
}
