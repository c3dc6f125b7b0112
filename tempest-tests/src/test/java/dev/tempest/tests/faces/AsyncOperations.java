package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.ItemSet;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncWritingPager;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Through {@link AsyncLogicalDb}. */
public class AsyncOperations implements Operations {
    private final AsyncLogicalDb db;

    public AsyncOperations(AsyncLogicalDb db) {
        this.db = db;
    }

    @Override
    public ItemSet batchLoad(Object... keys) {
        return Waiting.result(db.batchLoadAsync(keys));
    }

    @Override
    public ItemSet batchLoad(Iterable<?> keys) {
        return Waiting.result(db.batchLoadAsync(keys));
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        return Waiting.result(db.batchLoadAsync(keys, config));
    }

    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return Waiting.result(db.batchWriteAsync(writeSet));
    }

    @Override
    public ItemSet transactionLoad(Object... keys) {
        return Waiting.result(db.transactionLoadAsync(keys));
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return Waiting.result(db.transactionLoadAsync(keys));
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return Waiting.result(db.transactionWriteAsync(writeSet));
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return db.failuresIn(refusal);
    }

    @Override
    public <T> Pager<T> pager(List<T> updates, int maxTransactionItems, Handler<T> handler) {
        AsyncWritingPager<T> pager = new AsyncWritingPager<>(db, updates, maxTransactionItems, handler);
        return new Pager<>(
                () -> assertThat(Waiting.result(pager.executeAsync())).isEqualTo(pager.updatedCount()),
                pager::updatedCount,
                pager::remainingUpdates);
    }
}
