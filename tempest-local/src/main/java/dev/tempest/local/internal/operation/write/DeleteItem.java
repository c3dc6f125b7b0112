package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import java.util.function.Consumer;

public final class DeleteItem implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String table = Constraints.tableName(request);
        Returns returns = Returns.ofWrite(request);
        Constraints constraints = new Constraints();
        constraints.oneOf("returnValues", returns.values(), "ALL_OLD", "NONE");
        constraints.check();
        WriteAction action = WriteAction.delete(request, "");
        return SingleWrite.run(namespace, table, action, returns, outcome -> SingleWrite.old(outcome, returns));
    }
}
