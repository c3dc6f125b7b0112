package dev.tempest.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The item types of one table, checked against each other.
 *
 * @param <V> the SDK's attribute value
 */
public final class TableModel<V> {
    private final RawTable<V> table;
    private final Map<Class<?>, ItemType<?, V>> itemTypes = new LinkedHashMap<>();

    public TableModel(RawTable<V> table) {
        this.table = table;
    }

    public RawTable<V> table() {
        return table;
    }

    /**
     * The model of an item type, which is not added to the table.
     *
     * @throws IllegalArgumentException if the type does not fit the table
     */
    @SuppressWarnings("unchecked")
    public synchronized <T> ItemType<T, V> itemType(Class<T> type) {
        ItemType<?, V> known = itemTypes.get(type);
        return known == null ? ItemType.of(type, table) : (ItemType<T, V>) known;
    }

    /**
     * Checks an item type against the others of the table.
     *
     * @throws IllegalArgumentException if the type does not fit one of them
     */
    public synchronized void check(ItemType<?, V> itemType) {
        for (ItemType<?, V> other : itemTypes.values()) {
            if (other.type() != itemType.type()) {
                checkTogether(itemType, other);
            }
        }
    }

    /** Adds an item type that has been checked. */
    public synchronized void add(ItemType<?, V> itemType) {
        itemTypes.putIfAbsent(itemType.type(), itemType);
    }

    private void checkTogether(ItemType<?, V> added, ItemType<?, V> other) {
        String one = added.sortKeyPrefix();
        String two = other.sortKeyPrefix();
        if (one == null || two == null) {
            throw ModelError.of(
                    added.type(),
                    "shares its table with " + ModelError.name(other.type())
                            + ", but the table has no sort key of type String," + " so nothing tells their rows apart",
                    "Give " + ModelError.name(table.rawType()) + " a String sort key, or each type a table of its own");
        }
        if (!one.equals(two) && (one.startsWith(two) || two.startsWith(one))) {
            throw ModelError.of(
                    added.type(),
                    "has the sort key prefix " + one + " and " + ModelError.name(other.type()) + " has " + two
                            + ": one is the beginning of the other, so a query on "
                            + (one.startsWith(two) ? ModelError.name(other.type()) : ModelError.name(added.type()))
                            + " would meet rows of both",
                    "Choose prefixes of which none begins with another");
        }
    }
}
