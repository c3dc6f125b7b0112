package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchWriteRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.ItemSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of tables. Declare an interface that extends it, with a method for each table:
 *
 * <pre>{@code
 * public interface MusicDb extends LogicalDb {
 *   MusicTable music();
 * }
 *
 * MusicDb db = LogicalDb.create(MusicDb.class, dynamoDbMapper);
 * }</pre>
 *
 * <p>The raw class's {@code @DynamoDBTable} names the table; {@link dev.tempest.TableName} on the method overrides it,
 * and names a table without a raw class. The mapper's table name override (its prefix too) and resolver apply to either.
 *
 * <p>Safe for use by several threads; make one for the life of the program.
 */
public interface LogicalDb {
    /**
     * Makes a database, and checks its whole model. Sends nothing.
     *
     * @param dbType the user's interface
     * @param dynamoDbMapper whose client, configuration, converters and attribute transformer are used
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
     */
    static <D extends LogicalDb> D create(Class<D> dbType, DynamoDBMapper dynamoDbMapper) {
        return builder(dbType).dynamoDbMapper(dynamoDbMapper).build();
    }

    /**
     * Makes a database, and checks its whole model. Sends nothing.
     *
     * @param config goes before the mapper's own configuration, setting by setting
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
     */
    static <D extends LogicalDb> D create(Class<D> dbType, DynamoDBMapper dynamoDbMapper, DynamoDBMapperConfig config) {
        return builder(dbType).dynamoDbMapper(dynamoDbMapper).config(config).build();
    }

    /** A builder, for all that {@code create} has no argument for. */
    static <D extends LogicalDb> LogicalDbBuilder<D> builder(Class<D> dbType) {
        return new LogicalDbBuilder<>(dbType);
    }

    /**
     * A table for which the interface declares no method.
     *
     * @param tableName the name of the DynamoDB table, as it is
     * @throws IllegalArgumentException if the table's model is wrong
     */
    <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType);

    /** Loads the items of any number of keys; see {@link #batchLoad(Iterable, BatchLoadConfig)}. */
    default ItemSet batchLoad(Object... keys) {
        return batchLoad(Arrays.asList(keys), BatchLoadConfig.DEFAULT).items();
    }

    /** Loads the items of any number of keys; see {@link #batchLoad(Iterable, BatchLoadConfig)}. */
    default ItemSet batchLoad(Iterable<?> keys) {
        return batchLoad(keys, BatchLoadConfig.DEFAULT).items();
    }

    /** Loads the items of any number of keys; see {@link #batchLoad(Iterable, BatchLoadConfig)}. */
    default ItemSet batchLoad(Iterable<?> keys, ConsistentReads consistentReads) {
        BatchLoadConfig config =
                BatchLoadConfig.builder().consistentReads(consistentReads).build();
        return batchLoad(keys, config).items();
    }

    /** Loads the items of any number of keys; see {@link #batchLoad(Iterable, BatchLoadConfig)}. */
    default ItemSet batchLoad(Iterable<?> keys, ConsistentReads consistentReads, BatchLoadRetryStrategy retryStrategy) {
        BatchLoadConfig config = BatchLoadConfig.builder()
                .consistentReads(consistentReads)
                .retryStrategy(retryStrategy)
                .build();
        return batchLoad(keys, config).items();
    }

    /**
     * Loads the items of any number of keys, of any types and tables. Sends a BatchGetItem for each 100 keys, one after
     * another: half a read unit for each 4 KB of each item, twice that if the reads are consistent. What DynamoDB leaves
     * unprocessed is asked for again as the mapper's {@code BatchLoadRetryStrategy} says. A key given twice is asked for
     * once.
     *
     * @param keys keys, each {@link dev.tempest.Scoped} where several tables have its type
     * @return the items that there are, in the order of their keys
     * @throws IllegalArgumentException if a key is of no view of this database, or of several tables
     * @throws dev.tempest.UnprocessedKeysException if DynamoDB still leaves keys unprocessed when the strategy gives up
     */
    LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config);

    /** Writes and deletes items; see {@link #batchWrite(BatchWriteSet, BatchWriteRetryStrategy)}. */
    default BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        return batchWrite(writeSet, null);
    }

    /**
     * Writes and deletes any number of items, of any types and tables, whatever is stored there. It is not a transaction.
     * Sends a BatchWriteItem for each 25 operations, one after another: a write unit for each KB of each item. What
     * DynamoDB leaves unprocessed is sent again as the strategy says. A batch that fails does not hold up the others.
     *
     * @param retryStrategy how often to send unprocessed items again; null for the strategy of the mapper's configuration
     * @return what is not written
     * @throws IllegalArgumentException if a key or item is of no view of this database, or of several tables, or if an item
     *     has a version and the set does not say to ignore versions
     */
    BatchWriteResult batchWrite(BatchWriteSet writeSet, @Nullable BatchWriteRetryStrategy retryStrategy);

    /** Loads items at one moment; see {@link #transactionLoad(Iterable)}. */
    default ItemSet transactionLoad(Object... keys) {
        return transactionLoad(Arrays.asList(keys));
    }

    /**
     * Loads the items of up to 100 keys, of any types and tables, as they were at one moment. Sends one TransactGetItems:
     * two read units for each 4 KB of each item.
     *
     * @param keys keys, each {@link dev.tempest.Scoped} where several tables have its type
     * @return the items that there are, in the order of their keys
     * @throws IllegalArgumentException if there are more than 100 keys, or if a key is of no view, or of several tables
     * @throws TransactionCanceledException if a write of the same items was under way
     */
    ItemSet transactionLoad(Iterable<?> keys);

    /**
     * Does all operations of a set, or none. Sends one TransactWriteItems: two write units for each KB of each item.
     *
     * @return the saved items as they are stored, with their new versions and what else is generated; each is found by the
     *     item that was given
     * @throws IllegalArgumentException if there are more than 100 operations, if two touch one item, or if a key or item is
     *     of no view, or of several tables
     * @throws TransactionCanceledException if a condition does not hold, or another transaction was under way; the message
     *     names the operations because of which, and {@link #failuresIn} gives them
     */
    ItemSet transactionWrite(TransactionWriteSet writeSet);

    /**
     * The operations because of which a transaction of this database was cancelled.
     *
     * @param failure what {@link #transactionWrite} threw
     */
    List<TransactionFailure> failuresIn(TransactionCanceledException failure);
}
