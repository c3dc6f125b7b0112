package dev.tempest.internal.picture;

import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sample items of all types as the table or an index has them: in its order, one partition after the other. */
final class StoredItems<V> {
    private final Html html;
    private final List<PictureType<V>> types;
    private final KeySchema tableKey;
    private final Values<V> values;
    private final Function<V, String> show;

    StoredItems(Html html, List<PictureType<V>> types, KeySchema tableKey, Values<V> values, Function<V, String> show) {
        this.html = html;
        this.types = types;
        this.tableKey = tableKey;
        this.values = values;
        this.show = show;
    }

    /** @param projected what is there beside keys; null for everything */
    void write(String caption, KeySchema key, @Nullable List<String> projected) {
        List<PictureItem<V>> items = sorted(key);
        html.open("div", "class", "box", "tabindex", "0").open("table", "class", "stored");
        html.element("caption", "", caption + (items.isEmpty() ? ": no item of the samples is in it" : ""));
        if (!items.isEmpty()) {
            html.open("thead").open("tr");
            html.element("th", "", String.join(", ", key.partitionKeys()));
            if (!key.sortKeys().isEmpty()) {
                html.element("th", "", String.join(", ", key.sortKeys()));
            }
            html.element("th", "", "attributes").close().close().open("tbody").line();
            rows(items, key, projected);
            html.close();
        }
        html.close().close().line();
    }

    private List<PictureItem<V>> sorted(KeySchema key) {
        List<PictureItem<V>> items = new ArrayList<>();
        for (PictureType<V> type : types) {
            for (PictureItem<V> item : type.items()) {
                if (item.row().keySet().containsAll(key.attributes())) {
                    items.add(item);
                }
            }
        }
        items.sort((one, other) -> compare(one, other, key.attributes()));
        return items;
    }

    private int compare(PictureItem<V> one, PictureItem<V> other, List<String> attributes) {
        for (String attribute : attributes) {
            int order = SortOrder.compare(
                    Objects.requireNonNull(one.row().get(attribute)),
                    Objects.requireNonNull(other.row().get(attribute)),
                    values);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void rows(List<PictureItem<V>> items, KeySchema key, @Nullable List<String> projected) {
        int end = 0;
        for (int i = 0; i < items.size(); i++) {
            PictureItem<V> item = items.get(i);
            html.open("tr", "style", item.type().style());
            if (i == end) {
                while (end < items.size() && compare(items.get(i), items.get(end), key.partitionKeys()) == 0) {
                    end++;
                }
                html.open("th", "scope", "rowgroup", "rowspan", String.valueOf(end - i));
                keyValues(item, key.partitionKeys());
                html.close();
            }
            if (!key.sortKeys().isEmpty()) {
                html.open("td", "class", "sort");
                keyValues(item, key.sortKeys());
                html.close();
            }
            html.open("td", "class", "rest");
            html.element("span", "type", item.type().name());
            attributes(item, key, projected);
            html.close().close().line();
        }
    }

    private void keyValues(PictureItem<V> item, List<String> attributes) {
        for (String attribute : attributes) {
            html.element("div", "key", text(item, attribute));
        }
    }

    private String text(PictureItem<V> item, String attribute) {
        V value = item.row().get(attribute);
        return value == null ? "" : ShownValue.shortened(show.apply(value));
    }

    private void attributes(PictureItem<V> item, KeySchema key, @Nullable List<String> projected) {
        html.open("dl");
        for (Map.Entry<String, V> entry : new TreeMap<>(item.row()).entrySet()) {
            String attribute = entry.getKey();
            boolean isHeld = projected == null || tableKey.contains(attribute) || projected.contains(attribute);
            if (isHeld && !key.contains(attribute)) {
                html.open("div");
                html.element("dt", "", attribute).element("dd", "", text(item, attribute));
                html.close();
            }
        }
        html.close();
    }
}
