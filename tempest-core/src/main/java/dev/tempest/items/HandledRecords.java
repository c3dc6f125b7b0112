package dev.tempest.items;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch of records.
 *
 * @param handled how many records were handled, without those of which {@link #unreadable} counts
 * @param unreadable how many records could not be read, and went to the callback
 * @param failed the first record whose handler threw an exception: neither it nor the records after it are handled
 * @param failure what the handler threw; null if all records are handled
 */
public record HandledRecords(
        int handled,
        int unreadable,
        Optional<ReadRecord> failed,
        @Nullable Exception failure) {

    /** Whether all records are handled. */
    public boolean isComplete() {
        return failed.isEmpty();
    }

    /**
     * The response of a Lambda function whose event source mapping has {@code ReportBatchItemFailures}: Lambda delivers the
     * record of this sequence number and those after it again. It is the response's JSON as maps and lists.
     */
    public Map<String, Object> lambdaResponse() {
        return Map.of(
                "batchItemFailures",
                failedSequenceNumbers().stream()
                        .map(number -> Map.of("itemIdentifier", number))
                        .toList());
    }

    /**
     * The sequence number of the first record that failed, or nothing. It is empty if the record has no sequence number, which
     * Lambda takes for a failure of the whole batch.
     */
    public List<String> failedSequenceNumbers() {
        return failed.map(record -> {
                    String number = record.sequenceNumber();
                    return List.of(number == null ? "" : number);
                })
                .orElse(List.of());
    }

    /**
     * Throws an exception unless all records are handled.
     *
     * @throws IllegalStateException with the handler's exception as its cause
     */
    public HandledRecords orThrow() {
        if (failed.isPresent()) {
            throw new IllegalStateException("A record was not handled: " + failed.get(), failure);
        }
        return this;
    }
}
