package dev.tempest.sdk2.internal;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.TraceToken.Verdict;
import dev.tempest.internal.locking.VersionRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Decides what became of one write.
 *
 * @param action what was done, as messages tell it
 * @param <T> the write's result
 */
record Settlement<T extends @Nullable Object>(ItemOperations<?, ?> items, String action, Write<T> write) {

    /** What a write comes to that is not tried again: its result, or what it throws. */
    T of(Attempt<T> attempt) {
        if (attempt instanceof Attempt.Done<T> done) {
            return done.result();
        }
        Write.Trace trace = write.trace();
        if (attempt instanceof Attempt.Refused<T> refused) {
            Verdict verdict = verdict(refused, false);
            if (verdict == Verdict.DONE) {
                release();
                return write.result();
            }
            if (verdict == Verdict.UNKNOWN && (trace != null || refused.transaction())) {
                throw unknown(refused.refusal());
            }
            release();
            String hint = verdict == Verdict.UNKNOWN ? Refusals.ofItsOwnFirstTry(refused.refusal()) : "";
            throw conflict(refused.refusal(), hint);
        }
        Attempt.Failed<T> failed = (Attempt.Failed<T>) attempt;
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
    Verdict verdict(Attempt.Refused<T> refused, boolean sentBefore) {
        Map<String, AttributeValue> found = found(refused.refusal());
        boolean certain = refused.sentOnce() && !sentBefore;
        if (refused.transaction()) {
            return certain || isForOneVersion() ? Verdict.NOT_DONE : Verdict.UNKNOWN;
        }
        Write.Trace trace = write.trace();
        WriteTokens tokens = items.encoder().tokens();
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
        Write.Trace trace = write.trace();
        return write.expectation().version() != null || (trace != null && trace.base() != null);
    }

    /** Versions that are texts never come again: who stored the one that stands there is known. */
    private Verdict verdictOfText(@Nullable Map<String, AttributeValue> found) {
        VersionRule<AttributeValue> rule = items.encoder().version();
        if (rule == null || rule.isNumber() || found == null) {
            return Verdict.UNKNOWN;
        }
        AttributeValue stored = found.get(rule.attribute());
        if (stored == null) {
            return Verdict.UNKNOWN;
        }
        if (stored.equals(write.row().get(rule.attribute()))) {
            return Verdict.DONE;
        }
        return stored.equals(write.expectation().version()) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    private boolean wentBack(@Nullable Map<String, AttributeValue> found) {
        String attribute = items.encoder().versionAttribute();
        AttributeValue expected = write.expectation().version();
        AttributeValue stored = found == null || attribute == null ? null : found.get(attribute);
        return expected != null
                && expected.n() != null
                && stored != null
                && stored.n() != null
                && SdkValues.INSTANCE.compare(stored, expected) < 0;
    }

    void release() {
        Write.Trace trace = write.trace();
        if (trace != null) {
            items.encoder().release(trace);
        }
    }

    static @Nullable Map<String, AttributeValue> found(ConditionalCheckFailedException refusal) {
        return refusal.hasItem() && !refusal.item().isEmpty() ? refusal.item() : null;
    }

    private DynamoDbException conflict(ConditionalCheckFailedException refusal, String hint) {
        return Refusals.withContext(
                refusal, describe() + ", " + write.expectation().describe(found(refusal)) + hint);
    }

    RuntimeException failure(RuntimeException e) {
        return e instanceof DynamoDbException refusal ? Refusals.withContext(refusal, describe()) : e;
    }

    OutcomeUnknownException unknown(RuntimeException e) {
        Map<String, AttributeValue> found = null;
        String account = "no try was answered";
        if (e instanceof ConditionalCheckFailedException refusal) {
            found = found(refusal);
            account = write.expectation().describe(found);
        }
        return new OutcomeUnknownException(
                items.type(),
                "It is not known whether the " + describe() + " was done: " + account + ".",
                found == null ? null : items.readOrNull(found),
                e);
    }

    private String describe() {
        return action + " of " + items.describe(write.row());
    }
}
