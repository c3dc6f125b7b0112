// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk2.kotlin

import dev.tempest.DatabaseReport
import dev.tempest.ItemSet
import dev.tempest.UniqueValuesReport
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncWritingPager
import dev.tempest.sdk2.BatchLoadConfig
import dev.tempest.sdk2.BatchWriteResult
import dev.tempest.sdk2.BatchWriteSet
import dev.tempest.sdk2.LoadedItems
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.TransactionWriteSet
import kotlinx.coroutines.future.await
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/**
 * Loads the items of any number of keys, of any types and tables; see [LogicalDb.batchLoad].
 *
 * @param keys keys, each [dev.tempest.Scoped] where several tables have its type
 * @param consistentReads whether to see all writes that were acknowledged before; costs twice
 * @param maxPageSize how many keys go into one request, at most; from 1 to 100
 */
public fun LogicalDb.batchLoad(keys: Iterable<Any>, consistentReads: Boolean = false, maxPageSize: Int = 100): ItemSet =
    batchLoad(keys, BatchLoadConfig(consistentReads, maxPageSize)).items

/** Loads the items of the given keys; see [LogicalDb.batchLoad]. */
public fun LogicalDb.batchLoad(vararg keys: Any, consistentReads: Boolean = false, maxPageSize: Int = 100): ItemSet =
    batchLoad(keys.asList(), BatchLoadConfig(consistentReads, maxPageSize)).items

/** Loads the items of any number of keys, and returns what that cost; see [LogicalDb.batchLoad]. */
public fun LogicalDb.batchLoad(
    keys: Iterable<Any>,
    consistentReads: Boolean = false,
    maxPageSize: Int = 100,
    returnConsumedCapacity: ReturnConsumedCapacity,
): LoadedItems = batchLoad(keys, BatchLoadConfig(consistentReads, maxPageSize, returnConsumedCapacity))

/** Writes and deletes any number of items, whatever is stored there; see [LogicalDb.batchWrite]. */
public fun LogicalDb.batchWrite(writeSet: BatchWriteSet): BatchWriteResult = batchWrite(writeSet)

/** Loads the items of up to 100 keys as they were at one moment; see [LogicalDb.transactionLoad]. */
public fun LogicalDb.transactionLoad(keys: Iterable<Any>): ItemSet = transactionLoad(keys)

/** Does all operations of a set, or none; see [LogicalDb.transactionWrite]. */
public fun LogicalDb.transactionWrite(writeSet: TransactionWriteSet): ItemSet = transactionWrite(writeSet)

/** Loads the items of any number of keys, of any types and tables; see [LogicalDb.batchLoad]. */
public suspend fun AsyncLogicalDb.batchLoad(
    keys: Iterable<Any>,
    consistentReads: Boolean = false,
    maxPageSize: Int = 100,
): ItemSet = batchLoadAsync(keys, BatchLoadConfig(consistentReads, maxPageSize)).await().items

/** Loads the items of the given keys; see [LogicalDb.batchLoad]. */
public suspend fun AsyncLogicalDb.batchLoad(
    vararg keys: Any,
    consistentReads: Boolean = false,
    maxPageSize: Int = 100,
): ItemSet = batchLoadAsync(keys.asList(), BatchLoadConfig(consistentReads, maxPageSize)).await().items

/** Loads the items of any number of keys, and returns what that cost; see [LogicalDb.batchLoad]. */
public suspend fun AsyncLogicalDb.batchLoad(
    keys: Iterable<Any>,
    consistentReads: Boolean = false,
    maxPageSize: Int = 100,
    returnConsumedCapacity: ReturnConsumedCapacity,
): LoadedItems = batchLoadAsync(keys, BatchLoadConfig(consistentReads, maxPageSize, returnConsumedCapacity)).await()

/** Writes and deletes any number of items, whatever is stored there; see [LogicalDb.batchWrite]. */
public suspend fun AsyncLogicalDb.batchWrite(writeSet: BatchWriteSet): BatchWriteResult =
    batchWriteAsync(writeSet).await()

/** Loads the items of up to 100 keys as they were at one moment; see [LogicalDb.transactionLoad]. */
public suspend fun AsyncLogicalDb.transactionLoad(keys: Iterable<Any>): ItemSet = transactionLoadAsync(keys).await()

/** Loads the items of the given keys as they were at one moment; see [LogicalDb.transactionLoad]. */
public suspend fun AsyncLogicalDb.transactionLoad(vararg keys: Any): ItemSet =
    transactionLoadAsync(keys.asList()).await()

/** Does all operations of a set, or none; see [LogicalDb.transactionWrite]. To cancel it leaves the outcome unknown. */
public suspend fun AsyncLogicalDb.transactionWrite(writeSet: TransactionWriteSet): ItemSet =
    transactionWriteAsync(writeSet).await()

/** Compares the live tables with the model; see [LogicalDb.checkTables]. */
public suspend fun AsyncLogicalDb.checkTables(): DatabaseReport = checkTablesAsync().await()

/** Creates the tables that are not there, and checks all of them; see [LogicalDb.createTables]. */
public suspend fun AsyncLogicalDb.createTables(): DatabaseReport = createTablesAsync().await()

/** Compares items with the companion items of their unique values; see [LogicalDb.checkUniqueValues]. */
public suspend fun AsyncLogicalDb.checkUniqueValues(): UniqueValuesReport = checkUniqueValuesAsync().await()

/** Compares them, and repairs what can be repaired; see [LogicalDb.repairUniqueValues]. */
public suspend fun AsyncLogicalDb.repairUniqueValues(): UniqueValuesReport = repairUniqueValuesAsync().await()

/** Writes the remaining updates, and returns how many are written by then; see [AsyncWritingPager.executeAsync]. */
public suspend fun AsyncWritingPager<*>.execute(): Int = executeAsync().await()
