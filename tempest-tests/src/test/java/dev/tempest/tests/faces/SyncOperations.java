package dev.tempest.tests.faces;

import dev.tempest.ItemSet;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WritingPager;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Through {@link LogicalDb}. */
public class SyncOperations implements Operations {
    private final LogicalDb db;

    public SyncOperations(LogicalDb db) {
        this.db = db;
    }

    @Override
    public ItemSet batchLoad(Object... keys) {
        return db.batchLoad(keys);
    }

    @Override
    public ItemSet batchLoad(Iterable<?> keys) {
        return db.batchLoad(keys);
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return db.batchLoad(keys, config);
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return db.batchWrite(writeSet);
    }

    @Override
    public ItemSet transactionLoad(Object... keys) {
        return db.transactionLoad(keys);
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return db.transactionLoad(keys);
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return db.transactionWrite(writeSet);
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return db.failuresIn(refusal);
    }

    @Override
    public <T> Pager<T> pager(List<T> updates, int maxTransactionItems, Handler<T> handler) {
        WritingPager<T> pager = new WritingPager<>(db, updates, maxTransactionItems, handler);
        return new Pager<>(pager::execute, pager::updatedCount, pager::remainingUpdates);
    }
}
