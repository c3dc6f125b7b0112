package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.capacity.CapacityDetail;
import dev.tempest.local.internal.capacity.CapacityUnits;
import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.request.Transaction;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueReader;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class TransactGetItems implements Operation {
    private record Get(Table table, Map<String, AttributeValue> key, ItemRead read) {}

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        CapacityDetail capacity = Returns.capacity(request);
        List<Get> gets = new ArrayList<>();
        int number = 1;
        for (JsonObject entry : Transaction.items(request)) {
            gets.add(get(namespace, entry, number++));
        }
        List<@Nullable Item> items = new ArrayList<>();
        Map<String, Consumption> costs = new TreeMap<>();
        Transaction transaction = new Transaction(gets.stream().map(Get::table).toList());
        transaction.lock(Table::readLock);
        try {
            transaction.checkTablesThere();
            for (Key key : keys(transaction, gets)) {
                Get get = gets.get(items.size());
                get.table().throttle().admitRead(get.table());
                Item item = get.table().read(key, true);
                items.add(item);
                Consumption cost = new Consumption(get.table().definition().name());
                cost.add(2 * CapacityUnits.read(item == null ? 0 : item.size(), true));
                get.table().throttle().charge("read", cost);
                Transaction.cost(costs, get.table()).addAll(cost);
            }
            Transaction.checkBytes(items.stream()
                    .mapToLong(item -> item == null ? 0 : item.size())
                    .sum());
        } finally {
            transaction.unlock(Table::readLock);
        }
        return out -> {
            out.beginObject();
            out.beginArray("Responses");
            for (int i = 0; i < gets.size(); i++) {
                write(out, items.get(i), gets.get(i).read());
            }
            out.endArray();
            Consumption.writeAll(out, capacity, costs.values(), Consumption.Kind.READ);
            out.endObject();
        };
    }

    private static Get get(Namespace namespace, JsonObject entry, int number) {
        String path = "transactItems." + number + ".member.get";
        JsonObject get = entry.structure("Get");
        Constraints constraints = new Constraints();
        if (constraints.notNull(path, get) && get != null) {
            constraints.notNull(path + ".tableName", get.string("TableName"));
            constraints.notNull(path + ".key", get.has("Key") ? get : null);
        }
        constraints.check();
        JsonObject given = get == null ? entry : get;
        ItemRead read = ItemRead.of(given);
        Map<String, AttributeValue> key = ValueReader.attributes(given, "Key");
        String table = given.string("TableName");
        return new Get(namespace.table(table == null ? "" : table), key == null ? Map.of() : key, read);
    }

    private static List<Key> keys(Transaction transaction, List<Get> gets) {
        List<Key> keys = new ArrayList<>();
        for (Get get : gets) {
            try {
                keys.add(transaction.distinct(get.table(), get.table().checkKey(get.key())));
                transaction.none();
            } catch (ServiceException e) {
                transaction.fail(e, true);
            }
        }
        transaction.checkReasons();
        return keys;
    }

    private static void write(JsonWriter out, @Nullable Item item, ItemRead read) {
        out.beginObject();
        if (item != null) {
            ValueWriter.attributes(out, "Item", read.parts(item));
        }
        out.endObject();
    }
}
