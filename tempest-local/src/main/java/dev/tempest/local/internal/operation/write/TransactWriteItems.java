package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.capacity.CapacityUnits;
import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.CollectionMetrics;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.request.Transaction;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.RequestTokens;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class TransactWriteItems implements Operation {
    private static final List<String> KINDS = List.of("ConditionCheck", "Put", "Delete", "Update");

    private record Part(Table table, WriteAction action) {}

    /** A part whose condition holds, and what it makes of its item. */
    private record Change(
            Part part,
            Key key,
            @Nullable Item before,
            @Nullable Item after) {}

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        Returns returns = Returns.ofWrite(request);
        List<JsonObject> entries = Transaction.items(request);
        String token = request.string("ClientRequestToken");
        Constraints constraints = new Constraints();
        constraints.length("clientRequestToken", token, 0, 36);
        constraints.check();
        List<Part> parts = new ArrayList<>();
        int number = 1;
        for (JsonObject entry : entries) {
            parts.add(part(namespace, entry, number++));
        }
        RequestTokens tokens = namespace.tokens();
        Map<String, Consumption> costs = new TreeMap<>();
        CollectionMetrics metrics = new CollectionMetrics(returns);
        Consumption.Kind kind;
        Transaction transaction =
                new Transaction(parts.stream().map(Part::table).toList());
        transaction.lock(Table::writeLock);
        try {
            transaction.checkTablesThere();
            if (tokens.isUsed(token, entries)) {
                kind = Consumption.Kind.READ;
                parts.forEach(part -> costOfReplay(part, costs));
            } else {
                kind = Consumption.Kind.WRITE;
                changes(transaction, parts).forEach(change -> write(change, costs));
                tokens.use(token, entries);
                parts.stream()
                        .filter(part -> part.action().writes())
                        .forEach(part -> metrics.add(part.table(), part.action().attributes()));
            }
        } finally {
            transaction.unlock(Table::writeLock);
        }
        return out -> {
            out.beginObject();
            Consumption.writeAll(out, returns.capacity(), costs.values(), kind);
            metrics.write(out);
            out.endObject();
        };
    }

    private static Part part(Namespace namespace, JsonObject entry, int number) {
        List<String> kinds = KINDS.stream().filter(entry::has).toList();
        if (kinds.isEmpty()) {
            throw ServiceException.validation(
                    "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
        }
        if (kinds.size() > 1) {
            throw ServiceException.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        String kind = kinds.get(0);
        JsonObject request = JsonObject.asStructure(requireField(entry, kind));
        String path = "transactItems." + number + ".member." + Character.toLowerCase(kind.charAt(0)) + kind.substring(1)
                + ".";
        Constraints constraints = new Constraints();
        String tableName = request.string("TableName");
        if (constraints.notNull(path + "tableName", tableName)) {
            constraints.name(path + "tableName", tableName, 1);
        }
        if (kind.equals("Update")) {
            constraints.notNull(path + "updateExpression", request.string("UpdateExpression"));
        }
        constraints.check();
        WriteAction action = switch (kind) {
            case "Put" -> WriteAction.put(request, path);
            case "Delete" -> WriteAction.delete(request, path);
            case "Update" -> WriteAction.update(request, path);
            default -> WriteAction.check(request, path);
        };
        return new Part(namespace.table(tableName == null ? "" : tableName), action);
    }

    private static Object requireField(JsonObject entry, String field) {
        Object value = entry.fields().get(field);
        if (value == null) {
            throw new IllegalStateException("Checked before: " + field);
        }
        return value;
    }

    /** The changes of a transaction of which every part can be carried out. */
    private static List<Change> changes(Transaction transaction, List<Part> parts) {
        List<@Nullable Key> keys = new ArrayList<>();
        List<@Nullable ServiceException> faults = new ArrayList<>();
        for (Part part : parts) {
            try {
                keys.add(transaction.distinct(part.table(), part.action().key(part.table())));
                faults.add(null);
            } catch (ServiceException e) {
                if (e.isBeforeTransaction()) {
                    throw e;
                }
                keys.add(null);
                faults.add(e);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Key key = keys.get(i);
            ServiceException fault = faults.get(i);
            try {
                if (fault != null) {
                    throw fault;
                }
                if (key != null) {
                    changes.add(change(part, key));
                }
                transaction.none();
            } catch (ServiceException e) {
                transaction.fail(e, false);
            }
        }
        transaction.checkReasons();
        Transaction.checkBytes(changes.stream()
                .mapToLong(change -> change.after() == null ? 0 : change.after().size())
                .sum());
        return changes;
    }

    private static Change change(Part part, Key key) {
        Table table = part.table();
        table.throttle().admitWrite(table);
        Item before = table.get(key);
        part.action().checkCondition(before);
        return new Change(part, key, before, part.action().after(table, before));
    }

    private static void write(Change change, Map<String, Consumption> costs) {
        Table table = change.part().table();
        Consumption cost = new Consumption(table.definition().name());
        table.write(change.key(), change.before(), change.after(), cost);
        cost.countTableTwice();
        table.throttle().charge("write", cost);
        Transaction.cost(costs, table).addAll(cost);
    }

    /** A request whose token was used before only reads the items. */
    private static void costOfReplay(Part part, Map<String, Consumption> costs) {
        Item item = part.table().get(part.action().key(part.table()));
        Transaction.cost(costs, part.table()).add(2 * CapacityUnits.read(item == null ? 0 : item.size(), true));
    }
}
