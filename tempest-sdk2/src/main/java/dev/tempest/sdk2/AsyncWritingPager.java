package dev.tempest.sdk2;

import dev.tempest.ItemSet;
import dev.tempest.internal.batch.PagedUpdates;
import dev.tempest.internal.batch.TransactionPage;
import dev.tempest.internal.model.InterfaceProxy;
import dev.tempest.sdk2.internal.async.AsyncDb;
import dev.tempest.sdk2.internal.batch.TransactWriteOperation;
import dev.tempest.sdk2.internal.request.Futures;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies a long list of updates as a series of transactions, page by page, without blocking: {@link WritingPager} with
 * futures.
 *
 * @param <T> what the caller has to write
 */
public final class AsyncWritingPager<T> {
    private final AsyncLogicalDb db;
    private final @Nullable AsyncDb ownDb;
    private final Handler<T> handler;
    private final PagedUpdates<T, TransactionPage<TransactionWriteSet, TransactWriteOperation>> updates;
    private @Nullable CompletableFuture<Integer> running;

    /** A pager whose pages have 100 operations at most. */
    public AsyncWritingPager(AsyncLogicalDb db, List<T> updates, Handler<T> handler) {
        this(db, updates, WritingPager.MAX_TRANSACTION_ITEMS, handler);
    }

    /**
     * A pager.
     *
     * @param maxTransactionItems how many updates go into a page at most, from 1 to 100, unless
     *     {@link PageHandler#beforePage} decides otherwise
     */
    public AsyncWritingPager(AsyncLogicalDb db, List<T> updates, int maxTransactionItems, Handler<T> handler) {
        this.db = Objects.requireNonNull(db, "db");
        this.handler = Objects.requireNonNull(handler, "handler");
        this.ownDb = InterfaceProxy.baseOf(db) instanceof AsyncDb own ? own : null;
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
     * Writes the remaining updates. The future gives how many are written by then, or fails with what a page's transaction,
     * or the handler, fails with; called again after that, the pager goes on. It fails with an
     * {@link IllegalArgumentException} if one update alone is more than a transaction takes; those before it are written.
     *
     * @throws IllegalStateException if the pager is running already
     */
    public synchronized CompletableFuture<Integer> executeAsync() {
        if (running != null && !running.isDone()) {
            throw new IllegalStateException("The pager is running already.");
        }
        running = Futures.untilResult(() -> updates.remainingUpdates().isEmpty()
                ? CompletableFuture.completedFuture(updates.updatedCount())
                : handler.eachPage(this::writePage).thenApply(done -> null));
        return running;
    }

    private CompletableFuture<@Nullable Void> writePage() {
        TransactionPage<TransactionWriteSet, TransactWriteOperation> page = updates.page();
        return write(page).handle((stored, failure) -> {
            if (failure != null) {
                updates.failed(page, Futures.unwrap(failure));
                throw Futures.rethrow(failure);
            }
            updates.written(page);
            handler.pageWritten(page.set());
            return null;
        });
    }

    private CompletableFuture<ItemSet> write(TransactionPage<TransactionWriteSet, TransactWriteOperation> page) {
        AsyncDb own = ownDb;
        TransactWriteOperation prepared = page.prepared();
        return own != null && prepared != null
                ? own.transactionWriteAsync(prepared)
                : db.transactionWriteAsync(page.set());
    }

    /**
     * Turns updates into transactions.
     *
     * @param <T> what the caller has to write
     */
    public interface Handler<T> extends PageHandler<T> {
        /** Runs one page; for what should happen around it, such as a measurement or a try again. */
        default CompletableFuture<@Nullable Void> eachPage(Supplier<CompletableFuture<@Nullable Void>> proceed) {
            return proceed.get();
        }
    }
}
