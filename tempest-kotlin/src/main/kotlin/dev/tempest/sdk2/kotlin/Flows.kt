package dev.tempest.sdk2.kotlin

import dev.tempest.Condition
import dev.tempest.KeyCondition
import dev.tempest.Offset
import dev.tempest.UnreadableItemException
import dev.tempest.WorkerId
import dev.tempest.sdk2.AsyncQueryable
import dev.tempest.sdk2.AsyncScannable
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.Queryable
import dev.tempest.sdk2.Scannable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.transform
import kotlinx.coroutines.future.await
import kotlinx.coroutines.reactive.asFlow
import org.reactivestreams.Publisher
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/**
 * One page of the items that meet a condition; see [Queryable.query]. The arguments are those of the blocking [query].
 */
public suspend fun <K : Any, I : Any> AsyncQueryable<K, I>.queryPage(
    keyCondition: KeyCondition<K>,
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Page<K, I> =
    queryPageAsync(
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
        .await()

/**
 * All pages of the items that meet a condition; see [Queryable.queryAll]. Each collector starts a query of its own; a
 * page is fetched when the one before it has been collected, and cancelling the collector cancels the request under
 * way. The arguments are those of the blocking [query].
 */
public fun <K : Any, I : Any> AsyncQueryable<K, I>.query(
    keyCondition: KeyCondition<K>,
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Flow<Page<K, I>> =
    queryAsync(
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
        .pages()

/** All items that meet a condition, page by page as [query] fetches them; see [Queryable.queryAllContents]. */
public fun <K : Any, I : Any> AsyncQueryable<K, I>.queryAllContents(
    keyCondition: KeyCondition<K>,
    asc: Boolean = true,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    initialOffset: Offset<K>? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Flow<I> =
    query(
            keyCondition,
            asc,
            pageSize,
            consistentRead,
            filterExpression,
            initialOffset,
            onUnreadableItem = onUnreadableItem,
            filter = filter,
        )
        .contents()

/** One page of all items; see [Scannable.scan]. The arguments are those of the blocking [scan]. */
public suspend fun <K : Any, I : Any> AsyncScannable<K, I>.scanPage(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Page<K, I> =
    scanPageAsync(
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
        .await()

/**
 * All pages of all items; see [Scannable.scanAll]. Each collector starts a scan of its own; a page is fetched when the
 * one before it has been collected, and cancelling the collector cancels the request under way. The arguments are those
 * of the blocking [scan].
 */
public fun <K : Any, I : Any> AsyncScannable<K, I>.scan(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    returnConsumedCapacity: ReturnConsumedCapacity? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Flow<Page<K, I>> =
    scanAsync(
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
        .pages()

/** All items, page by page as [scan] fetches them; see [Scannable.scanAllContents]. */
public fun <K : Any, I : Any> AsyncScannable<K, I>.scanAllContents(
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    initialOffset: Offset<K>? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Flow<I> =
    scan(
            pageSize,
            consistentRead,
            filterExpression,
            workerId,
            initialOffset,
            onUnreadableItem = onUnreadableItem,
            filter = filter,
        )
        .contents()

/** All items, by several requests at a time; see [Scannable.parallelScan]. */
public fun <K : Any, I : Any> AsyncScannable<K, I>.parallelScan(
    totalSegments: Int,
    pageSize: Int = 100,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    onUnreadableItem: ((UnreadableItemException) -> Unit)? = null,
    filter: Condition<*>? = null,
): Flow<I> =
    parallelScanAsync(
            totalSegments,
            ScanConfig(pageSize, consistentRead, filterExpression, null, null, onUnreadableItem, filter = filter),
        )
        .asFlow()

/** Without this buffer a flow asks for 64 elements at once: here, for 64 requests and up to 64 MB. */
private fun <T : Any> Publisher<T>.pages(): Flow<T> = asFlow().buffer(Channel.RENDEZVOUS)

private fun <K : Any, I : Any> Flow<Page<K, I>>.contents(): Flow<I> = transform { page ->
    page.contents.forEach { emit(it) }
}
