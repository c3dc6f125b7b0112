package dev.tempest.local.internal.region;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which replicas and witnesses a request creates and deletes, and the rules for that. Where the service's message is not known,
 * it is worded here.
 */
public record ReplicaPlan(
        List<String> created,
        List<String> deleted,
        List<String> createdWitnesses,
        List<String> deletedWitnesses,
        @Nullable String consistency) {
    private static final List<Set<String>> REGION_SETS = List.of(
            Set.of("us-east-1", "us-east-2", "us-west-2"),
            Set.of("eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"),
            Set.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3"));

    boolean creates() {
        return !created.isEmpty() || !createdWitnesses.isEmpty();
    }

    /** Fails unless the table can get its new replicas. */
    void checkCreation(Table table, String region, @Nullable GlobalTable global) {
        if (!deleted.isEmpty() || !deletedWitnesses.isEmpty()) {
            throw ServiceException.validation("Replicas cannot be created and deleted by the same request");
        }
        if (created.contains(region) || createdWitnesses.contains(region)) {
            throw localRegion();
        }
        if (table.definition().throughput().isProvisioned()) {
            throw ServiceException.validation("Table write capacity should either be Pay-Per-Request or AutoScaled.");
        }
        if (global != null && consistency != null && global.isStrong() != consistency.equals("STRONG")) {
            throw ServiceException.validation("The consistency of a global table cannot be changed");
        }
        if (global != null && global.isStrong()) {
            throw ServiceException.validation(
                    "Replicas cannot be added to a global table with multi-Region strong consistency");
        }
        if (!createdWitnesses.isEmpty() && !isStrong()) {
            throw ServiceException.validation("A witness needs MultiRegionConsistency STRONG");
        }
        if (isStrong()) {
            checkStrong(table, region);
        }
    }

    boolean isStrong() {
        return "STRONG".equals(consistency);
    }

    private void checkStrong(Table table, String region) {
        List<String> all = new ArrayList<>(created);
        all.add(region);
        all.addAll(createdWitnesses);
        String strong = "A global table with multi-Region strong consistency ";
        if (all.size() != 3 || Set.copyOf(all).size() != 3 || createdWitnesses.size() > 1) {
            throw ServiceException.validation(
                    strong + "has exactly three replicas, or two replicas and one witness, in different Regions");
        }
        if (REGION_SETS.stream().noneMatch(set -> set.containsAll(all))) {
            throw ServiceException.validation(strong + "must be in one Region set: " + all);
        }
        if (table.size() > 0) {
            throw ServiceException.validation(strong + "can only be created from an empty table");
        }
        if (table.timeToLiveAttribute() != null) {
            throw ServiceException.validation(strong + "cannot have Time to Live");
        }
        if (table.indexes().values().stream()
                .anyMatch(index -> !index.definition().global())) {
            throw ServiceException.validation(strong + "cannot have local secondary indexes");
        }
    }

    /** Fails unless the replicas are there, and can go. */
    void checkDeletion(String region, @Nullable GlobalTable global) {
        if (deleted.contains(region)) {
            throw localRegion();
        }
        for (String each : deleted) {
            if (global == null || !global.replicas().containsKey(each)) {
                throw ServiceException.validation(
                        "Replica specified in the Replica Update or Replica Delete action of the "
                                + "request was not found: " + each);
            }
        }
        boolean all = global != null
                && deleted.size() == global.replicas().size() - 1
                && deletedWitnesses.equals(global.witness() == null ? List.of() : List.of(global.witness()));
        if (!all && (!deletedWitnesses.isEmpty() || (global != null && global.isStrong()))) {
            throw onlyAllAtOnce();
        }
    }

    private static ServiceException localRegion() {
        return ServiceException.validation("Cannot add, delete, or update the local region through ReplicaUpdates. Use "
                + "CreateTable, DeleteTable, or UpdateTable as required.");
    }

    public static ServiceException onlyAllAtOnce() {
        return ServiceException.validation(
                "A single replica or witness cannot be deleted from a global table with multi-Region "
                        + "strong consistency");
    }
}
