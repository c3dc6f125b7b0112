package dev.tempest.internal.items;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.Values;
import dev.tempest.items.BulkPutFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a full export or of a bulk put, made of items. An item keeps the version and the times that it carries, unless the
 * condition of its line is that the stored item still has them; one that carries none gets those of an item that is created now.
 *
 * @param <V> the SDK's attribute value
 */
public final class ItemLines<V> {
    /** On which condition an item is written. */
    public enum OnlyIf {
        /** On none. */
        ALWAYS,
        /** There is no item under its key. */
        ABSENT,
        /** The stored item has the version that the item carries. */
        UNCHANGED
    }

    private final ItemReading<V> reading;
    private final Clock clock;
    private final OnlyIf onlyIf;
    private final BulkPutFormat format;
    private final Map<Class<?>, ComputedAttributes<?, V>> computed = new ConcurrentHashMap<>();

    private ItemLines(ItemReading<V> reading, Clock clock, OnlyIf onlyIf, BulkPutFormat format) {
        this.reading = reading;
        this.clock = clock;
        this.onlyIf = onlyIf;
        this.format = format;
    }

    /**
     * Lines of the items that a reader reads, without conditions.
     *
     * @param clock shows the times
     */
    public ItemLines(ItemReading<V> reading, Clock clock) {
        this(reading, clock, OnlyIf.ALWAYS, BulkPutFormat.PUT_ITEM);
    }

    /** The same of the items that another reader reads. */
    public ItemLines<V> with(ItemReading<V> other) {
        return new ItemLines<>(other, clock, onlyIf, format);
    }

    /** The same with another clock. */
    public ItemLines<V> with(Clock other) {
        return new ItemLines<>(reading, other, onlyIf, format);
    }

    /** The same with another condition. */
    public ItemLines<V> with(OnlyIf other) {
        return new ItemLines<>(reading, clock, other, format);
    }

    /** The same with other names of members. */
    public ItemLines<V> with(BulkPutFormat other) {
        return new ItemLines<>(reading, clock, onlyIf, other);
    }

    /**
     * The line of an item.
     *
     * @throws IllegalArgumentException if the table has no such item type, if DynamoDB could not store the item, or if a line
     *     cannot have the condition
     */
    public String line(Object item) {
        StringBuilder line = new StringBuilder(200);
        Json.write(members(reading.typeOf(item), item), line);
        return line.toString();
    }

    private <T> Map<String, Object> members(ItemType<T, V> type, Object item) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (onlyIf == OnlyIf.ALWAYS) {
            members.put(format.item(), reading.json(row(type, item, null)));
            return members;
        }
        if (!type.unique().isEmpty()) {
            throw new IllegalArgumentException(type.unique().rules().get(0).describe()
                    + " is @Unique, which takes a transaction, and"
                    + " a bulk put has none. Write items of " + ModelError.name(type.type()) + " with a transaction"
                    + " or on their own.");
        }
        VersionRule<V> version = onlyIf == OnlyIf.ABSENT ? null : version(type);
        V carried = version == null ? null : version.carriedBy(item);
        members.put(format.item(), reading.json(row(type, item, carried)));
        members.put(format.condition(), carried == null ? "attribute_not_exists(#c)" : "#c = :c");
        members.put(
                format.names(),
                Map.of("#c", version == null ? type.table().key().partitionKey() : version.attribute()));
        if (carried != null) {
            members.put(format.values(), reading.json(Map.of(":c", carried)));
        }
        return members;
    }

    private VersionRule<V> version(ItemType<?, V> type) {
        VersionRule<V> version = type.version();
        if (version == null) {
            throw new IllegalArgumentException(
                    ModelError.name(type.type()) + " has no @Version, so nothing says whether"
                            + " a stored item has changed. Give the type a @Version.");
        }
        return version;
    }

    /** @param read the version on which the item is written; null for none */
    @SuppressWarnings("unchecked") // typeOf has looked
    private <T> Map<String, V> row(ItemType<T, V> type, Object item, @Nullable V read) {
        Map<String, V> row = type.encode((T) item);
        if (complete(type, item, row, read)) {
            ComputedAttributes<?, V> made = computed.computeIfAbsent(type.type(), ignored -> type.computed());
            if (!made.names().isEmpty()) {
                Map<String, V> now = made.in(row);
                row.keySet().removeAll(made.names());
                row.putAll(now);
            }
        }
        reading.models().mark(type.type(), row);
        return row;
    }

    /** Sets the version and the times that the item does not carry, or that this write moves on; returns whether there are any. */
    private <T> boolean complete(ItemType<T, V> type, Object item, Map<String, V> row, @Nullable V read) {
        Values<V> values = type.table().values();
        boolean changed = false;
        VersionRule<V> version = type.version();
        if (version != null && read != null) {
            row.put(version.attribute(), version.after(read, row, Nonces.RANDOM));
            changed = true;
        } else if (version != null && version.carriedBy(item) == null) {
            row.put(version.attribute(), version.first(Nonces.RANDOM));
            changed = true;
        }
        Instant now = clock.instant();
        for (TimeRule<V> time : type.times()) {
            if (time.in(row, values) == null || (read != null && !time.isSetOnce())) {
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
