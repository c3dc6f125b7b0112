package dev.tempest.sdk1.internal.batch;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.IdempotentParameterMismatchException;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.ItemSet;
import dev.tempest.internal.batch.FailureCodes;
import dev.tempest.internal.batch.PagedUpdates.Verdict;
import dev.tempest.internal.batch.TransactionPage;
import dev.tempest.sdk1.internal.request.Refusals;
import dev.tempest.sdk1.internal.schema.ItemSizes;
import java.util.List;

/** A transaction whose items, versions and tokens are encoded: however often it is sent, it is the same request. */
public final class PreparedWrite implements TransactionPage.Prepared {
    private final TransactWriteItemsRequest request;
    private final List<TransactionStep> steps;
    private final ItemSet stored;

    PreparedWrite(TransactWriteItemsRequest request, List<TransactionStep> steps, ItemSet stored) {
        this.request = request;
        this.steps = steps;
        this.stored = stored;
    }

    TransactWriteItemsRequest request() {
        return request;
    }

    List<TransactionStep> steps() {
        return steps;
    }

    /** The items as they will be stored. */
    ItemSet stored() {
        return stored;
    }

    @Override
    public long[] sizes() {
        return steps.stream().mapToLong(step -> ItemSizes.of(step.row())).toArray();
    }

    @Override
    public String describe(int operation) {
        return steps.get(operation).describe();
    }

    /** What a failure of a transaction says of it. This SDK does not say whether a request was its first try. */
    public static Verdict verdict(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return Verdict.NOT_DONE;
        }
        boolean isStale = failure instanceof IdempotentParameterMismatchException
                || (failure instanceof AmazonServiceException refusal && Refusals.isOfAnItem(refusal))
                || (failure instanceof TransactionCanceledException cancelled && isStale(cancelled));
        return isStale ? Verdict.STALE : Verdict.UNKNOWN;
    }

    private static boolean isStale(TransactionCanceledException cancelled) {
        return cancelled.getCancellationReasons() != null
                && cancelled.getCancellationReasons().stream()
                        .map(CancellationReason::getCode)
                        .anyMatch(FailureCodes::isStale);
    }
}
