package dev.tempest.internal.batch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What DynamoDB's error codes say about the other requests of a batch. */
public final class FailureCodes {
    private static final Set<String> OF_ITEMS =
            Set.of("ValidationException", "ItemCollectionSizeLimitExceededException");

    private static final Set<String> OF_THE_CLIENT = Set.of(
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "UnrecognizedClientException");

    private static final Set<String> STALE_REASONS = Set.of("ConditionalCheckFailed", "ValidationError");

    private FailureCodes() {}

    /** Whether one of the items or keys of the request is the cause. */
    public static boolean isOfAnItem(@Nullable String code) {
        return code != null && OF_ITEMS.contains(code);
    }

    /** Whether the client's credentials or its clock are the cause, so that no other request would fare better. */
    public static boolean isOfTheClient(@Nullable String code) {
        return code != null && OF_THE_CLIENT.contains(code);
    }

    /**
     * Whether a transaction that was cancelled for this reason cannot be done any more as it is. Had an earlier try of it been
     * done, DynamoDB would have recognised the last one by its token.
     */
    public static boolean isStale(@Nullable String reason) {
        return reason != null && STALE_REASONS.contains(reason);
    }
}
