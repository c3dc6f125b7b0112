package dev.tempest.sdk2.items;

import java.io.Serial;

/** A bulk put failed or was cancelled. Some of its items may have been written; its report says which were not. */
public final class BulkPutFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BulkPutProgress progress;

    BulkPutFailedException(BulkPutProgress progress) {
        super("The bulk put ended as " + progress.status()
                + (progress.failureCode() == null
                        ? ""
                        : " (" + progress.failureCode() + ": " + progress.failureMessage() + ")")
                + " after " + progress.processedItems() + " items: " + progress.arn());
        this.progress = progress;
    }

    /** How far it came. */
    public BulkPutProgress progress() {
        return progress;
    }
}
