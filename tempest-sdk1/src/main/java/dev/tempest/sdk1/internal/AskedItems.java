package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.ItemSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a load in the caller's order, whatever order and number of requests their rows come from. */
final class AskedItems {
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(Object key, RowKey rowKey, Items<Object, Object> items) {}

    private record Place(RowKey rowKey, Class<?> itemType) {}

    void add(Object key, RowKey rowKey, Items<Object, Object> items) {
        asked.add(new Asked(key, rowKey, items));
    }

    /** The items of the rows that there are. A row that is asked for twice is one item, unless it is asked for as two types. */
    ItemSet items(Map<RowKey, Map<String, AttributeValue>> rows) {
        ItemSet.Builder found = ItemSet.builder();
        Map<Place, Object> decoded = new HashMap<>();
        for (Asked each : asked) {
            Map<String, AttributeValue> row = rows.get(each.rowKey());
            if (row == null) {
                continue;
            }
            Place place = new Place(each.rowKey(), each.items().type());
            Object known = decoded.get(place);
            if (known == null) {
                Object item = each.items().read(row);
                decoded.put(place, item);
                found.add(each.key(), item);
            } else {
                found.alias(each.key(), known);
            }
        }
        return found.build();
    }

    /** The keys that stand for the given rows, as they were asked for. */
    List<Object> keysOf(Collection<RowKey> rows) {
        return asked.stream()
                .filter(each -> rows.contains(each.rowKey()))
                .map(Asked::key)
                .toList();
    }
}
