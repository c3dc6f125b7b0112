package dev.tempest.sdk2;

import java.io.Serial;
import java.util.List;

/**
 * A batch write failed in part: DynamoDB rejected operations, or no further request could be sent. All operations that are
 * neither among {@link #unprocessedClobbers()} nor among {@link #unprocessedDeletes()} were done.
 *
 * <p>The message names the keys of the first operations that were rejected, and no other value of an item.
 */
public final class BatchWriteException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient BatchWriteResult result;
    private final transient List<BatchWriteFailure> failures;

    /** @param cause what the SDK threw first */
    public BatchWriteException(
            String message, BatchWriteResult result, List<BatchWriteFailure> failures, RuntimeException cause) {
        super(message, cause);
        this.result = result;
        this.failures = List.copyOf(failures);
    }

    /**
     * The items that are not known to be written, as they were given: those that DynamoDB rejected, those that it left
     * unprocessed, and those that were not sent. Where the response to a request was lost, its items may be written.
     */
    public List<Object> unprocessedClobbers() {
        return result.unprocessedClobbers();
    }

    /** The keys whose items are not known to be deleted, as they were given. */
    public List<Object> unprocessedDeletes() {
        return result.unprocessedDeletes();
    }

    /** The operations that DynamoDB rejected, each with the cause; empty if requests failed for another reason. */
    public List<BatchWriteFailure> failures() {
        return failures;
    }
}
