package dev.tempest.sdk2;

import dev.tempest.DatabaseReport;
import dev.tempest.ItemSet;
import dev.tempest.UniqueValuesReport;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationReport;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A set of tables. Declare an interface that extends it, with a method for each table:
 *
 * <pre>{@code
 * public interface MusicDb extends LogicalDb {
 *   @TableName("music_items")
 *   MusicTable music();
 * }
 *
 * MusicDb db = LogicalDb.create(MusicDb.class, enhancedClient);
 * }</pre>
 *
 * <p>Safe for use by several threads; make one for the life of the program.
 */
public interface LogicalDb {
    /**
     * Makes a database, and checks its whole model. Sends nothing.
     *
     * @param dbType the user's interface
     * @param client the client that does the requests, with its extensions
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
     */
    static <D extends LogicalDb> D create(Class<D> dbType, DynamoDbEnhancedClient client) {
        return builder(dbType).enhancedClient(client).build();
    }

    /**
     * Makes a database whose tables are named by a resolver, and checks its whole model. Sends nothing.
     *
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
     */
    static <D extends LogicalDb> D create(
            Class<D> dbType, DynamoDbEnhancedClient client, TableNameResolver tableNameResolver) {
        return builder(dbType)
                .enhancedClient(client)
                .tableNameResolver(tableNameResolver)
                .build();
    }

    /** A builder, for all that {@code create} has no argument for. */
    static <D extends LogicalDb> LogicalDbBuilder<D> builder(Class<D> dbType) {
        return new LogicalDbBuilder<>(dbType);
    }

    /**
     * A table for which the interface declares no method.
     *
     * @param tableName the name of the DynamoDB table
     * @throws IllegalArgumentException if the table's model is wrong
     */
    <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType);

    /**
     * Compares the live tables with the model: their keys, indexes, status, replicas and time to live. The tables are those
     * of the interface and those that {@link #logicalTable} has made so far. Changes nothing.
     *
     * <p>Sends a DescribeTable and a DescribeTimeToLive for each table, one after the other. They cost no units, but
     * DynamoDB takes only some ten DescribeTimeToLive a second of an account: call this when a program starts or is
     * deployed, not on each request. It needs the permissions {@code dynamodb:DescribeTable} and
     * {@code dynamodb:DescribeTimeToLive}; without the second, the report says that time to live was not checked.
     *
     * @return what was found; a missing table is a finding, too
     * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if DynamoDB does not describe a table
     */
    DatabaseReport checkTables();

    /**
     * Creates the tables that are not there, for development and tests, and waits until they can be used. The tables are those
     * of {@link #checkTables}; they are created as {@link TableDefinition} says, with time to live if the model names its
     * attribute. A table that is there already is left as it is. For production, see
     * {@link DatabaseDefinition#cloudFormation()}.
     *
     * <p>Sends a DescribeTable for each table, for each that is missing a CreateTable, a DescribeTable every half second
     * until the table is active, and an UpdateTimeToLive, then the requests of {@link #checkTables}. It needs the permissions
     * {@code dynamodb:CreateTable} and {@code dynamodb:UpdateTimeToLive} in addition to those.
     *
     * @return what {@link #checkTables} finds then, also about the tables that were there before
     * @throws IllegalStateException if a table is not active after five minutes
     */
    DatabaseReport createTables();

    /**
     * Compares the items of all types with {@link dev.tempest.Unique} properties with the companion items of their values.
     * Changes nothing; see {@link #repairUniqueValues()}.
     */
    UniqueValuesReport checkUniqueValues();

    /**
     * Compares as {@link #checkUniqueValues()}, writes the companion items that are missing, and deletes those whose items are gone
     * or have other values. Call it after you have put {@link dev.tempest.Unique} on a property of a type that has items, once
     * all programs that write them have the annotation. Other programs may write meanwhile.
     *
     * <p>Reads the whole tables, with a Scan for each MB and a GetItem for each unique value and each companion item, one after
     * the other. Each repair is a transaction. A value that two items have is reported, and not repaired.
     */
    UniqueValuesReport repairUniqueValues();

    /**
     * Migrates all items of a type in its table, with the defaults; see {@link #migrate(Migration, MigrationConfig)}.
     */
    default MigrationReport migrate(Migration<?> migration) {
        return migrate(migration, MigrationConfig.defaults());
    }

    /**
     * Migrates all items of a type in its table. Returns when the whole table is done, by this process and by others that run the
     * same migration with the same checkpoints. Call it again after it failed, or after its process was killed: it goes on.
     *
     * <p>Sends a consistent Scan for each page: a read unit for each 4 KB of the table. Sends an UpdateItem for each item of an
     * older model: a write unit for each KB of the item, and those of its indexes. Only the attributes that differ are written, on
     * the condition that the item is still what was read, at the model version that was read. If another writer changed it, it is
     * migrated again, as it is then. To optimistic locking, it is a write like any other: the item's version and write token move on.
     * {@code @UpdatedAt} and {@code @ExpiresAt} properties stay as they are.
     *
     * <p>Items that cannot be read or migrated are left as they are, and reported. A DescribeTable says how many items there are,
     * for the progress; without the permission, the time that remains is not known.
     *
     * @throws IllegalArgumentException if the migration's type is of no view, or of several tables and the configuration names
     *     none, if the migration has no step, if its attribute serves something else, or if it changes a key
     */
    MigrationReport migrate(Migration<?> migration, MigrationConfig config);

    /** A dry run of a migration with the defaults; see {@link #previewMigration(Migration, MigrationConfig)}. */
    default MigrationPreview previewMigration(Migration<?> migration) {
        return previewMigration(migration, MigrationConfig.defaults());
    }

    /**
     * Finds out what {@link #migrate(Migration, MigrationConfig)} would do. Writes nothing.
     *
     * <p>Sends consistent Scans of the first 1,000 items of the table, or of up to 10,000 until ten items are found that would
     * change: a read unit for each 4 KB. Sends a DescribeTable to project the cost of the whole run.
     *
     * @throws IllegalArgumentException as {@link #migrate(Migration, MigrationConfig)} does
     */
    MigrationPreview previewMigration(Migration<?> migration, MigrationConfig config);

    /**
     * Loads the items of any number of keys, of any types and tables; see {@link #batchLoad(Iterable, BatchLoadConfig)}.
     *
     * @param keys keys, each {@link dev.tempest.Scoped} where several tables have its type
     */
    default ItemSet batchLoad(Object... keys) {
        return batchLoad(Arrays.asList(keys), BatchLoadConfig.DEFAULT).items();
    }

    /** Loads the items of any number of keys; see {@link #batchLoad(Iterable, BatchLoadConfig)}. */
    default ItemSet batchLoad(Iterable<?> keys) {
        return batchLoad(keys, BatchLoadConfig.DEFAULT).items();
    }

    /**
     * Loads the items of any number of keys; see {@link #batchLoad(Iterable, BatchLoadConfig)}.
     *
     * @param consistentReads whether to see all writes that were acknowledged before, which costs twice
     */
    default ItemSet batchLoad(Iterable<?> keys, boolean consistentReads) {
        BatchLoadConfig config =
                BatchLoadConfig.builder().consistentRead(consistentReads).build();
        return batchLoad(keys, config).items();
    }

    /**
     * Loads the items of any number of keys, of any types and tables. Sends a BatchGetItem for each 100 keys, up to ten
     * at a time: half a read unit for each 4 KB of each item, twice that if the reads are consistent. What DynamoDB leaves
     * unprocessed is asked for again, after a pause. A key given twice is asked for once. How many requests all calls send at a
     * time is limited by {@link LogicalDbBuilder#maxParallelRequests}.
     *
     * @param keys keys, each {@link dev.tempest.Scoped} where several tables have its type
     * @return the items that there are, in the order of their keys
     * @throws IllegalArgumentException if a key is of no view of this database, or of several tables
     * @throws dev.tempest.UnprocessedKeysException if DynamoDB leaves keys unprocessed repeatedly, or if a request fails;
     *     it has the items that were loaded
     */
    LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config);

    /**
     * Writes and deletes any number of items, of any types and tables, whatever is stored there. It is not a transaction.
     * Sends a BatchWriteItem for each 25 operations, up to ten at a time: a write unit for each KB of each item. What
     * DynamoDB leaves unprocessed is sent again, after a pause. A request that DynamoDB rejects because of one item is sent again
     * in halves, to write the others. How many requests all calls send at a time is limited by
     * {@link LogicalDbBuilder#maxParallelRequests}.
     *
     * @return what DynamoDB left unprocessed repeatedly
     * @throws IllegalArgumentException if a key or item is of no view of this database, or of several tables, if an item has a
     *     version and the set does not say to ignore versions, or if an item is larger than 400 KB; nothing is sent then
     * @throws BatchWriteException if DynamoDB rejects operations, or if a request fails; it has what is not done, and why
     */
    BatchWriteResult batchWrite(BatchWriteSet writeSet);

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
     * @return the saved and created items as they are stored, with what the client's extensions changed; each is found by
     *     the item that was given
     * @throws IllegalArgumentException if there are more than 100 operations, if two touch one item, or if a key or item is
     *     of no view, or of several tables
     * @throws TransactionCanceledException if a condition does not hold, or another transaction was under way;
     *     {@link #failuresIn} reports which operations failed, and why
     */
    ItemSet transactionWrite(TransactionWriteSet writeSet);

    /**
     * The operations because of which a transaction of this database was cancelled.
     *
     * @param failure what {@link #transactionWrite} threw
     */
    List<TransactionFailure> failuresIn(TransactionCanceledException failure);
}
