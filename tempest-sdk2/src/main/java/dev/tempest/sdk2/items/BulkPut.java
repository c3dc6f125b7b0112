package dev.tempest.sdk2.items;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Follows a bulk put to its end. DynamoDB puts the items of files in S3 into an existing table; SDK 2.58 and newer have the
 * operations for it. This class works with any version, as it takes a function for the one operation that it needs:
 *
 * <pre>{@code
 * BulkPut bulkPut = BulkPut.following(arn ->
 *         client.describeBulkOperation(request -> request.bulkOperationArn(arn)).bulkOperationDescription());
 * BulkPutProgress end = bulkPut.await(
 *         client.startBulkPutItems(request).bulkOperationDescription().bulkOperationArn());
 * }</pre>
 *
 * <p>Instances are immutable. A bulk put goes on whether it is followed or not, and can be followed again by its ARN.
 */
public final class BulkPut {
    private final Function<String, ? extends SdkPojo> describe;
    private final Duration interval;
    private final Consumer<BulkPutProgress> listener;

    private BulkPut(
            Function<String, ? extends SdkPojo> describe, Duration interval, Consumer<BulkPutProgress> listener) {
        this.describe = describe;
        this.interval = interval;
        this.listener = listener;
    }

    /**
     * Follows bulk puts, looking every ten seconds.
     *
     * @param describe returns the SDK's {@code BulkOperationDescription} of an ARN, from DescribeBulkOperation
     */
    public static BulkPut following(Function<String, ? extends SdkPojo> describe) {
        return new BulkPut(describe, Duration.ofSeconds(10), progress -> {});
    }

    /** The same with another time between two looks. */
    public BulkPut withInterval(Duration other) {
        if (other.isNegative()) {
            throw new IllegalArgumentException("The interval must not be negative: " + other + ".");
        }
        return new BulkPut(describe, other, listener);
    }

    /** The same with a listener that is called after each look, the last one included, on the thread that waits. */
    public BulkPut onProgress(Consumer<BulkPutProgress> other) {
        return new BulkPut(describe, interval, other);
    }

    /**
     * Waits until a bulk put has ended. An exception of the function ends the waiting only: call it again to go on.
     *
     * @param arn of the bulk operation
     * @return how it ended: {@code COMPLETED}, or {@code COMPLETED_WITH_ERRORS} if some input could not be processed. Items whose
     *     condition failed do not count as errors; the report has them
     * @throws BulkPutFailedException if it failed or was cancelled; some of the items may have been written
     * @throws InterruptedException if the thread was interrupted
     */
    public BulkPutProgress await(String arn) throws InterruptedException {
        while (true) {
            BulkPutProgress progress = BulkPutProgress.of(describe.apply(arn));
            listener.accept(progress);
            if (progress.isCompleted()) {
                return progress;
            }
            if (progress.isEnded()) {
                throw new BulkPutFailedException(progress);
            }
            Thread.sleep(interval.toMillis());
        }
    }
}
