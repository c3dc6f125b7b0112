package dev.tempest.internal.items;

import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.Values;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lines of a full export, made of items. An item keeps the version and the times that it carries; one that carries none gets
 * those of an item that is created now.
 *
 * @param <V> the SDK's attribute value
 */
public final class ItemLines<V> {
    private final ItemReading<V> reading;
    private final Clock clock;
    private final Map<Class<?>, ComputedAttributes<?, V>> computed = new ConcurrentHashMap<>();

    /**
     * Lines of the items that a reader reads.
     *
     * @param clock shows the times
     */
    public ItemLines(ItemReading<V> reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** The same with another clock. */
    public ItemLines<V> with(Clock other) {
        return new ItemLines<>(reading, other);
    }

    /**
     * The line of an item.
     *
     * @throws IllegalArgumentException if the table has no such item type, or if DynamoDB could not store the item
     */
    public String line(Object item) {
        StringBuilder line = new StringBuilder(200);
        Json.write(Map.of("Item", reading.json(row(reading.typeOf(item), item))), line);
        return line.toString();
    }

    @SuppressWarnings("unchecked") // typeOf has looked
    private <T> Map<String, V> row(ItemType<T, V> type, Object item) {
        Map<String, V> row = type.encode((T) item);
        if (complete(type, item, row)) {
            ComputedAttributes<?, V> made = computed.computeIfAbsent(type.type(), ignored -> type.computed());
            if (!made.names().isEmpty()) {
                Map<String, V> now = made.in(row);
                row.keySet().removeAll(made.names());
                row.putAll(now);
            }
        }
        return row;
    }

    /** Sets the version and the times that the item does not carry; returns whether there are any. */
    private <T> boolean complete(ItemType<T, V> type, Object item, Map<String, V> row) {
        Values<V> values = type.table().values();
        boolean changed = false;
        VersionRule<V> version = type.version();
        if (version != null && version.carriedBy(item) == null) {
            row.put(version.attribute(), version.first(Nonces.RANDOM));
            changed = true;
        }
        Instant now = clock.instant();
        for (TimeRule<V> time : type.times()) {
            if (time.in(row, values) == null) {
                V stored = time.at(now);
                for (String attribute : time.attributes()) {
                    row.put(attribute, stored);
                }
                changed = true;
            }
        }
        return changed;
    }
}
