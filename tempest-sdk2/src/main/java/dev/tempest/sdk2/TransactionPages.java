package dev.tempest.sdk2;

import dev.tempest.internal.PagedUpdates;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The transactions of a writing pager, as its handler makes them; what both pagers share. */
record TransactionPages<T>(PageHandler<T> handler) implements PagedUpdates.Pages<T, TransactionWriteSet> {
    static <T> PagedUpdates<T, TransactionWriteSet> of(
            List<T> updates, int maxTransactionItems, PageHandler<T> handler) {
        return new PagedUpdates<>(
                updates, maxTransactionItems, WritingPager.MAX_TRANSACTION_ITEMS, new TransactionPages<>(handler));
    }

    @Override
    public int size(List<T> remainingUpdates, int maxPageItems) {
        return handler.beforePage(remainingUpdates, maxPageItems);
    }

    @Override
    public TransactionWriteSet page(List<T> updates) {
        TransactionWriteSet.Builder builder = TransactionWriteSet.builder();
        for (T update : updates) {
            handler.item(builder, update);
        }
        handler.finishPage(builder);
        TransactionWriteSet built = builder.build();
        return built.idempotencyToken() != null
                ? built
                : new TransactionWriteSet(built.operations(), UUID.randomUUID().toString());
    }

    @Override
    public boolean isRefusal(Throwable failure) {
        return failure instanceof TransactionCanceledException
                || failure instanceof IdempotentParameterMismatchException
                || failure instanceof IllegalArgumentException;
    }
}
