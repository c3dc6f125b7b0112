package dev.tempest.sdk2;

import java.util.List;

/**
 * Turns the updates of a {@link WritingPager} or an {@link AsyncWritingPager} into transactions.
 *
 * @param <T> what the caller has to write
 */
public interface PageHandler<T> {
    /**
     * Decides how many updates go into the next page. Leave room for what {@link #finishPage} adds.
     *
     * @param remainingUpdates the updates that are not written yet; never empty
     * @param maxTransactionItems how many operations a page may have
     * @return from 1 to the number of remaining updates
     */
    default int beforePage(List<T> remainingUpdates, int maxTransactionItems) {
        return Math.min(remainingUpdates.size(), maxTransactionItems);
    }

    /** Adds what one update writes to the page's transaction. */
    void item(TransactionWriteSet.Builder builder, T update);

    /** Adds what the page as a whole writes, such as a record of how far the work has come. */
    default void finishPage(TransactionWriteSet.Builder builder) {}

    /** Hears of a page that was written. */
    default void pageWritten(TransactionWriteSet writeSet) {}
}
