package dev.tempest.internal;

import dev.tempest.ItemSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a load in the caller's order, whatever order and number of requests their rows come from.
 *
 * @param <R> what tells one row from all others
 * @param <V> the SDK's attribute value
 */
public final class AskedItems<R, V> {
    private final List<Asked<R, V>> asked = new ArrayList<>();

    private record Asked<R, V>(Object key, R rowKey, RowReader<Object, V> reader) {}

    private record Place<R>(R rowKey, Class<?> itemType) {}

    /**
     * Adds a key.
     *
     * @param key the key as it was given
     * @param reader reads the row as the type that the key is of
     */
    public void add(Object key, R rowKey, RowReader<Object, V> reader) {
        asked.add(new Asked<>(key, rowKey, reader));
    }

    /** The items of the rows that there are. A row that is asked for twice is one item, unless it is asked for as two types. */
    public ItemSet items(Map<R, Map<String, V>> rows) {
        ItemSet.Builder items = ItemSet.builder();
        Map<Place<R>, Object> decoded = new HashMap<>();
        for (Asked<R, V> each : asked) {
            Map<String, V> row = rows.get(each.rowKey());
            if (row == null) {
                continue;
            }
            Place<R> place = new Place<>(each.rowKey(), each.reader().type());
            Object known = decoded.get(place);
            if (known == null) {
                Object item = each.reader().read(row);
                decoded.put(place, item);
                items.add(each.key(), item);
            } else {
                items.alias(each.key(), known);
            }
        }
        return items.build();
    }

    /** The keys that stand for the given rows, as they were asked for. */
    public List<Object> keysOf(Collection<R> rows) {
        return asked.stream()
                .filter(each -> rows.contains(each.rowKey()))
                .map(Asked::key)
                .toList();
    }
}
