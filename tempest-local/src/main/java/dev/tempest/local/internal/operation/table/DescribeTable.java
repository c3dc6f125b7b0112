package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Operation;
import java.util.function.Consumer;

public final class DescribeTable implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        TableDescription description =
                TableAccess.read(namespace, request, table -> TableDescription.of(table, "ACTIVE", "ACTIVE"));
        return out -> description.writeAs(out, "Table");
    }
}
