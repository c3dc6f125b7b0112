// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity
import dev.tempest.Condition
import dev.tempest.Offset
import dev.tempest.Results
import dev.tempest.UnreadableItemException
import dev.tempest.WorkerId
import dev.tempest.sdk1.FilterExpression
import dev.tempest.sdk1.Page
import dev.tempest.sdk1.ScanConfig
import dev.tempest.sdk1.Scannable

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
    filterExpression: FilterExpression? = null,
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

/** All pages, each fetched when it is needed. The arguments are those of [scan]. */
public fun <K : Any, I : Any> Scannable<K, I>.scanAll(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
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
            filter = filter,
        ),
        initialOffset,
    )

/** All items; each page is fetched when it is needed. The arguments are those of [scan]. */
public fun <K : Any, I : Any> Scannable<K, I>.scanAllContents(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Results<I> =
    scanAllContents(
        ScanConfig(pageSize, consistentRead, filterExpression, workerId, null, onUnreadableItem, filter = filter),
        initialOffset,
    )
