package dev.tempest.sdk1;

import dev.tempest.internal.PagedUpdates;
import java.util.List;
import java.util.Objects;

/**
 * Applies a long list of updates as a series of transactions, page by page. When a page fails, {@link #execute()} throws;
 * called again, it goes on with that page. A page whose answer was lost is sent again with the same idempotency token, so
 * that it is written once; that holds for ten minutes, and while the items of the page are stored the same (an extension
 * that adds the time changes them: DynamoDB then refuses the second try, and the third builds the page anew).
 *
 * <p>Each page sends one TransactWriteItems: two write units for each KB of each item. A process that dies between two
 * pages leaves the first ones written: let {@link Handler#finishPage} record how far the work has come.
 *
 * <p>Safe for use by several threads, one page at a time.
 *
 * @param <T> what the caller has to write
 */
public final class WritingPager<T> {
    static final int MAX_TRANSACTION_ITEMS = 100;

    private final LogicalDb db;
    private final Handler<T> handler;
    private final PagedUpdates<T, TransactionWriteSet> updates;

    /** A pager whose pages have 100 operations at most. */
    public WritingPager(LogicalDb db, List<T> updates, Handler<T> handler) {
        this(db, updates, MAX_TRANSACTION_ITEMS, handler);
    }

    /**
     * A pager.
     *
     * @param maxTransactionItems how many operations a page may have, from 1 to 100
     */
    public WritingPager(LogicalDb db, List<T> updates, int maxTransactionItems, Handler<T> handler) {
        this.db = Objects.requireNonNull(db, "db");
        this.handler = Objects.requireNonNull(handler, "handler");
        this.updates = TransactionPages.of(updates, maxTransactionItems, handler);
    }

    /** How many updates are written. */
    public int updatedCount() {
        return updates.updatedCount();
    }

    /** The updates that are not known to be written. */
    public List<T> remainingUpdates() {
        return updates.remainingUpdates();
    }

    /** Writes the remaining updates. Throws what a page's transaction, or the handler, throws. */
    public synchronized void execute() {
        while (!updates.remainingUpdates().isEmpty()) {
            handler.eachPage(this::writePage);
        }
    }

    private void writePage() {
        TransactionWriteSet page = updates.page();
        try {
            db.transactionWrite(page);
        } catch (RuntimeException e) {
            updates.failed(e);
            throw e;
        }
        updates.written();
        handler.pageWritten(page);
    }

    /**
     * Turns updates into transactions.
     *
     * @param <T> what the caller has to write
     */
    public interface Handler<T> {
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

        /** Runs one page; for what should happen around it, such as a measurement or a try again. */
        default void eachPage(Runnable proceed) {
            proceed.run();
        }
    }
}
