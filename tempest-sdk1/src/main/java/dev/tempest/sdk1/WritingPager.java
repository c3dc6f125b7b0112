package dev.tempest.sdk1;

import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.batch.PagedUpdates;
import dev.tempest.internal.batch.TransactionPage;
import dev.tempest.internal.model.InterfaceProxy;
import dev.tempest.sdk1.internal.batch.TransactWriteOperation;
import dev.tempest.sdk1.internal.table.Db;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies a long list of updates as a series of transactions, page by page. A page ends where a transaction would have more
 * than 100 operations or 4 MB. When a page fails, {@link #execute()} throws; called again, it continues with that page.
 *
 * <p>A page is written once: while the outcome of a try is unknown, as after a lost response, the page is sent again with the
 * same idempotency token and the same content, and DynamoDB recognises it for ten minutes. A page whose condition failed, or
 * that was certainly not written, is made again by the handler.
 *
 * <p>DynamoDB counts the stored items that a transaction deletes, checks or increments, too. Their sizes are not known here: if
 * they are large, let {@link Handler#beforePage} take fewer updates.
 *
 * <p>Each page sends one TransactWriteItems: two write units for each KB of each item. A process that dies between two
 * pages leaves the first ones written: let {@link Handler#finishPage} record how far the work has come.
 *
 * <p>Safe for use by several threads, one page at a time.
 *
 * @param <T> what the caller has to write
 */
public final class WritingPager<T> {
    static final int MAX_TRANSACTION_ITEMS = PageLimits.OPERATIONS;

    private final LogicalDb db;
    private final @Nullable Db ownDb;
    private final Handler<T> handler;
    private final PagedUpdates<T, TransactionPage<TransactionWriteSet, TransactWriteOperation>> updates;

    /** A pager whose pages have 100 operations at most. */
    public WritingPager(LogicalDb db, List<T> updates, Handler<T> handler) {
        this(db, updates, MAX_TRANSACTION_ITEMS, handler);
    }

    /**
     * A pager.
     *
     * @param maxTransactionItems how many updates go into a page at most, from 1 to 100, unless
     *     {@link Handler#beforePage} decides otherwise
     */
    public WritingPager(LogicalDb db, List<T> updates, int maxTransactionItems, Handler<T> handler) {
        this.db = Objects.requireNonNull(db, "db");
        this.handler = Objects.requireNonNull(handler, "handler");
        this.ownDb = InterfaceProxy.baseOf(db) instanceof Db own ? own : null;
        this.updates =
                TransactionPages.of(updates, maxTransactionItems, handler, ownDb == null ? null : ownDb::prepare);
    }

    /** How many updates are written. */
    public int updatedCount() {
        return updates.updatedCount();
    }

    /** The updates that are not known to be written. */
    public List<T> remainingUpdates() {
        return updates.remainingUpdates();
    }

    /**
     * Writes the remaining updates. Throws what a page's transaction, or the handler, throws.
     *
     * @throws IllegalArgumentException if one update alone is more than a transaction takes; those before it are written
     */
    public synchronized void execute() {
        while (!updates.remainingUpdates().isEmpty()) {
            handler.eachPage(this::writePage);
        }
    }

    private void writePage() {
        TransactionPage<TransactionWriteSet, TransactWriteOperation> page = updates.page();
        try {
            write(page);
        } catch (RuntimeException e) {
            updates.failed(page, e);
            throw e;
        }
        updates.written(page);
        handler.pageWritten(page.set());
    }

    private void write(TransactionPage<TransactionWriteSet, TransactWriteOperation> page) {
        Db own = ownDb;
        TransactWriteOperation prepared = page.prepared();
        if (own != null && prepared != null) {
            own.transactionWrite(prepared);
        } else {
            db.transactionWrite(page.set());
        }
    }

    /**
     * Turns updates into transactions.
     *
     * @param <T> what the caller has to write
     */
    public interface Handler<T> {
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

        /** Runs one page; for what should happen around it, such as a measurement or a try again. */
        default void eachPage(Runnable proceed) {
            proceed.run();
        }
    }
}
