package dev.tempest.micrometer;

/** Marks a span as failed. It has the code of the error and no more: what was thrown may hold keys. */
final class OperationFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    OperationFailure(String errorType) {
        super(errorType, null, false, false);
    }
}
