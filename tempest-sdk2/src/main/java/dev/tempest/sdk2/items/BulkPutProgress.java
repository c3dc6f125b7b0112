package dev.tempest.sdk2.items;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How far a bulk put is.
 *
 * @param arn of the bulk operation
 * @param status as DynamoDB returns it: {@code IN_PROGRESS}, {@code COMPLETED}, {@code COMPLETED_WITH_ERRORS},
 *     {@code CANCELLING}, {@code CANCELLED} or {@code FAILED}
 * @param processedItems how many items of the input have been processed
 * @param failedItems how many of them could not be, because of parsing or validation errors
 * @param processedBytes how much of the input has been processed
 * @param totalBytes the size of the input
 * @param failureCode why it failed or was cancelled; null if DynamoDB gives no reason
 * @param failureMessage the same in words
 */
public record BulkPutProgress(
        String arn,
        String status,
        long processedItems,
        long failedItems,
        long processedBytes,
        long totalBytes,
        @Nullable String failureCode,
        @Nullable String failureMessage) {

    /** Whether all of the input has been processed. */
    public boolean isCompleted() {
        return status.equals("COMPLETED") || status.equals("COMPLETED_WITH_ERRORS");
    }

    /** Whether the bulk put has ended, well or not. */
    public boolean isEnded() {
        return isCompleted() || status.equals("FAILED") || status.equals("CANCELLED");
    }

    /**
     * The progress in an SDK's {@code BulkOperationDescription}. The fields are read by their names, as only the newest versions
     * of the SDK have the class.
     *
     * @throws IllegalArgumentException if it is of another class
     */
    static BulkPutProgress of(SdkPojo description) {
        Map<String, Object> fields = new HashMap<>();
        for (SdkField<?> field : description.sdkFields()) {
            Object value = field.getValueOrDefault(description);
            if (value != null) {
                fields.put(field.memberName(), value);
            }
        }
        if (!(fields.get("BulkOperationArn") instanceof String arn)
                || !(fields.get("BulkOperationStatus") instanceof String status)) {
            throw new IllegalArgumentException("The function must return the BulkOperationDescription of the response,"
                    + " not a " + description.getClass().getSimpleName() + ".");
        }
        return new BulkPutProgress(
                arn,
                status,
                number(fields.get("ProcessedItemCount")),
                number(fields.get("FailedItemCount")),
                number(fields.get("ProcessedInputBytes")),
                number(fields.get("TotalInputBytes")),
                (String) fields.get("FailureCode"),
                (String) fields.get("FailureMessage"));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
