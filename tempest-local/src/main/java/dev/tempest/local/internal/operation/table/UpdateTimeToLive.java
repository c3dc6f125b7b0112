package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.table.Replica;
import dev.tempest.local.internal.table.Table;
import java.util.function.Consumer;

public final class UpdateTimeToLive implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        Constraints.controlTableName(request);
        JsonObject spec = request.structure("TimeToLiveSpecification");
        Constraints constraints = new Constraints();
        if (constraints.notNull("timeToLiveSpecification", spec) && spec != null) {
            constraints.notNull("timeToLiveSpecification.enabled", spec.bool("Enabled"));
            String attribute = spec.string("AttributeName");
            if (constraints.notNull("timeToLiveSpecification.attributeName", attribute)) {
                constraints.length("timeToLiveSpecification.attributeName", attribute, 1, 255);
            }
        }
        constraints.check();
        boolean enabled = spec != null && spec.flag("Enabled");
        String given = spec == null ? null : spec.string("AttributeName");
        String attribute = given == null ? "" : given;
        Table changed = TableAccess.change(namespace, request, table -> {
            change(table, attribute, enabled);
            return table;
        });
        TableAccess.changeOthers(changed, other -> other.setTimeToLiveAttribute(enabled ? attribute : null));
        return out -> {
            out.beginObject();
            out.object("TimeToLiveSpecification", () -> {
                out.field("AttributeName", attribute);
                out.field("Enabled", enabled);
            });
            out.endObject();
        };
    }

    private static void change(Table table, String attribute, boolean enabled) {
        Replica replica = table.replica();
        if (enabled && replica != null && replica.isStrong()) {
            throw ServiceException.validation(
                    "Time to Live is not supported on global tables with multi-Region strong consistency");
        }
        String old = table.timeToLiveAttribute();
        if (enabled && old != null) {
            throw ServiceException.validation(
                    old.equals(attribute)
                            ? "TimeToLive is already enabled"
                            : "TimeToLive is active on a different AttributeName: current AttributeName is " + old);
        }
        if (!enabled && old == null) {
            throw ServiceException.validation("TimeToLive is already disabled");
        }
        if (!enabled && !attribute.equals(old)) {
            throw ServiceException.validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is " + old);
        }
        table.setTimeToLiveAttribute(enabled ? attribute : null);
    }
}
