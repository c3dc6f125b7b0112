package dev.tempest.sdk1;

import com.amazonaws.AmazonClientException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations of a batch write that were not executed, and why. All other operations were executed. Immutable. */
public final class BatchWriteResult {
    private final List<Object> unprocessedClobbers;
    private final List<Object> unprocessedDeletes;
    private final List<AmazonClientException> failures;

    private BatchWriteResult(
            List<Object> unprocessedClobbers, List<Object> unprocessedDeletes, List<AmazonClientException> failures) {
        this.unprocessedClobbers = List.copyOf(unprocessedClobbers);
        this.unprocessedDeletes = List.copyOf(unprocessedDeletes);
        this.failures = List.copyOf(failures);
    }

    /** Returns a result. All lists are empty if all operations were executed. */
    public static BatchWriteResult of(
            List<Object> unprocessedClobbers, List<Object> unprocessedDeletes, List<AmazonClientException> failures) {
        return new BatchWriteResult(unprocessedClobbers, unprocessedDeletes, failures);
    }

    /** The items that were not written, as the caller gave them. */
    public List<Object> unprocessedClobbers() {
        return unprocessedClobbers;
    }

    /** The keys whose items were not deleted, as the caller gave them. */
    public List<Object> unprocessedDeletes() {
        return unprocessedDeletes;
    }

    /**
     * The exceptions of the requests that failed. Operations may be unprocessed without a failure: DynamoDB left them
     * unprocessed after all retries, as it does when a table is throttled.
     */
    public List<AmazonClientException> failures() {
        return failures;
    }

    /** Whether all operations were executed. */
    public boolean isSuccessful() {
        return unprocessedClobbers.isEmpty() && unprocessedDeletes.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchWriteResult that
                && unprocessedClobbers.equals(that.unprocessedClobbers)
                && unprocessedDeletes.equals(that.unprocessedDeletes)
                && failures.equals(that.failures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unprocessedClobbers, unprocessedDeletes, failures);
    }

    /** The numbers of unprocessed operations. It contains no item, as it may be logged. */
    @Override
    public String toString() {
        return "BatchWriteResult[" + unprocessedClobbers.size() + " items not written, " + unprocessedDeletes.size()
                + " keys not deleted]";
    }
}
