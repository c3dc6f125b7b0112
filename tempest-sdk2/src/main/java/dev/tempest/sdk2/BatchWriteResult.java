package dev.tempest.sdk2;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operations that DynamoDB left unprocessed in a batch write after all retries, as it does when a table is throttled. All
 * other operations were executed. Immutable.
 */
public final class BatchWriteResult {
    private final List<Object> unprocessedClobbers;
    private final List<Object> unprocessedDeletes;

    private BatchWriteResult(List<Object> unprocessedClobbers, List<Object> unprocessedDeletes) {
        this.unprocessedClobbers = List.copyOf(unprocessedClobbers);
        this.unprocessedDeletes = List.copyOf(unprocessedDeletes);
    }

    /** Returns a result. Both lists are empty if all operations were executed. */
    public static BatchWriteResult of(List<Object> unprocessedClobbers, List<Object> unprocessedDeletes) {
        return new BatchWriteResult(unprocessedClobbers, unprocessedDeletes);
    }

    /** The items that were not written, as the caller gave them. */
    public List<Object> unprocessedClobbers() {
        return unprocessedClobbers;
    }

    /** The keys whose items were not deleted, as the caller gave them. */
    public List<Object> unprocessedDeletes() {
        return unprocessedDeletes;
    }

    /** Whether all operations were executed. */
    public boolean isSuccessful() {
        return unprocessedClobbers.isEmpty() && unprocessedDeletes.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchWriteResult that
                && unprocessedClobbers.equals(that.unprocessedClobbers)
                && unprocessedDeletes.equals(that.unprocessedDeletes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unprocessedClobbers, unprocessedDeletes);
    }

    /** The numbers of unprocessed operations. It contains no item, as it may be logged. */
    @Override
    public String toString() {
        return "BatchWriteResult[" + unprocessedClobbers.size() + " items not written, " + unprocessedDeletes.size()
                + " keys not deleted]";
    }
}
