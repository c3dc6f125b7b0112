package dev.tempest.local.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of a query or scan as if they were one. Where a page ends depends on the order of items, which engines choose. */
final class Pages {
    private final Map<String, @Nullable Object> all;
    private final List<@Nullable Object> items;
    private BigDecimal count = BigDecimal.ZERO;
    private BigDecimal scanned = BigDecimal.ZERO;
    private int pages;

    Pages(Map<String, @Nullable Object> first) {
        all = new LinkedHashMap<>(first);
        items = new ArrayList<>();
        add(first);
    }

    void add(Map<String, @Nullable Object> page) {
        pages++;
        items.addAll(Json.list(page.get("Items")));
        count = count.add(number(page.get("Count")));
        scanned = scanned.add(number(page.get("ScannedCount")));
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    Map<String, @Nullable Object> all() {
        if (pages > 1) {
            // What a page costs depends on the items that happen to be in it.
            all.remove("ConsumedCapacity");
        }
        all.remove("LastEvaluatedKey");
        if (all.containsKey("Items")) {
            all.put("Items", items);
        }
        all.put("Count", count);
        all.put("ScannedCount", scanned);
        return all;
    }
}
