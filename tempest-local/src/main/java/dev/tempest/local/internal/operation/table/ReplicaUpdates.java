package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.region.ReplicaPlan;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of an UpdateTable that says in which Regions the table has replicas. */
final class ReplicaUpdates {
    private static final String REPLICAS = "ReplicaUpdates";
    private static final String WITNESSES = "GlobalTableWitnessUpdates";
    private static final String CONSISTENCY = "MultiRegionConsistency";

    private ReplicaUpdates() {}

    static boolean isIn(JsonObject request) {
        return !updates(request, REPLICAS).isEmpty()
                || !updates(request, WITNESSES).isEmpty();
    }

    static void check(JsonObject request, Constraints constraints) {
        constraints.oneOf("multiRegionConsistency", request.string(CONSISTENCY), "EVENTUAL", "STRONG");
        check(request, REPLICAS, "replicaUpdates", constraints);
        check(request, WITNESSES, "globalTableWitnessUpdates", constraints);
    }

    private static void check(JsonObject request, String field, String path, Constraints constraints) {
        int number = 1;
        for (JsonObject update : updates(request, field)) {
            for (String kind : List.of("Create", "Delete")) {
                JsonObject change = update.structure(kind);
                if (change != null) {
                    constraints.notNull(
                            path + "." + number + ".member." + (kind.equals("Create") ? "create" : "delete")
                                    + ".regionName",
                            change.string("RegionName"));
                }
            }
            number++;
        }
    }

    private static List<JsonObject> updates(JsonObject request, String field) {
        List<JsonObject> updates = request.structures(field);
        return updates == null ? List.of() : updates;
    }

    static TableDescription run(Namespace namespace, JsonObject request) {
        ReplicaPlan plan = new ReplicaPlan(
                regions(request, REPLICAS, "Create"),
                regions(request, REPLICAS, "Delete"),
                regions(request, WITNESSES, "Create"),
                regions(request, WITNESSES, "Delete"),
                request.string(CONSISTENCY));
        Table table = TableAccess.read(namespace, request, found -> found);
        namespace.regions().change(namespace, table, plan);
        return TableAccess.read(namespace, request, found -> TableDescription.of(found, "UPDATING", "ACTIVE"));
    }

    private static List<String> regions(JsonObject request, String field, String kind) {
        List<String> regions = new ArrayList<>();
        for (JsonObject update : updates(request, field)) {
            if (!update.has("Create") && !update.has("Delete")) {
                throw ServiceException.validation("Only Create and Delete are supported in " + field);
            }
            JsonObject change = update.structure(kind);
            @Nullable String region = change == null ? null : change.string("RegionName");
            if (region != null) {
                regions.add(region);
            }
        }
        return regions;
    }

    static ServiceException onlyAllAtOnce() {
        return ReplicaPlan.onlyAllAtOnce();
    }
}
