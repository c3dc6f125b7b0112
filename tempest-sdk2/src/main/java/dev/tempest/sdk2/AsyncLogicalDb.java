package dev.tempest.sdk2;

import dev.tempest.DatabaseReport;
import dev.tempest.ItemSet;
import dev.tempest.UniqueValuesReport;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A set of tables, without blocking: {@link LogicalDb} with futures and publishers. The same item types, key types and raw
 * item types serve both.
 *
 * <p>Safe for use by several threads; make one for the life of the program.
 */
public interface AsyncLogicalDb {
    /** As {@link LogicalDb#create(Class, software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient)}. */
    static <D extends AsyncLogicalDb> D create(Class<D> dbType, DynamoDbEnhancedAsyncClient client) {
        return builder(dbType).enhancedClient(client).build();
    }

    /** Makes a database whose tables are named by a resolver, and checks its whole model. Sends nothing. */
    static <D extends AsyncLogicalDb> D create(
            Class<D> dbType, DynamoDbEnhancedAsyncClient client, TableNameResolver tableNameResolver) {
        return builder(dbType)
                .enhancedClient(client)
                .tableNameResolver(tableNameResolver)
                .build();
    }

    /** A builder, for all that {@code create} has no argument for. */
    static <D extends AsyncLogicalDb> AsyncLogicalDbBuilder<D> builder(Class<D> dbType) {
        return new AsyncLogicalDbBuilder<>(dbType);
    }

    /** As {@link LogicalDb#logicalTable}. */
    <T extends AsyncLogicalTable<?>> T logicalTable(String tableName, Class<T> tableType);

    /** As {@link LogicalDb#checkTables}. */
    CompletableFuture<DatabaseReport> checkTablesAsync();

    /** As {@link LogicalDb#createTables}. */
    CompletableFuture<DatabaseReport> createTablesAsync();

    /** As {@link LogicalDb#checkUniqueValues()}. */
    CompletableFuture<UniqueValuesReport> checkUniqueValuesAsync();

    /** As {@link LogicalDb#repairUniqueValues()}. */
    CompletableFuture<UniqueValuesReport> repairUniqueValuesAsync();

    /** As {@link LogicalDb#batchLoad(Object...)}. */
    default CompletableFuture<ItemSet> batchLoadAsync(Object... keys) {
        return batchLoadAsync(Arrays.asList(keys));
    }

    /** As {@link LogicalDb#batchLoad(Iterable)}. */
    CompletableFuture<ItemSet> batchLoadAsync(Iterable<?> keys);

    /** As {@link LogicalDb#batchLoad(Iterable, boolean)}. */
    default CompletableFuture<ItemSet> batchLoadAsync(Iterable<?> keys, boolean consistentReads) {
        BatchLoadConfig config =
                BatchLoadConfig.builder().consistentRead(consistentReads).build();
        return batchLoadAsync(keys, config).thenApply(LoadedItems::items);
    }

    /** As {@link LogicalDb#batchLoad(Iterable, BatchLoadConfig)}. */
    CompletableFuture<LoadedItems> batchLoadAsync(Iterable<?> keys, BatchLoadConfig config);

    /** As {@link LogicalDb#batchWrite}. */
    CompletableFuture<BatchWriteResult> batchWriteAsync(BatchWriteSet writeSet);

    /** As {@link LogicalDb#transactionLoad(Object...)}. */
    default CompletableFuture<ItemSet> transactionLoadAsync(Object... keys) {
        return transactionLoadAsync(Arrays.asList(keys));
    }

    /** As {@link LogicalDb#transactionLoad(Iterable)}. */
    CompletableFuture<ItemSet> transactionLoadAsync(Iterable<?> keys);

    /** As {@link LogicalDb#transactionWrite}; cancelling the future leaves the outcome unknown. */
    CompletableFuture<ItemSet> transactionWriteAsync(TransactionWriteSet writeSet);

    /** As {@link LogicalDb#failuresIn}; sends nothing. */
    List<TransactionFailure> failuresIn(TransactionCanceledException failure);
}
