package dev.tempest.sdk2;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** How far a list of updates has come, page by page; what both writing pagers share. */
final class PagedUpdates<T> {
    private final List<T> updates;
    private final int maxTransactionItems;
    private final PageHandler<T> handler;
    private int updatedCount;
    private int pageSize;
    private @Nullable TransactionWriteSet page;

    PagedUpdates(List<T> updates, int maxTransactionItems, PageHandler<T> handler) {
        if (maxTransactionItems < 1 || maxTransactionItems > WritingPager.MAX_TRANSACTION_ITEMS) {
            throw new IllegalArgumentException("maxTransactionItems must be from 1 to "
                    + WritingPager.MAX_TRANSACTION_ITEMS + ", not " + maxTransactionItems + ".");
        }
        this.updates = List.copyOf(updates);
        this.maxTransactionItems = maxTransactionItems;
        this.handler = handler;
    }

    synchronized int updatedCount() {
        return updatedCount;
    }

    synchronized List<T> remainingUpdates() {
        return updates.subList(updatedCount, updates.size());
    }

    /** The page to write now: the very one of the last try if its outcome is unknown, so that it is written once. */
    synchronized TransactionWriteSet page() {
        if (page == null) {
            List<T> remaining = remainingUpdates();
            int size = handler.beforePage(remaining, maxTransactionItems);
            if (size < 1 || size > remaining.size()) {
                throw new IllegalArgumentException("beforePage must take from 1 to " + remaining.size()
                        + " of the remaining updates, not " + size + ".");
            }
            TransactionWriteSet.Builder builder = TransactionWriteSet.builder();
            for (T update : remaining.subList(0, size)) {
                handler.item(builder, update);
            }
            handler.finishPage(builder);
            TransactionWriteSet built = builder.build();
            page = built.idempotencyToken() != null
                    ? built
                    : new TransactionWriteSet(
                            built.operations(), UUID.randomUUID().toString());
            pageSize = size;
        }
        return page;
    }

    synchronized void written() {
        updatedCount += pageSize;
        page = null;
    }

    synchronized void failed(Throwable failure) {
        boolean refused = failure instanceof TransactionCanceledException
                || failure instanceof IdempotentParameterMismatchException
                || failure instanceof IllegalArgumentException;
        if (refused) {
            page = null;
        }
    }
}
