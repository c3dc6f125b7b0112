package dev.tempest;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a live table compares with the model. {@link #toString()} is a text for people. Immutable. */
public final class TableReport {
    private final String tableName;
    private final boolean exists;
    private final List<Replica> replicas;
    private final @Nullable Consistency consistency;
    private final List<Finding> findings;

    /** The consistency of a global table when two Regions write the same item. */
    public enum Consistency {
        /** The last writer wins. Conditions and versions do not apply across Regions. */
        EVENTUAL,
        /** Conditions and versions apply across Regions. */
        STRONG
    }

    /**
     * A replica of a global table.
     *
     * @param region the AWS Region that it is in
     * @param status DynamoDB's replica status, {@code ACTIVE} if the replica can be used
     */
    public record Replica(String region, String status) {
        @Override
        public String toString() {
            return region + " (" + status + ")";
        }
    }

    private TableReport(Builder builder) {
        tableName = builder.tableName;
        exists = builder.exists;
        replicas = List.copyOf(builder.replicas);
        consistency = builder.consistency;
        findings = builder.findings.stream().distinct().sorted().toList();
    }

    /** Returns a builder of a report of a table that exists. */
    public static Builder builder(String tableName) {
        return new Builder(tableName);
    }

    /** The name of the DynamoDB table. */
    public String tableName() {
        return tableName;
    }

    /** Whether the table exists in the account and Region of the database's client. */
    public boolean exists() {
        return exists;
    }

    /** The replicas of a global table; empty for a table of one Region. */
    public List<Replica> replicas() {
        return replicas;
    }

    /**
     * The consistency of a global table across Regions; null for a table of one Region, or if the version of the SDK does not
     * report it.
     */
    public @Nullable Consistency consistency() {
        return consistency;
    }

    /** All findings, errors first. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether there are no errors. There may be warnings; see {@link #problems}. */
    public boolean isOk() {
        return findings(Finding.Severity.ERROR).isEmpty();
    }

    /** The errors and warnings. */
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableReport that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(tableName, exists, replicas, consistency, findings);
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

    /** Builds a {@link TableReport}. Not safe for use by several threads. */
    public static final class Builder {
        private final String tableName;
        private boolean exists = true;
        private List<Replica> replicas = List.of();
        private @Nullable Consistency consistency;
        private List<Finding> findings = List.of();

        private Builder(String tableName) {
            this.tableName = requireNonNull(tableName, "tableName");
        }

        /** Sets {@link TableReport#exists()}; true by default. */
        public Builder exists(boolean exists) {
            this.exists = exists;
            return this;
        }

        /** Sets {@link TableReport#replicas()}; none by default. */
        public Builder replicas(List<Replica> replicas) {
            this.replicas = replicas;
            return this;
        }

        /** Sets {@link TableReport#consistency()}; null by default. */
        public Builder consistency(@Nullable Consistency consistency) {
            this.consistency = consistency;
            return this;
        }

        /** Sets {@link TableReport#findings()}, in any order; none by default. */
        public Builder findings(List<Finding> findings) {
            this.findings = findings;
            return this;
        }

        /** Builds the report. */
        public TableReport build() {
            return new TableReport(this);
        }
    }
}
