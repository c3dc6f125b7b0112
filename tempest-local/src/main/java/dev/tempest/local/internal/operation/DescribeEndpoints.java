package dev.tempest.local.internal.operation;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Operation;
import java.util.function.Consumer;

final class DescribeEndpoints implements Operation {
    private static final int CACHE_MINUTES = 1440;

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        return out -> {
            out.beginObject();
            out.beginArray("Endpoints");
            out.beginObject();
            out.field("Address", "dynamodb." + namespace.region() + ".amazonaws.com");
            out.field("CachePeriodInMinutes", CACHE_MINUTES);
            out.endObject();
            out.endArray();
            out.endObject();
        };
    }
}
