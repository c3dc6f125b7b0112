package dev.tempest.internal.observing;

import org.jspecify.annotations.Nullable;

/**
 * How many items a response is about.
 *
 * @param scanned the items that DynamoDB looked at
 * @param returned the items that it returned or counted
 * @param unprocessed the keys or writes of a batch that it left unprocessed
 */
public record Counts(int scanned, int returned, int unprocessed) {
    public static final Counts NONE = new Counts(0, 0, 0);

    /** Of a query or scan, whose counts may be missing. */
    public static Counts ofRead(@Nullable Integer scanned, @Nullable Integer returned) {
        return new Counts(scanned == null ? 0 : scanned, returned == null ? 0 : returned, 0);
    }

    /** Of a batch. */
    public static Counts ofBatch(int unprocessed) {
        return unprocessed == 0 ? NONE : new Counts(0, 0, unprocessed);
    }
}
