package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Operation;
import java.util.Optional;
import java.util.function.Consumer;

public final class DescribeTimeToLive implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        Optional<String> attribute =
                TableAccess.read(namespace, request, table -> Optional.ofNullable(table.timeToLiveAttribute()));
        return out -> {
            out.beginObject();
            out.object("TimeToLiveDescription", () -> {
                out.field("TimeToLiveStatus", attribute.isPresent() ? "ENABLED" : "DISABLED");
                attribute.ifPresent(name -> out.field("AttributeName", name));
            });
            out.endObject();
        };
    }
}
