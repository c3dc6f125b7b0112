package dev.tempest.soak.work;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.UpdateConflictException;
import dev.tempest.soak.check.Checker;
import dev.tempest.soak.history.Outcome;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What an exception says of a write. */
final class Outcomes {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final String VALIDATION = "ValidationException";
    private static final int LONGEST = 2_000;

    private Outcomes() {}

    static Outcome of(Throwable e) {
        if (e instanceof OutcomeUnknownException) {
            return Outcome.UNKNOWN;
        } else if (e instanceof UpdateConflictException) {
            return Outcome.GAVE_UP;
        } else if (e instanceof NoSuchElementException) {
            return Outcome.ABSENT;
        } else if (e instanceof CancellationException) {
            return Outcome.ABANDONED;
        } else if (e instanceof SdkException ofSdk2) {
            return of(ofSdk2);
        } else if (e instanceof AmazonClientException ofSdk1) {
            return of(ofSdk1);
        }
        return Outcome.UNEXPECTED;
    }

    private static Outcome of(SdkException e) {
        if (e instanceof ConditionalCheckFailedException) {
            return Outcome.CONFLICT;
        } else if (e instanceof TransactionCanceledException cancelled) {
            return ofReasons(cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .toList());
        } else if (e instanceof IdempotentParameterMismatchException) {
            return Outcome.UNEXPECTED;
        }
        return isValidation(String.valueOf(e.getMessage())) ? Outcome.UNEXPECTED : Outcome.FAILED;
    }

    private static Outcome of(AmazonClientException e) {
        if (e instanceof com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException) {
            return Outcome.CONFLICT;
        } else if (e instanceof com.amazonaws.services.dynamodbv2.model.TransactionCanceledException cancelled) {
            List<com.amazonaws.services.dynamodbv2.model.CancellationReason> reasons =
                    cancelled.getCancellationReasons();
            return reasons == null
                    ? Outcome.CANCELLED_TRANSACTION
                    : ofReasons(reasons.stream().map(reason -> reason.getCode()).toList());
        }
        return e instanceof AmazonServiceException refusal && VALIDATION.equals(refusal.getErrorCode())
                ? Outcome.UNEXPECTED
                : Outcome.FAILED;
    }

    private static boolean isValidation(String message) {
        return message.contains(VALIDATION);
    }

    private static Outcome ofReasons(List<String> codes) {
        return codes.contains(CONDITION) ? Outcome.CONFLICT : Outcome.CANCELLED_TRANSACTION;
    }

    /** The exception for the journal, and the place where it or one of its causes shows what is stored. */
    static String describe(Throwable e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String shown = Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(cause -> String.valueOf(cause.getMessage()).contains(Checker.PLANTED))
                .findFirst()
                .map(cause -> " <- in " + cause.getClass().getSimpleName() + " shows " + Checker.PLANTED)
                .orElse("");
        return shortened + shown;
    }
}
