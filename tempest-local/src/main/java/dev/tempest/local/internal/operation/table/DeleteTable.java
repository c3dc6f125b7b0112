package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.table.Replica;
import java.util.function.Consumer;

public final class DeleteTable implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        TableDescription description = TableAccess.change(namespace, request, table -> {
            if (table.definition().protectedFromDeletion()) {
                throw ServiceException.validation("Resource cannot be deleted as it is currently protected against "
                        + "deletion. Disable deletion protection first.");
            }
            Replica replica = table.replica();
            if (replica != null && replica.isStrong()) {
                throw ReplicaUpdates.onlyAllAtOnce();
            }
            TableDescription last = TableDescription.of(table, "DELETING", "DELETING");
            namespace.remove(table);
            namespace.regions().leave(table);
            return last;
        });
        return out -> description.writeAs(out, "TableDescription");
    }
}
