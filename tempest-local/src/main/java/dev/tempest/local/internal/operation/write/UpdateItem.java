package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.expression.Projection;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.operation.write.WriteAction.Outcome;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class UpdateItem implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String table = Constraints.tableName(request);
        Returns returns = Returns.ofWrite(request);
        WriteAction.Update action = WriteAction.update(request, "");
        Projection changed = action.plan().changedParts();
        return SingleWrite.run(
                namespace, table, action, returns, outcome -> returned(outcome, returns.values(), changed));
    }

    private static @Nullable Map<String, AttributeValue> returned(Outcome outcome, String values, Projection changed) {
        return switch (values) {
            case "ALL_OLD" -> outcome.before() == null ? null : outcome.before().attributes();
            case "ALL_NEW" -> outcome.after() == null ? null : outcome.after().attributes();
            case "UPDATED_OLD" -> parts(outcome.before(), changed);
            case "UPDATED_NEW" -> parts(outcome.after(), changed);
            default -> null;
        };
    }

    private static @Nullable Map<String, AttributeValue> parts(@Nullable Item item, Projection changed) {
        Map<String, AttributeValue> parts = item == null ? Map.of() : changed.of(item.attributes());
        return parts.isEmpty() ? null : parts;
    }
}
