package dev.tempest;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a live table and the model, or another fact about the table. Immutable.
 *
 * <p>Findings are ordered by severity, errors first, then by subject and message.
 */
public final class Finding implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    private final Severity severity;
    private final Subject subject;
    private final String message;

    private Finding(Severity severity, Subject subject, String message) {
        this.severity = requireNonNull(severity, "severity");
        this.subject = requireNonNull(subject, "subject");
        this.message = requireNonNull(message, "message");
    }

    /** Returns a finding. */
    public static Finding of(Severity severity, Subject subject, String message) {
        return new Finding(severity, subject, message);
    }

    /** How severe the finding is. */
    public Severity severity() {
        return severity;
    }

    /** What the finding is about. */
    public Subject subject() {
        return subject;
    }

    /** What was found, its consequences, and what to do, for people to read. The text may change. */
    public String message() {
        return message;
    }

    /** How severe a finding is. */
    public enum Severity {
        /** The table differs from the model: calls fail, or do something else than documented. */
        ERROR,
        /** The table can be used, but something may be unexpected, or could not be checked. */
        WARNING,
        /** For information. */
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
        /** The replicas of a global table, and their consistency. */
        REPLICATION,
        /** The time to live of items. */
        TIME_TO_LIVE
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that
                && severity == that.severity
                && subject == that.subject
                && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, subject, message);
    }

    @Override
    public String toString() {
        return severity + ": " + message;
    }
}
