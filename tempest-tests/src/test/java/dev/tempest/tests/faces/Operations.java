package dev.tempest.tests.faces;

import dev.tempest.ItemSet;
import dev.tempest.sdk2.AsyncWritingPager;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WritingPager;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Batches, transactions, and series of transactions. */
public interface Operations {
    ItemSet batchLoad(Object... keys);

    ItemSet batchLoad(Iterable<?> keys);

    LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config);

    BatchWriteResult batchWrite(BatchWriteSet writeSet);

    ItemSet transactionLoad(Object... keys);

    ItemSet transactionLoad(Iterable<?> keys);

    ItemSet transactionWrite(TransactionWriteSet writeSet);

    List<TransactionFailure> failuresIn(TransactionCanceledException refusal);

    <T> Pager<T> pager(List<T> updates, int maxTransactionItems, Handler<T> handler);

    default BatchWriteResult batchWrite(BatchWriteSet.Builder writes) {
        return batchWrite(writes.build());
    }

    default ItemSet transactionWrite(TransactionWriteSet.Builder writes) {
        return transactionWrite(writes.build());
    }

    /** Serves either pager. */
    interface Handler<T> extends WritingPager.Handler<T>, AsyncWritingPager.Handler<T> {}

    /** Any writing pager. */
    record Pager<T>(Runnable pages, IntSupplier updates, Supplier<List<T>> remaining) {
        public void execute() {
            pages.run();
        }

        public int updatedCount() {
            return updates.getAsInt();
        }

        public List<T> remainingUpdates() {
            return remaining.get();
        }
    }
}
