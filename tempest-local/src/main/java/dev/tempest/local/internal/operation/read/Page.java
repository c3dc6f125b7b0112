package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.capacity.CapacityUnits;
import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.operation.read.PageRequest.Select;
import dev.tempest.local.internal.table.Index;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The items that one query or scan reads: at most 1 MB of them. */
final class Page {
    private static final int MAX_BYTES = 1024 * 1024;

    private final PageRequest request;
    private final Table table;
    private final @Nullable Index index;
    private final boolean fetches;
    private final Consumption cost;
    private final List<Map<String, AttributeValue>> items = new ArrayList<>();
    private long count;
    private long scanned;
    private long bytes;
    private @Nullable Map<String, AttributeValue> last;

    Page(PageRequest request, Table table, @Nullable Index index) {
        this.request = request;
        this.table = table;
        this.index = index;
        this.fetches = index != null && request.fetchesFrom(table, index);
        this.cost = new Consumption(table.definition().name());
    }

    /** Everything that a reader of the table or index sees. */
    NavigableMap<Key, Item> all() {
        return index == null ? table.view(request.consistent()) : table.view(index, request.consistent());
    }

    void admit() {
        if (index != null && index.definition().global()) {
            table.throttle().admitRead(index);
        } else {
            table.throttle().admitRead(table);
        }
    }

    /** Reads those of the entries that are included, until the page is full. */
    void read(NavigableMap<Key, Item> entries, Predicate<Item> included) {
        Item previous = null;
        boolean full = false;
        for (Item entry : entries.values()) {
            if (!included.test(entry)) {
                continue;
            }
            full = scanned == request.limit() || (scanned > 0 && bytes + entry.size() > MAX_BYTES);
            if (full) {
                break;
            }
            scanned++;
            bytes += entry.size();
            previous = entry;
            read(entry);
        }
        if (previous != null && (full || scanned == request.limit())) {
            last = keyOf(previous);
        }
        double units = CapacityUnits.read(bytes, request.consistent());
        if (index == null) {
            cost.add(units);
        } else {
            cost.addIndex(index.definition().name(), index.definition().global(), units);
        }
        table.throttle().charge("read", cost);
    }

    private void read(Item entry) {
        Item item = entry;
        if (fetches) {
            Item whole = table.read(table.checkKey(table.keyOf(entry.attributes())), request.consistent());
            item = whole == null ? entry : whole;
            cost.add(CapacityUnits.read(item.size(), request.consistent()));
        }
        if (request.filter() != null && !request.filter().condition().test(item.attributes())) {
            return;
        }
        count++;
        if (request.select() != Select.COUNT) {
            items.add(
                    request.projection() == null
                            ? item.attributes()
                            : request.projection().of(item.attributes()));
        }
    }

    private Map<String, AttributeValue> keyOf(Item item) {
        Collection<String> attributes =
                index == null ? table.definition().keys().attributes() : index.keyAttributes();
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (String attribute : attributes) {
            AttributeValue value = item.get(attribute);
            if (value != null) {
                key.put(attribute, value);
            }
        }
        return key;
    }

    void write(JsonWriter out) {
        out.beginObject();
        if (request.select() != Select.COUNT) {
            out.array("Items", items, item -> ValueWriter.attributes(out, item));
        }
        out.field("Count", count);
        out.field("ScannedCount", scanned);
        if (last != null) {
            ValueWriter.attributes(out, "LastEvaluatedKey", last);
        }
        Consumption.write(out, request.capacity(), cost);
        out.endObject();
    }
}
