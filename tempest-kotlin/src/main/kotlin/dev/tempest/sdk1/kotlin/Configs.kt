package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity
import dev.tempest.Condition
import dev.tempest.UnreadableItemException
import dev.tempest.WorkerId
import dev.tempest.sdk1.BatchLoadConfig
import dev.tempest.sdk1.FilterExpression
import dev.tempest.sdk1.QueryConfig
import dev.tempest.sdk1.ScanConfig

/** How a query runs, with the defaults of [dev.tempest.sdk1.QueryConfig], whose functions describe the arguments. */
public fun QueryConfig(
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): QueryConfig =
    QueryConfig.builder()
        .asc(asc)
        .pageSize(pageSize)
        .consistentRead(consistentRead)
        .filterExpression(filterExpression)
        .returnConsumedCapacity(returnConsumedCapacity)
        .onUnreadableItem(onUnreadableItem)
        .filter(filter)
        .build()

/** How a scan runs, with the defaults of [dev.tempest.sdk1.ScanConfig], whose functions describe the arguments. */
public fun ScanConfig(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    workerId: WorkerId? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): ScanConfig =
    ScanConfig.builder()
        .pageSize(pageSize)
        .consistentRead(consistentRead)
        .filterExpression(filterExpression)
        .workerId(workerId)
        .returnConsumedCapacity(returnConsumedCapacity)
        .onUnreadableItem(onUnreadableItem)
        .filter(filter)
        .build()

/**
 * How a batch load runs, with the defaults of [dev.tempest.sdk1.BatchLoadConfig], whose functions describe the
 * arguments.
 */
public fun BatchLoadConfig(
    consistentReads: ConsistentReads? = null,
    retryStrategy: BatchLoadRetryStrategy? = null,
    maxPageSize: Int = 100,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
): BatchLoadConfig =
    BatchLoadConfig.builder()
        .consistentReads(consistentReads)
        .retryStrategy(retryStrategy)
        .maxPageSize(maxPageSize)
        .returnConsumedCapacity(returnConsumedCapacity)
        .build()
