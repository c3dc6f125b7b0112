// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity
import dev.tempest.Condition
import dev.tempest.KeyCondition
import dev.tempest.Offset
import dev.tempest.Results
import dev.tempest.UnreadableItemException
import dev.tempest.sdk1.FilterExpression
import dev.tempest.sdk1.Page
import dev.tempest.sdk1.QueryConfig
import dev.tempest.sdk1.Queryable

/**
 * One page of the items that meet a condition; see [Queryable.query].
 *
 * @param asc whether the items come in ascending order of their sort keys
 * @param pageSize how many items DynamoDB looks at for one page, at most
 * @param consistentRead whether to see all writes that were acknowledged before; not on a global secondary index
 * @param filterExpression leaves out items that do not meet it, after they were read and paid for
 * @param initialOffset where to begin, as a page of the same query returned it; null for the first page
 * @param returnConsumedCapacity whether pages report what they cost; null for no
 * @param onUnreadableItem gets what is wrong with items that cannot be read, and the query goes on without them; null
 *   to let it fail
 * @param filter a condition on what is returned, joined with [filterExpression] if both are given
 */
public fun <K : Any, I : Any> Queryable<K, I>.query(
    keyCondition: KeyCondition<K>,
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Page<K, I> =
    query(
        keyCondition,
        QueryConfig(
            asc,
            pageSize,
            consistentRead,
            filterExpression,
            returnConsumedCapacity,
            onUnreadableItem,
            filter = filter,
        ),
        initialOffset,
    )

/** All pages of the items that meet a condition, each fetched when it is needed. The arguments are those of [query]. */
public fun <K : Any, I : Any> Queryable<K, I>.queryAll(
    keyCondition: KeyCondition<K>,
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Results<Page<K, I>> =
    queryAll(
        keyCondition,
        QueryConfig(
            asc,
            pageSize,
            consistentRead,
            filterExpression,
            returnConsumedCapacity,
            onUnreadableItem,
            filter = filter,
        ),
        initialOffset,
    )

/** All items that meet a condition; each page is fetched when it is needed. The arguments are those of [query]. */
public fun <K : Any, I : Any> Queryable<K, I>.queryAllContents(
    keyCondition: KeyCondition<K>,
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: FilterExpression? = null,
    initialOffset: Offset<K>? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Results<I> =
    queryAllContents(
        keyCondition,
        QueryConfig(asc, pageSize, consistentRead, filterExpression, null, onUnreadableItem, filter = filter),
        initialOffset,
    )
