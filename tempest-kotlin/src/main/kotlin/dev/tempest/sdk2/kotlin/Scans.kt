// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk2.kotlin

import dev.tempest.Condition
import dev.tempest.Offset
import dev.tempest.Results
import dev.tempest.UnreadableItemException
import dev.tempest.WorkerId
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.ScanConfig
import dev.tempest.sdk2.Scannable
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/**
 * One page of all items; see [Scannable.scan].
 *
 * @param pageSize how many items DynamoDB looks at for one page, at most
 * @param consistentRead whether to see all writes that were acknowledged before; not on a global secondary index
 * @param filterExpression leaves out items that do not meet it, after they were read and paid for
 * @param workerId which part of the table to scan; null for all of it
 * @param initialOffset where to begin, as a page of the same scan returned it; null for the first page
 * @param returnConsumedCapacity whether pages report what they cost; null for no
 * @param onUnreadableItem gets what is wrong with items that cannot be read, and the scan goes on without them; null to
 *   let it fail
 * @param filter a condition on what is returned, joined with [filterExpression] if both are given
 */
public fun <K : Any, I : Any> Scannable<K, I>.scan(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Page<K, I> =
    scan(
        ScanConfig(
            pageSize,
            consistentRead,
            filterExpression,
            workerId,
            returnConsumedCapacity,
            onUnreadableItem,
            filter = filter,
        ),
        initialOffset,
    )

/**
 * All pages, each fetched when it is needed. The arguments are those of [scan], and one more.
 *
 * @param readAhead whether the next page is fetched while this one is worked on, from the second page on
 */
public fun <K : Any, I : Any> Scannable<K, I>.scanAll(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    readAhead: Boolean = true,
    filter: Condition<*>? = null,
): Results<Page<K, I>> =
    scanAll(
        ScanConfig(
            pageSize,
            consistentRead,
            filterExpression,
            workerId,
            returnConsumedCapacity,
            onUnreadableItem,
            readAhead,
            filter = filter,
        ),
        initialOffset,
    )

/** All items; each page is fetched when it is needed. The arguments are those of [scanAll]. */
public fun <K : Any, I : Any> Scannable<K, I>.scanAllContents(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    readAhead: Boolean = true,
    filter: Condition<*>? = null,
): Results<I> =
    scanAllContents(
        ScanConfig(
            pageSize,
            consistentRead,
            filterExpression,
            workerId,
            null,
            onUnreadableItem,
            readAhead,
            filter = filter,
        ),
        initialOffset,
    )

/**
 * All items, by several requests at a time; see [Scannable.parallelScan].
 *
 * @param totalSegments how many parts the table is split into; they are read side by side by threads of the library
 */
public fun <K : Any, I : Any> Scannable<K, I>.parallelScan(
    totalSegments: Int,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Results<I> =
    parallelScan(
        totalSegments,
        ScanConfig(pageSize, consistentRead, filterExpression, null, null, onUnreadableItem, filter = filter),
    )
