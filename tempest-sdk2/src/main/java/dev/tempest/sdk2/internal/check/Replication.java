package dev.tempest.sdk2.internal.check;

import dev.tempest.Finding;
import dev.tempest.Finding.Severity;
import dev.tempest.Finding.Subject;
import dev.tempest.TableReport.Consistency;
import dev.tempest.TableReport.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What a table's replicas mean for those who write to it.
 *
 * @param consistency null for a table of one Region, or where this SDK does not know the mode
 */
record Replication(List<Replica> replicas, @Nullable Consistency consistency, List<Finding> findings) {
    /** The version of global tables whose replicas DescribeTable does not tell. */
    private static final String LEGACY = "2017.11.29";

    static Replication of(TableDescription table) {
        List<Replica> replicas = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (ReplicaDescription replica : table.replicas()) {
            replicas.add(new Replica(replica.regionName(), String.valueOf(replica.replicaStatusAsString())));
            if (replica.replicaStatus() != null && replica.replicaStatus() != ReplicaStatus.ACTIVE) {
                findings.add(finding(
                        Severity.WARNING,
                        "The replica in " + replica.regionName() + " has the status " + replica.replicaStatusAsString()
                                + ", not ACTIVE."));
            }
        }
        Consistency consistency = null;
        if (!replicas.isEmpty() || LEGACY.equals(table.globalTableVersion())) {
            consistency = consistency(table.multiRegionConsistency());
            findings.add(meaning(consistency, table));
        }
        return new Replication(replicas, consistency, findings);
    }

    /** Tables from before there were two modes do not tell theirs, which is the weaker one. */
    private static @Nullable Consistency consistency(@Nullable MultiRegionConsistency mode) {
        if (mode == null) {
            return Consistency.EVENTUAL;
        }
        return switch (mode) {
            case EVENTUAL -> Consistency.EVENTUAL;
            case STRONG -> Consistency.STRONG;
            default -> null;
        };
    }

    private static Finding meaning(@Nullable Consistency consistency, TableDescription table) {
        if (consistency == null) {
            return finding(
                    Severity.WARNING,
                    "The table is replicated to " + regions(table) + " with a consistency that this version of the SDK"
                            + " does not know, " + table.multiRegionConsistencyAsString()
                            + ". Do not rely on versions across Regions.");
        }
        return switch (consistency) {
            case EVENTUAL ->
                finding(
                        Severity.WARNING,
                        "The table is replicated to " + regions(table)
                                + " with eventual consistency: when two Regions write one item, the last writer wins."
                                + " Conditions and versions protect within a Region, not across Regions. Write each"
                                + " item in one Region only, or use a global table of strong consistency; the mode of"
                                + " this one cannot be changed.");
            case STRONG ->
                finding(
                        Severity.INFO,
                        "The table is replicated to " + regions(table)
                                + " with strong consistency: conditions and versions hold across Regions. DynamoDB"
                                + " rejects transactions on such a table, and a write that meets one of another Region"
                                + " fails with ReplicatedWriteConflictException.");
        };
    }

    private static String regions(TableDescription table) {
        return table.hasReplicas() && !table.replicas().isEmpty()
                ? table.replicas().stream().map(ReplicaDescription::regionName).collect(Collectors.joining(", "))
                : "Regions that only DescribeGlobalTable returns";
    }

    private static Finding finding(Severity severity, String message) {
        return Finding.of(severity, Subject.REPLICATION, message);
    }
}
