package dev.tempest.sdk2.internal.write;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.TraceToken.Verdict;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One write that is ready to be sent, and what becomes of it.
 *
 * @param mapper the item type
 * @param operation what is done, as listeners and messages name it
 * @param row what is put; the key of what is deleted
 * @param result the item as it will be stored; known before the request is sent, for a write that was done must not fail
 *     afterwards. Null for a delete
 * @param condition null for a write that is done whatever is stored
 * @param expectation what the condition expects, for messages
 * @param trace by what the write is recognised; null if it leaves no trace
 * @param <T> the result
 */
public record Write<T extends @Nullable Object>(
        ItemMapper<?> mapper,
        OperationInfo operation,
        Map<String, AttributeValue> row,
        T result,
        @Nullable Clause<AttributeValue> condition,
        Expectation<AttributeValue> expectation,
        WriteTokens.@Nullable Trace trace) {

    /** A delete, of which nothing is stored. */
    @SuppressWarnings("NullAway") // Not every mode of it knows that the type argument is nullable.
    static <T> Write<@Nullable T> delete(
            ItemMapper<?> mapper,
            OperationInfo operation,
            Map<String, AttributeValue> key,
            @Nullable Clause<AttributeValue> condition,
            Expectation<AttributeValue> expectation,
            WriteTokens.@Nullable Trace trace) {
        return new Write<>(mapper, operation, key, null, condition, expectation, trace);
    }

    public boolean isConditional() {
        return condition != null;
    }

    /**
     * How it went to send a write once; the SDK may have tried more than once.
     *
     * @param <T> the write's result
     */
    sealed interface Attempt<T extends @Nullable Object> {}

    record Done<T extends @Nullable Object>(T result) implements Attempt<T> {}

    /**
     * Its condition did not hold.
     *
     * @param sentOnce whether there was no other try that may have been executed, or still may be
     * @param transaction whether DynamoDB would have recognised an earlier try that was executed
     */
    record ConditionFailed<T extends @Nullable Object>(
            ConditionalCheckFailedException exception, boolean sentOnce, boolean transaction)
            implements Attempt<T>, Observation.Undecided {}

    /**
     * It failed otherwise.
     *
     * @param certain whether it is certain that the write was not done
     */
    record Failed<T extends @Nullable Object>(RuntimeException failure, boolean certain)
            implements Attempt<T>, Observation.Undecided {}

    /**
     * Values that the item would have are not free, or what was known of their companion items has changed.
     *
     * @param reasons of the parts of the transaction that are about companion items
     * @param sentOnce whether there was no other try that may have been executed, or still may be
     */
    record ClaimsFailed<T extends @Nullable Object>(
            TransactionCanceledException exception, List<CancellationReason> reasons, boolean sentOnce)
            implements Attempt<T>, Observation.Undecided {}

    /** The same attempt of a write with another result. */
    static <T extends @Nullable Object, U extends @Nullable Object> Attempt<U> map(
            Attempt<T> attempt, Function<T, U> result) {
        if (attempt instanceof Done<T> done) {
            return new Done<>(result.apply(done.result()));
        } else if (attempt instanceof ConditionFailed<T> failed) {
            return new ConditionFailed<>(failed.exception(), failed.sentOnce(), failed.transaction());
        } else if (attempt instanceof ClaimsFailed<T> failed) {
            return new ClaimsFailed<>(failed.exception(), failed.reasons(), failed.sentOnce());
        }
        Failed<T> failed = (Failed<T>) attempt;
        return new Failed<>(failed.failure(), failed.certain());
    }

    /** The same write with another result. */
    <U extends @Nullable Object> Write<U> withResult(U itsResult) {
        return new Write<>(mapper, operation, row, itsResult, condition, expectation, trace);
    }

    /** The write was done. */
    <U extends @Nullable Object> Attempt<U> done(U itsResult) {
        release();
        return new Done<>(itsResult);
    }

    /** What a failure of a request of its own means, not of a transaction. */
    static <T extends @Nullable Object> Attempt<T> failed(RuntimeException e) {
        return e instanceof ConditionalCheckFailedException failure
                ? new ConditionFailed<>(failure, FailureKind.isSentOnce(failure), false)
                : new Failed<>(e, FailureKind.isCertainlyNotDone(e));
    }

    /** What a write comes to that is not tried again: its result, or what it throws. */
    T settle(Attempt<T> attempt) {
        if (attempt instanceof Done<T> done) {
            return done.result();
        }
        if (attempt instanceof ConditionFailed<T> failed) {
            Verdict verdict = verdict(failed, false);
            if (verdict == Verdict.DONE) {
                release();
                return result;
            }
            if (verdict == Verdict.UNKNOWN && (trace != null || failed.transaction())) {
                throw unknown(failed.exception());
            }
            release();
            String hint = verdict == Verdict.UNKNOWN ? ErrorContext.ofItsOwnFirstTry(failed.exception()) : "";
            throw ErrorContext.withContext(failed.exception(), describe(present(failed.exception())) + hint);
        }
        Failed<T> failed = (Failed<T>) attempt;
        if (trace != null && !failed.certain()) {
            throw unknown(failed.failure());
        }
        release();
        throw failure(failed.failure());
    }

    /**
     * What a failed condition says about the write.
     *
     * @param sentBefore whether the same write was sent before, and may have been executed or still may be
     */
    Verdict verdict(ConditionFailed<T> failed, boolean sentBefore) {
        Map<String, AttributeValue> found = found(failed.exception());
        boolean certain = failed.sentOnce() && !sentBefore;
        if (failed.transaction()) {
            return certain || isForOneVersion() ? Verdict.NOT_DONE : Verdict.UNKNOWN;
        }
        WriteTokens tokens = mapper.table().tokens();
        if (trace == null || tokens == null) {
            return certain ? Verdict.NOT_DONE : verdictOfText(found);
        }
        TraceToken stored = found == null ? null : tokens.in(found);
        TraceToken written = trace.written();
        return written == null
                ? TraceToken.judgeDelete(trace.base(), stored, certain, wentBack(found))
                : TraceToken.judge(written, trace.base(), stored, certain, wentBack(found));
    }

    /**
     * Whether an earlier try that is still on its way must fail like this one: its condition names what was read, and that
     * is gone. A condition such as "the key is free" may come true again.
     */
    private boolean isForOneVersion() {
        return expectation.version() != null || (trace != null && trace.base() != null);
    }

    /** Versions that are texts never come again: who stored the one that stands there is known. */
    private Verdict verdictOfText(@Nullable Map<String, AttributeValue> found) {
        VersionRule<AttributeValue> rule = mapper.version();
        if (rule == null || rule.isNumber() || found == null) {
            return Verdict.UNKNOWN;
        }
        AttributeValue stored = found.get(rule.attribute());
        if (stored == null) {
            return Verdict.UNKNOWN;
        }
        if (stored.equals(row.get(rule.attribute()))) {
            return Verdict.DONE;
        }
        return stored.equals(expectation.version()) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    private boolean wentBack(@Nullable Map<String, AttributeValue> found) {
        String attribute = expectation.versionAttribute();
        AttributeValue expected = expectation.version();
        AttributeValue stored = found == null || attribute == null ? null : found.get(attribute);
        return expected != null
                && expected.n() != null
                && stored != null
                && stored.n() != null
                && SdkValues.INSTANCE.compare(stored, expected) < 0;
    }

    /** Lets another write have the slot of the trace, once it is known what became of this one. */
    public void release() {
        WriteTokens tokens = mapper.table().tokens();
        if (trace != null && tokens != null) {
            tokens.release(trace);
        }
    }

    /** What is stored where a condition failed; null for nothing, or if the endpoint does not return it. */
    static @Nullable Map<String, AttributeValue> found(ConditionalCheckFailedException e) {
        return e.hasItem() && !e.item().isEmpty() ? e.item() : null;
    }

    /** What is stored where a condition failed, and is not past its expiry. */
    private @Nullable Map<String, AttributeValue> present(ConditionalCheckFailedException e) {
        return mapper.table().present(found(e));
    }

    /** The failure of a condition that need not be sent: what was read shows it. */
    static DynamoDbException conditionFailed(@Nullable Map<String, AttributeValue> found, String message) {
        return ConditionalCheckFailedException.builder()
                .item(found)
                .statusCode(400)
                .message(message)
                .build();
    }

    RuntimeException failure(RuntimeException e) {
        return e instanceof DynamoDbException failure ? ErrorContext.withContext(failure, describe()) : e;
    }

    OutcomeUnknownException unknown(RuntimeException e) {
        Map<String, AttributeValue> found = null;
        String account = "no attempt got a response";
        if (e instanceof ConditionalCheckFailedException failure) {
            found = present(failure);
            account = expectation.describe(found, SdkValues.INSTANCE);
        } else if (e instanceof TransactionCanceledException) {
            account = "a unique value is taken, but an earlier attempt got no response";
        }
        return new OutcomeUnknownException(
                mapper.table().name(),
                mapper.table().schema().table().keyValues(row),
                mapper.type(),
                "It is not known whether the " + describe() + " was done: " + account + ".",
                found == null ? null : mapper.readOrNull(found),
                e);
    }

    /** The write as messages name it, with what it expected and what it found. */
    String describe(@Nullable Map<String, AttributeValue> found) {
        return describe() + ", " + expectation.describe(found, SdkValues.INSTANCE);
    }

    private String describe() {
        return operation.name() + " of " + mapper.describe(row);
    }
}
