package dev.tempest.sdk2;

import java.util.List;

/**
 * Turns the updates of a {@link WritingPager} or an {@link AsyncWritingPager} into transactions.
 *
 * @param <T> what the caller has to write
 */
public interface PageHandler<T> {
    /**
     * Decides how many updates go into the next page. It may become fewer, if a transaction does not take so many.
     *
     * @param remainingUpdates the updates that are not written yet; never empty
     * @param maxTransactionItems how many updates a page has at most, unless this method decides otherwise
     * @return from 1 to the number of remaining updates
     */
    default int beforePage(List<T> remainingUpdates, int maxTransactionItems) {
        return Math.min(remainingUpdates.size(), maxTransactionItems);
    }

    /**
     * Adds what one update writes to the page's transaction. Called again for an update that a transaction did not take, and
     * for the updates of a page that was not written.
     */
    void item(TransactionWriteSet.Builder builder, T update);

    /**
     * Adds what the page as a whole writes, such as a record of how far the work has come. Called again if the page gets fewer
     * updates, or was not written.
     */
    default void finishPage(TransactionWriteSet.Builder builder) {}

    /** Hears of a page that was written. */
    default void pageWritten(TransactionWriteSet writeSet) {}
}
