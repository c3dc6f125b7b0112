package dev.tempest.local.internal.table;

import dev.tempest.local.internal.capacity.CapacityUnits;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A secondary index of a table. Its table's lock guards it. */
public final class Index {
    private final KeySchema tableKeys;
    private final Set<String> keyAttributes;
    private final SortedStore store = new SortedStore();
    private IndexDefinition definition;

    Index(IndexDefinition definition, KeySchema tableKeys) {
        this.definition = definition;
        this.tableKeys = tableKeys;
        this.keyAttributes = definition.keys().with(tableKeys);
    }

    public IndexDefinition definition() {
        return definition;
    }

    void provision(Throughput throughput) {
        definition = definition.with(throughput);
    }

    /** The key attributes of the index and of its table. */
    public Set<String> keyAttributes() {
        return keyAttributes;
    }

    public int size() {
        return store.size();
    }

    public long bytes() {
        return store.bytes();
    }

    NavigableMap<Key, Item> asOf(Instant time) {
        return store.asOf(time);
    }

    /** Where an item with these attributes stands in the index; null if it lacks a key attribute of it. */
    @Nullable Key keyOf(Map<String, AttributeValue> attributes) {
        List<AttributeValue> parts = new ArrayList<>();
        for (String attribute : definition.keys().attributes()) {
            AttributeValue value = attributes.get(attribute);
            if (value == null) {
                return null;
            }
            parts.add(value);
        }
        for (String attribute : tableKeys.attributes()) {
            AttributeValue value = attributes.get(attribute);
            if (value == null) {
                return null;
            }
            parts.add(value);
        }
        return Key.of(parts, definition.keys().hash().size());
    }

    /** Follows a change of the table, and returns the write units that it costs. */
    int change(@Nullable Item before, @Nullable Item after, Instant now, Duration lag) {
        Key oldKey = before == null ? null : keyOf(before.attributes());
        Key newKey = after == null ? null : keyOf(after.attributes());
        int units = 0;
        if (oldKey != null && !Objects.equals(oldKey, newKey)) {
            Item removed = store.get(oldKey);
            if (removed != null) {
                store.put(oldKey, null, now, lag);
                units += CapacityUnits.write(removed.size());
            }
        }
        if (newKey != null && after != null) {
            Item entry = entry(after);
            Item replaced = store.get(newKey);
            if (!Objects.equals(entry, replaced)) {
                store.put(newKey, entry, now, lag);
                units += CapacityUnits.write(Math.max(entry.size(), replaced == null ? 0 : replaced.size()));
            }
        }
        return units;
    }

    private Item entry(Item item) {
        IndexDefinition.Projected projected = definition.projected();
        if (projected.all()) {
            return item;
        }
        List<String> others = projected.nonKeyAttributes();
        Map<String, AttributeValue> held = new LinkedHashMap<>();
        item.attributes().forEach((name, value) -> {
            if (keyAttributes.contains(name) || (others != null && others.contains(name))) {
                held.put(name, value);
            }
        });
        return new Item(held);
    }
}
