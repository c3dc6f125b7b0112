package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.capacity.CapacityDetail;
import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueReader;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class BatchGetItem implements Operation {
    private static final int MAX_KEYS = 100;
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** The keys to read of one table, and what becomes of them. */
    private static final class TableKeys {
        final Table table;
        final JsonObject request;
        final ItemRead read;
        final List<Map<String, AttributeValue>> keys;
        final Consumption cost;
        final List<Map<String, AttributeValue>> found = new ArrayList<>();
        final List<Map<String, AttributeValue>> unprocessed = new ArrayList<>();

        TableKeys(Table table, JsonObject request, ItemRead read, List<Map<String, AttributeValue>> keys) {
            this.table = table;
            this.request = request;
            this.read = read;
            this.keys = keys;
            this.cost = new Consumption(table.definition().name());
        }
    }

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        CapacityDetail capacity = Returns.capacity(request);
        JsonObject items = request.map("RequestItems", "com.amazonaws.dynamodb.v20120810.KeysAndAttributes");
        checkSizes(items);
        Map<String, TableKeys> tables = new LinkedHashMap<>();
        for (String name : items == null ? Set.<String>of() : items.fields().keySet()) {
            JsonObject entry = items == null ? null : items.structure(name);
            if (entry != null) {
                tables.put(name, keys(namespace, name, entry));
            }
        }
        ServiceException throttled = null;
        boolean anyRead = false;
        long bytes = 0;
        for (TableKeys keys : tables.values()) {
            keys.table.readLock().lock();
            try {
                keys.table.checkThere();
                List<Key> places = places(keys);
                for (int i = 0; i < places.size(); i++) {
                    try {
                        keys.table.throttle().admitRead(keys.table);
                    } catch (ServiceException e) {
                        throttled = e;
                        keys.unprocessed.add(keys.keys.get(i));
                        continue;
                    }
                    Item item = keys.table.read(places.get(i), keys.read.consistent());
                    bytes += item == null ? 0 : item.size();
                    if (bytes > MAX_BYTES) {
                        keys.unprocessed.add(keys.keys.get(i));
                        continue;
                    }
                    read(keys, item);
                    anyRead = true;
                }
            } finally {
                keys.table.readLock().unlock();
            }
        }
        if (throttled != null && !anyRead) {
            throw throttled;
        }
        return out -> write(out, tables, capacity);
    }

    private static void read(TableKeys keys, @Nullable Item item) {
        Consumption cost = new Consumption(keys.table.definition().name());
        cost.add(keys.read.units(item));
        keys.table.throttle().charge("read", cost);
        keys.cost.addAll(cost);
        if (item != null) {
            keys.found.add(keys.read.parts(item));
        }
    }

    private static void checkSizes(@Nullable JsonObject items) {
        Constraints constraints = new Constraints();
        if (constraints.notNull("requestItems", items) && items != null) {
            if (items.fields().isEmpty()) {
                constraints.faultWithoutValue("RequestItems", "Member must have length greater than or equal to 1");
            }
            int all = 0;
            for (String table : items.fields().keySet()) {
                JsonObject entry = items.structure(table);
                List<JsonObject> keys = entry == null ? null : entry.structures("Keys");
                if (constraints.notNull("requestItems." + table + ".member.keys", keys) && keys != null) {
                    all += keys.size();
                    if (keys.isEmpty()) {
                        constraints.faultWithoutValue(
                                "requestItems." + table + ".member.keys",
                                "Member must have length greater than or equal to 1");
                    } else if (keys.size() > MAX_KEYS) {
                        constraints.faultWithoutValue(
                                "RequestItems." + table + ".member.Keys",
                                "Member must have length less than or equal to " + MAX_KEYS);
                    }
                }
            }
            constraints.check();
            if (all > MAX_KEYS) {
                throw ServiceException.validation("Too many items requested for the BatchGetItem call");
            }
        }
        constraints.check();
    }

    private static TableKeys keys(Namespace namespace, String name, JsonObject entry) {
        ItemRead read = ItemRead.of(entry);
        List<JsonObject> list = entry.structures("Keys");
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        if (list != null) {
            for (JsonObject key : list) {
                keys.add(ValueReader.attributes(key));
            }
        }
        return new TableKeys(namespace.table(name), entry, read, keys);
    }

    private static List<Key> places(TableKeys keys) {
        Set<Key> seen = new HashSet<>();
        List<Key> places = new ArrayList<>();
        for (Map<String, AttributeValue> key : keys.keys) {
            Key place = keys.table.checkKey(key);
            if (!seen.add(place)) {
                throw ServiceException.validation("Provided list of item keys contains duplicates");
            }
            places.add(place);
        }
        return places;
    }

    private static void write(JsonWriter out, Map<String, TableKeys> tables, CapacityDetail capacity) {
        out.beginObject();
        out.object(
                "Responses",
                () -> tables.forEach(
                        (name, keys) -> out.array(name, keys.found, item -> ValueWriter.attributes(out, item))));
        out.object(
                "UnprocessedKeys",
                () -> tables.forEach((name, keys) -> {
                    if (!keys.unprocessed.isEmpty()) {
                        out.object(name, () -> writeUnprocessed(out, keys));
                    }
                }));
        Consumption.writeAll(
                out, capacity, tables.values().stream().map(keys -> keys.cost).toList(), Consumption.Kind.UNNAMED);
        out.endObject();
    }

    private static void writeUnprocessed(JsonWriter out, TableKeys keys) {
        out.array("Keys", keys.unprocessed, key -> ValueWriter.attributes(out, key));
        keys.request.fields().forEach((field, value) -> {
            if (!field.equals("Keys") && value != null) {
                out.name(field);
                out.json(value);
            }
        });
    }
}
