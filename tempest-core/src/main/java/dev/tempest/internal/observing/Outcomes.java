package dev.tempest.internal.observing;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.UnreadableItemException;
import dev.tempest.UpdateConflictException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What listeners are told of a result or a failure: never more than its kind. */
public abstract class Outcomes {
    /**
     * The outcome of a failure.
     *
     * @param isWrite whether a request may have been executed all the same
     */
    public final Outcome of(Throwable failure, boolean isWrite) {
        Throwable cause = unwrap(failure);
        if (cause instanceof OutcomeUnknownException) {
            return Outcome.UNKNOWN;
        }
        if (cause instanceof UpdateConflictException) {
            return Outcome.CONFLICT;
        }
        return cause instanceof UnprocessedKeysException ? ofPart(cause.getCause()) : ofSdk(cause, isWrite);
    }

    /** The outcome of a batch of which a part is left, for this reason; null if DynamoDB left it unprocessed. */
    protected final Outcome ofPart(@Nullable Throwable reason) {
        return reason == null ? Outcome.THROTTLED : of(reason, false);
    }

    /** The outcome of a cancelled transaction, by the codes of its operations. */
    protected static Outcome ofReasons(List<@Nullable String> codes) {
        Outcome outcome = Outcome.FAILED;
        for (String code : codes) {
            switch (code == null ? "" : code) {
                case "ConditionalCheckFailed" -> {
                    return Outcome.CONDITION_FAILED;
                }
                case "TransactionConflict" -> outcome = Outcome.CONFLICT;
                case "ThrottlingError", "ProvisionedThroughputExceeded" -> outcome = Outcome.THROTTLED;
                default -> {
                    // Says nothing of the transaction.
                }
            }
        }
        return outcome;
    }

    /** DynamoDB's code, or else the class of what was thrown. */
    final String error(Throwable failure) {
        Throwable cause = unwrap(failure);
        String code = code(cause);
        return code == null ? cause.getClass().getSimpleName() : code;
    }

    /** A failure out of what the library itself put around it. */
    protected Throwable unwrap(Throwable failure) {
        return failure;
    }

    protected abstract Outcome ofSdk(Throwable failure, boolean isWrite);

    protected abstract Outcome ofResult(@Nullable Object result);

    /** DynamoDB's code of a failure; null if it has none. */
    protected abstract @Nullable String code(Throwable failure);

    protected abstract @Nullable String requestId(Throwable failure);

    /** Why DynamoDB throttled a request; empty if it did not, or did not say why. */
    protected List<String> throttlingReasons(Throwable failure) {
        return List.of();
    }

    /** The number of items in a page of a query or scan; null for any other result. */
    protected abstract @Nullable Integer itemsOfPage(@Nullable Object result);

    /** Whether an operation failed because of an item that cannot be read. */
    final boolean isUnreadable(Throwable failure) {
        return unwrap(failure) instanceof UnreadableItemException;
    }
}
