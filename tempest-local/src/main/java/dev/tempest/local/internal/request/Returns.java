package dev.tempest.local.internal.request;

import dev.tempest.local.internal.capacity.CapacityDetail;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a request asks for beside its result. */
public record Returns(CapacityDetail capacity, boolean metrics, String values) {
    private static final double BYTES_PER_GB = 1L << 30;

    /** Reads and checks the parameters of a write. */
    public static Returns ofWrite(JsonObject request) {
        Constraints constraints = new Constraints();
        String capacity = capacity(request, constraints);
        String values = request.string("ReturnValues");
        constraints.oneOf("returnValues", values, "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
        String metrics = request.string("ReturnItemCollectionMetrics");
        constraints.oneOf("returnItemCollectionMetrics", metrics, "SIZE", "NONE");
        constraints.oneOf(
                "returnValuesOnConditionCheckFailure",
                request.string("ReturnValuesOnConditionCheckFailure"),
                "ALL_OLD",
                "NONE");
        constraints.check();
        return new Returns(detail(capacity), "SIZE".equals(metrics), values == null ? "NONE" : values);
    }

    public static CapacityDetail capacity(JsonObject request) {
        Constraints constraints = new Constraints();
        String capacity = capacity(request, constraints);
        constraints.check();
        return detail(capacity);
    }

    public static @Nullable String capacity(JsonObject request, Constraints constraints) {
        String capacity = request.string("ReturnConsumedCapacity");
        constraints.oneOf("returnConsumedCapacity", capacity, "INDEXES", "TOTAL", "NONE");
        return capacity;
    }

    public static CapacityDetail detail(@Nullable String name) {
        return name == null ? CapacityDetail.NONE : CapacityDetail.valueOf(name);
    }

    /** What writes the metrics of the collection of an item; nothing unless asked for and the table has such. */
    public static @Nullable Consumer<JsonWriter> collectionMetrics(Table table, Map<String, AttributeValue> item) {
        boolean local = table.indexes().values().stream()
                .anyMatch(index -> !index.definition().global());
        if (!local) {
            return null;
        }
        String attribute = table.definition().keys().hash().get(0);
        AttributeValue value = item.get(attribute);
        if (value == null) {
            return null;
        }
        double gigabytes = Math.floor(table.collectionBytes(item) / BYTES_PER_GB);
        return out -> {
            out.beginObject();
            ValueWriter.attributes(out, "ItemCollectionKey", Map.of(attribute, value));
            out.array("SizeEstimateRangeGB", List.of(gigabytes, gigabytes + 1), out::number);
            out.endObject();
        };
    }
}
