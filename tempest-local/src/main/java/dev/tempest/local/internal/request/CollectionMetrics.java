package dev.tempest.local.internal.request;

import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The metrics of all item collections that a request writes to, each once, if the request asks for them. */
public final class CollectionMetrics {
    private final boolean wanted;
    private final Map<String, Map<List<AttributeValue>, Consumer<JsonWriter>>> tables = new LinkedHashMap<>();

    public CollectionMetrics(Returns returns) {
        wanted = returns.metrics();
    }

    /** Notes the collection of an item that was written. */
    public void add(Table table, Map<String, AttributeValue> item) {
        Consumer<JsonWriter> metrics = wanted ? Returns.collectionMetrics(table, item) : null;
        if (metrics != null) {
            List<AttributeValue> partition =
                    table.definition().keys().hash().stream().map(item::get).toList();
            tables.computeIfAbsent(table.definition().name(), any -> new LinkedHashMap<>())
                    .put(partition, metrics);
        }
    }

    public void write(JsonWriter out) {
        if (!tables.isEmpty()) {
            out.object(
                    "ItemCollectionMetrics",
                    () -> tables.forEach(
                            (table, metrics) -> out.array(table, metrics.values(), each -> each.accept(out))));
        }
    }
}
