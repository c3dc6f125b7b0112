package dev.tempest;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a live table compares with the model. {@link #toString()} is a text to read.
 *
 * @param tableName the DynamoDB table
 * @param exists whether there is such a table, where the database's client looks for it
 * @param replicas the replicas of a global table that DynamoDB tells of; empty for a table of one Region
 * @param consistency what a global table promises across Regions; null for a table of one Region, or where the SDK in use
 *     does not know it
 * @param findings all that there is to say, the worst first
 */
public record TableReport(
        String tableName,
        boolean exists,
        List<Replica> replicas,
        @Nullable Consistency consistency,
        List<Finding> findings) {
    /** What a global table promises when two Regions write one item. */
    public enum Consistency {
        /** The last writer wins, whatever conditions and versions say. */
        EVENTUAL,
        /** Conditions and versions hold across Regions. */
        STRONG
    }

    /**
     * A replica of a global table.
     *
     * @param region the AWS Region that it is in
     * @param status DynamoDB's own word, {@code ACTIVE} if it can be used
     */
    public record Replica(String region, String status) {
        @Override
        public String toString() {
            return region + " (" + status + ")";
        }
    }

    public TableReport {
        replicas = List.copyOf(replicas);
        findings = findings.stream().distinct().sorted().toList();
    }

    /** Whether there is no error. There may be warnings: see {@link #problems}. */
    public boolean isOk() {
        return findings(Finding.Severity.ERROR).isEmpty();
    }

    /** What is wrong or dangerous: the errors and warnings. */
    public List<Finding> problems() {
        return findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .toList();
    }

    /** The findings of one severity. */
    public List<Finding> findings(Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** The report as a text: a line for the table, one for its replicas if it has any, and one for each finding. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Table ")
                .append(tableName)
                .append(": ")
                .append(count(Finding.Severity.ERROR, "error"))
                .append(", ")
                .append(count(Finding.Severity.WARNING, "warning"));
        if (!replicas.isEmpty()) {
            text.append("\n  replicas: ")
                    .append(replicas.stream().map(Replica::toString).collect(Collectors.joining(", ")));
        }
        if (consistency != null) {
            text.append("\n  consistency between Regions: ").append(consistency);
        }
        findings.forEach(finding -> text.append("\n  ").append(finding));
        return text.toString();
    }

    private String count(Finding.Severity severity, String noun) {
        int count = findings(severity).size();
        return (count == 0 ? "no" : count) + " " + noun + (count == 1 ? "" : "s");
    }
}
