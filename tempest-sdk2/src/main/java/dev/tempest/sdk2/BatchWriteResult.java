package dev.tempest.sdk2;

import java.util.List;

/**
 * What a batch write left undone: what DynamoDB still left unprocessed after retries, as it does when a table is
 * throttled. All else is written.
 *
 * @param unprocessedClobbers the items that are not written, as they were given
 * @param unprocessedDeletes the keys whose items are not deleted, as they were given
 */
public record BatchWriteResult(List<Object> unprocessedClobbers, List<Object> unprocessedDeletes) {
    public BatchWriteResult {
        unprocessedClobbers = List.copyOf(unprocessedClobbers);
        unprocessedDeletes = List.copyOf(unprocessedDeletes);
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
