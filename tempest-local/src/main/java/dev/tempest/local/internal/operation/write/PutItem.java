package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import java.util.function.Consumer;

public final class PutItem implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String table = Constraints.tableName(request);
        Returns returns = Returns.ofWrite(request);
        if (!returns.values().equals("ALL_OLD") && !returns.values().equals("NONE")) {
            throw ServiceException.validation("ReturnValues can only be ALL_OLD or NONE");
        }
        WriteAction action = WriteAction.put(request, "");
        return SingleWrite.run(namespace, table, action, returns, outcome -> SingleWrite.old(outcome, returns));
    }
}
