package dev.tempest.sdk2.kotlin

import dev.tempest.Condition
import dev.tempest.UnreadableItemException
import dev.tempest.WorkerId
import dev.tempest.sdk2.BatchLoadConfig
import dev.tempest.sdk2.QueryConfig
import dev.tempest.sdk2.ScanConfig
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/** How a query runs, with the defaults of [dev.tempest.sdk2.QueryConfig], whose functions describe the arguments. */
public fun QueryConfig(
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    readAhead: Boolean = true,
    filter: Condition<*>? = null,
    limit: Int? = null,
): QueryConfig =
    QueryConfig.builder()
        .asc(asc)
        .pageSize(pageSize)
        .consistentRead(consistentRead)
        .filterExpression(filterExpression)
        .returnConsumedCapacity(returnConsumedCapacity)
        .onUnreadableItem(onUnreadableItem)
        .readAhead(readAhead)
        .filter(filter)
        .limit(limit)
        .build()

/** How a scan runs, with the defaults of [dev.tempest.sdk2.ScanConfig], whose functions describe the arguments. */
public fun ScanConfig(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    readAhead: Boolean = true,
    filter: Condition<*>? = null,
): ScanConfig =
    ScanConfig.builder()
        .pageSize(pageSize)
        .consistentRead(consistentRead)
        .filterExpression(filterExpression)
        .workerId(workerId)
        .returnConsumedCapacity(returnConsumedCapacity)
        .onUnreadableItem(onUnreadableItem)
        .readAhead(readAhead)
        .filter(filter)
        .build()

/**
 * How a batch load runs, with the defaults of [dev.tempest.sdk2.BatchLoadConfig], whose functions describe the
 * arguments.
 */
public fun BatchLoadConfig(
    consistentRead: Boolean = false,
    maxPageSize: Int = 100,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
): BatchLoadConfig =
    BatchLoadConfig.builder()
        .consistentRead(consistentRead)
        .maxPageSize(maxPageSize)
        .returnConsumedCapacity(returnConsumedCapacity)
        .build()
