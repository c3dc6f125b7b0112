// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchWriteRetryStrategy
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity
import dev.tempest.ItemSet
import dev.tempest.sdk1.BatchLoadConfig
import dev.tempest.sdk1.BatchWriteResult
import dev.tempest.sdk1.BatchWriteSet
import dev.tempest.sdk1.LoadedItems
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.TransactionWriteSet

/**
 * Loads the items of any number of keys, of any types and tables; see [LogicalDb.batchLoad].
 *
 * @param keys keys, each [dev.tempest.Scoped] where several tables have its type
 * @param consistentReads whether to see all writes that were acknowledged before, which costs twice; null for what the
 *   mapper's configuration says
 * @param retryStrategy what to do with keys that DynamoDB leaves unprocessed; null for what the mapper's configuration
 *   says
 * @param maxPageSize how many keys go into one request, at most; from 1 to 100
 */
public fun LogicalDb.batchLoad(
    keys: Iterable<Any>,
    consistentReads: Boolean? = null,
    retryStrategy: BatchLoadRetryStrategy? = null,
    maxPageSize: Int = 100,
): ItemSet = batchLoad(keys, batchLoadConfig(consistentReads, retryStrategy, maxPageSize)).items

/** Loads the items of the given keys; see [LogicalDb.batchLoad]. */
public fun LogicalDb.batchLoad(
    vararg keys: Any,
    consistentReads: Boolean? = null,
    retryStrategy: BatchLoadRetryStrategy? = null,
    maxPageSize: Int = 100,
): ItemSet = batchLoad(keys.asList(), batchLoadConfig(consistentReads, retryStrategy, maxPageSize)).items

/** Loads the items of any number of keys, of any types and tables; see [LogicalDb.batchLoad]. */
public fun LogicalDb.batchLoad(
    keys: Iterable<Any>,
    consistentReads: ConsistentReads,
    retryStrategy: BatchLoadRetryStrategy? = null,
): ItemSet = batchLoad(keys, BatchLoadConfig(consistentReads, retryStrategy)).items

/** Loads the items of the given keys; see [LogicalDb.batchLoad]. */
public fun LogicalDb.batchLoad(
    vararg keys: Any,
    consistentReads: ConsistentReads,
    retryStrategy: BatchLoadRetryStrategy? = null,
): ItemSet = batchLoad(keys.asList(), BatchLoadConfig(consistentReads, retryStrategy)).items

/** Loads the items of any number of keys, and returns what that cost; see [LogicalDb.batchLoad]. */
public fun LogicalDb.batchLoad(
    keys: Iterable<Any>,
    consistentReads: Boolean? = null,
    retryStrategy: BatchLoadRetryStrategy? = null,
    maxPageSize: Int = 100,
    returnConsumedCapacity: ReturnConsumedCapacity,
): LoadedItems = batchLoad(keys, batchLoadConfig(consistentReads, retryStrategy, maxPageSize, returnConsumedCapacity))

/**
 * Writes and deletes any number of items, whatever is stored there; see [LogicalDb.batchWrite].
 *
 * @param retryStrategy how often to send unprocessed items again; null for what the mapper's configuration says
 */
public fun LogicalDb.batchWrite(
    writeSet: BatchWriteSet,
    retryStrategy: BatchWriteRetryStrategy? = null,
): BatchWriteResult = batchWrite(writeSet, retryStrategy)

/** Loads the items of up to 100 keys as they were at one moment; see [LogicalDb.transactionLoad]. */
public fun LogicalDb.transactionLoad(keys: Iterable<Any>): ItemSet = transactionLoad(keys)

/** Does all operations of a set, or none; see [LogicalDb.transactionWrite]. */
public fun LogicalDb.transactionWrite(writeSet: TransactionWriteSet): ItemSet = transactionWrite(writeSet)

private fun batchLoadConfig(
    consistentReads: Boolean?,
    retryStrategy: BatchLoadRetryStrategy?,
    maxPageSize: Int,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
) = BatchLoadConfig(consistentReads?.let(::consistency), retryStrategy, maxPageSize, returnConsumedCapacity)
