package dev.tempest;

import java.util.List;
import java.util.Map;

/**
 * What a check of the {@linkplain Unique unique} values of a database found. It contains keys and no other values. Immutable.
 *
 * @param items how many items with unique properties were read
 * @param itemsWithoutCompanion how many values of items had no companion item, so that another item could have got them
 * @param companionsWithoutItem how many companion items there were whose item is gone or has another value. They keep their
 *     value from no one, but take room
 * @param repaired how many of both were repaired; 0 if the call only checks
 * @param clashes the values that two items have
 */
public record UniqueValuesReport(
        long items, long itemsWithoutCompanion, long companionsWithoutItem, long repaired, List<Clash> clashes) {

    /** Copies the list. */
    public UniqueValuesReport {
        clashes = List.copyOf(clashes);
    }

    /**
     * A value that two items have. No call repairs that: change or delete one of the items.
     *
     * @param itemType the type of the items
     * @param properties the unique property, or the properties that are unique together
     * @param key of the item that has no companion item
     * @param otherKey of the item that has it
     */
    public record Clash(
            String tableName,
            Class<?> itemType,
            List<String> properties,
            Map<String, Object> key,
            Map<String, Object> otherKey) {}

    /** Whether each value has its companion item, and no two items have the same. */
    public boolean isOk() {
        return itemsWithoutCompanion + companionsWithoutItem == repaired && clashes.isEmpty();
    }
}
