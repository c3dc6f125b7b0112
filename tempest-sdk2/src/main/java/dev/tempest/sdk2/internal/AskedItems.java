package dev.tempest.sdk2.internal;

import dev.tempest.ItemSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of a load in the caller's order, whatever order and number of requests their rows come from. */
final class AskedItems {
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(Object key, RowKey rowKey, ItemOperations<Object, Object> operations) {}

    private record Place(RowKey rowKey, Class<?> itemType) {}

    void add(Object key, RowKey rowKey, ItemOperations<Object, Object> operations) {
        asked.add(new Asked(key, rowKey, operations));
    }

    /** The items of the rows that there are. A row that is asked for twice is one item, unless it is asked for as two types. */
    ItemSet items(Map<RowKey, Map<String, AttributeValue>> rows) {
        ItemSet.Builder items = ItemSet.builder();
        Map<Place, Object> decoded = new HashMap<>();
        for (Asked each : asked) {
            Map<String, AttributeValue> row = rows.get(each.rowKey());
            if (row == null) {
                continue;
            }
            Place place = new Place(each.rowKey(), each.operations().type());
            Object known = decoded.get(place);
            if (known == null) {
                Object item = each.operations().read(row);
                decoded.put(place, item);
                items.add(each.key(), item);
            } else {
                items.alias(each.key(), known);
            }
        }
        return items.build();
    }

    /** The keys that stand for the given rows, as they were asked for. */
    List<Object> keysOf(Collection<RowKey> rows) {
        return asked.stream()
                .filter(each -> rows.contains(each.rowKey()))
                .map(Asked::key)
                .toList();
    }
}
