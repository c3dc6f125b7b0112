package dev.tempest.sdk1;

import com.amazonaws.AmazonClientException;
import java.util.List;

/**
 * What a batch write left undone. All else is written.
 *
 * @param unprocessedClobbers the items that are not written, as they were given
 * @param unprocessedDeletes the keys whose items are not deleted, as they were given
 * @param failures why requests failed, one for each that did; items are also left undone without a failure, where DynamoDB
 *     left them unprocessed again and again, as it does when a table is throttled
 */
public record BatchWriteResult(
        List<Object> unprocessedClobbers, List<Object> unprocessedDeletes, List<AmazonClientException> failures) {
    public BatchWriteResult {
        unprocessedClobbers = List.copyOf(unprocessedClobbers);
        unprocessedDeletes = List.copyOf(unprocessedDeletes);
        failures = List.copyOf(failures);
    }

    /** Whether all was done. */
    public boolean isSuccessful() {
        return unprocessedClobbers.isEmpty() && unprocessedDeletes.isEmpty();
    }

    /** How much was not done, but no item of it: this ends up in logs. */
    @Override
    public String toString() {
        return "BatchWriteResult[" + unprocessedClobbers.size() + " items not written, " + unprocessedDeletes.size()
                + " keys not deleted]";
    }
}
