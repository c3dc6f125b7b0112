package dev.tempest.micrometer;

import dev.tempest.OperationListener.Operation;
import dev.tempest.OperationListener.Outcome;
import io.micrometer.observation.Observation;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is known of an operation while it is observed; a convention makes keys of it. */
public final class TempestContext extends Observation.Context {
    private final Operation operation;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable String errorType;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile @Nullable String requestId;

    TempestContext(Operation operation) {
        this.operation = operation;
    }

    /** The operation: its name, its tables, its item type and its index. */
    public Operation operation() {
        return operation;
    }

    /** How the operation ended; null before it did. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** The code of DynamoDB's error, or else the simple name of what was thrown; null if the operation returned. */
    public @Nullable String errorType() {
        return errorType;
    }

    /** How many requests the operation has sent. */
    public int requests() {
        return requests.get();
    }

    /** DynamoDB's ID of the last request; null if it is not known. */
    public @Nullable String requestId() {
        return requestId;
    }

    void sent(int number) {
        requests.accumulateAndGet(number, Math::max);
    }

    void received(@Nullable String id) {
        requestId = id;
    }

    void ended(Outcome how, @Nullable String error) {
        outcome = how;
        errorType = error;
    }
}
