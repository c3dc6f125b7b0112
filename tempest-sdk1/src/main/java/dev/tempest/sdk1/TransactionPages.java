package dev.tempest.sdk1;

import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.batch.PagedUpdates;
import dev.tempest.internal.batch.PagedUpdates.Verdict;
import dev.tempest.internal.batch.TransactionPage;
import dev.tempest.sdk1.internal.batch.TransactWriteOperation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a writing pager, as its handler makes them.
 *
 * @param prepare encodes a transaction; null for a database that is not one of this library's own
 */
record TransactionPages<T>(
        WritingPager.Handler<T> handler, @Nullable Function<TransactionWriteSet, TransactWriteOperation> prepare)
        implements PagedUpdates.Pages<T, TransactionPage<TransactionWriteSet, TransactWriteOperation>> {

    static <T> PagedUpdates<T, TransactionPage<TransactionWriteSet, TransactWriteOperation>> of(
            List<T> updates,
            int maxTransactionItems,
            WritingPager.Handler<T> handler,
            @Nullable Function<TransactionWriteSet, TransactWriteOperation> prepare) {
        return new PagedUpdates<>(
                updates, maxTransactionItems, PageLimits.OPERATIONS, new TransactionPages<>(handler, prepare));
    }

    @Override
    public int size(List<T> remainingUpdates, int maxPageItems) {
        return handler.beforePage(remainingUpdates, maxPageItems);
    }

    @Override
    public TransactionPage<TransactionWriteSet, TransactWriteOperation> page(List<T> updates) {
        TransactionWriteSet.Builder builder = TransactionWriteSet.builder();
        int[] ends = new int[updates.size()];
        for (int i = 0; i < ends.length; i++) {
            handler.item(builder, updates.get(i));
            ends[i] = builder.size();
        }
        handler.finishPage(builder);
        TransactionWriteSet built = builder.build();
        TransactionWriteSet set = built.idempotencyToken() != null
                ? built
                : built.toBuilder()
                        .idempotencyToken(UUID.randomUUID().toString())
                        .build();
        int operations = set.operations().size();
        boolean isTooLong = operations > PageLimits.OPERATIONS;
        return new TransactionPage<>(set, operations, ends, isTooLong || prepare == null ? null : prepare.apply(set));
    }

    @Override
    public int fitting(TransactionPage<TransactionWriteSet, TransactWriteOperation> page) {
        return page.fitting();
    }

    @Override
    public Verdict verdict(Throwable failure) {
        return TransactWriteOperation.verdict(failure);
    }
}
