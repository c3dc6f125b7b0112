package dev.tempest;

import java.util.Comparator;

/**
 * Something to know about a live table.
 *
 * <p>Findings are ordered by severity, the worst first, then by subject and message.
 *
 * @param severity how bad it is
 * @param subject what it is about
 * @param message what was found, what follows from it, and what to do; for people, its words may change
 */
public record Finding(Severity severity, Subject subject, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    /** How bad a finding is. */
    public enum Severity {
        /** The table is not as the model says: calls will fail, or do something else than they say. */
        ERROR,
        /** The table can be used, but something is not as one may expect, or could not be checked. */
        WARNING,
        /** Good to know. */
        INFO
    }

    /** What a finding is about. */
    public enum Subject {
        /** The table as a whole: whether it exists, and its status. */
        TABLE,
        /** The table's key. */
        KEY,
        /** A secondary index. */
        INDEX,
        /** A global table's replicas, and what they promise. */
        REPLICATION,
        /** The deletion of rows when their time has come. */
        TIME_TO_LIVE
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return severity + ": " + message;
    }
}
