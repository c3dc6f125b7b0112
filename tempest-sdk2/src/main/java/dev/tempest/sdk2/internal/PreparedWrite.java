package dev.tempest.sdk2.internal;

import dev.tempest.ItemSet;
import dev.tempest.internal.batch.FailureCodes;
import dev.tempest.internal.batch.PagedUpdates.Verdict;
import dev.tempest.internal.batch.TransactionPage;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A transaction whose items, versions and tokens are encoded: however often it is sent, it is the same request. */
public final class PreparedWrite implements TransactionPage.Prepared {
    private final Exchange<?, ?, ItemSet> exchange;
    private final List<Transactions.Step> steps;

    PreparedWrite(Exchange<?, ?, ItemSet> exchange, List<Transactions.Step> steps) {
        this.exchange = exchange;
        this.steps = steps;
    }

    Exchange<?, ?, ItemSet> exchange() {
        return exchange;
    }

    @Override
    public long[] sizes() {
        return steps.stream().mapToLong(step -> ItemSizes.of(step.row())).toArray();
    }

    @Override
    public String describe(int operation) {
        return steps.get(operation).describe();
    }

    /** What a failure of a transaction says of it. */
    public static Verdict verdict(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return Verdict.NOT_DONE;
        }
        if (!(failure instanceof RuntimeException e)) {
            return Verdict.UNKNOWN;
        }
        if (e instanceof IdempotentParameterMismatchException
                || Trouble.of(e, true) == Trouble.OF_AN_ITEM
                || (e instanceof TransactionCanceledException cancelled && isStale(cancelled))) {
            return Verdict.STALE;
        }
        return WriteRequests.isCertainlyNotDone(e) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    private static boolean isStale(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(FailureCodes::isStale);
    }
}
