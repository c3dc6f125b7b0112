package dev.tempest.sdk2;

import dev.tempest.TempestException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch write is incomplete: DynamoDB rejected operations, or no further request could be sent. All operations that are
 * neither among {@link #unprocessedClobbers()} nor among {@link #unprocessedDeletes()} were executed.
 *
 * <p>The message names the keys of the first operations that were rejected, and no other value of an item.
 */
public final class BatchWriteException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient BatchWriteResult result;
    private final transient List<BatchWriteFailure> failures;

    /**
     * Creates the exception; the arguments are what its accessors return.
     *
     * @param tableName the table of all operations that were not executed; null if they are of several tables
     * @param cause the first exception of the SDK
     */
    public BatchWriteException(
            @Nullable String tableName,
            String message,
            BatchWriteResult result,
            List<BatchWriteFailure> failures,
            RuntimeException cause) {
        super(message, tableName, Map.of(), cause);
        this.result = result;
        this.failures = List.copyOf(failures);
    }

    /**
     * The items that may not be written, as the caller gave them: those that DynamoDB rejected, those that it left unprocessed,
     * and those that were not sent. If the response to a request was lost, its items may be written.
     */
    public List<Object> unprocessedClobbers() {
        return result.unprocessedClobbers();
    }

    /** The keys whose items may not be deleted, as the caller gave them. */
    public List<Object> unprocessedDeletes() {
        return result.unprocessedDeletes();
    }

    /** The operations that DynamoDB rejected, each with its cause; empty if requests failed for another reason. */
    public List<BatchWriteFailure> failures() {
        return failures;
    }
}
