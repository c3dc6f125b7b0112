// Named arguments are what some of these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk2.kotlin

import dev.tempest.Condition
import dev.tempest.KeyCondition
import dev.tempest.WorkerId
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncProjectedView
import dev.tempest.sdk2.AsyncQueryable
import dev.tempest.sdk2.AsyncScannable
import dev.tempest.sdk2.AsyncSecondaryIndex
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.Loaded
import dev.tempest.sdk2.ProjectedView
import dev.tempest.sdk2.QueryConfig
import dev.tempest.sdk2.Queryable
import dev.tempest.sdk2.Scannable
import dev.tempest.sdk2.SecondaryIndex
import kotlin.reflect.KClass
import kotlinx.coroutines.future.await
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/** Reads some properties of the items: `albums.projecting(AlbumTitle::class)`; see [InlineView.projecting]. */
public fun <K : Any, P : Any> InlineView<K, *>.projecting(type: KClass<P>): ProjectedView<K, P> = projecting(type.java)

/** Reads some properties of the items; see [SecondaryIndex.projecting]. */
public fun <K : Any, P : Any> SecondaryIndex<K, *>.projecting(type: KClass<P>): SecondaryIndex<K, P> =
    projecting(type.java)

/** Reads some properties of the items; see [InlineView.projecting]. */
public fun <K : Any, P : Any> AsyncInlineView<K, *>.projecting(type: KClass<P>): AsyncProjectedView<K, P> =
    projecting(type.java)

/** Reads some properties of the items; see [SecondaryIndex.projecting]. */
public fun <K : Any, P : Any> AsyncSecondaryIndex<K, *>.projecting(type: KClass<P>): AsyncSecondaryIndex<K, P> =
    projecting(type.java)

/** Loads some properties of an item, or null if it does not exist; see [ProjectedView.load]. */
public fun <K : Any, P : Any> ProjectedView<K, P>.load(key: K, consistentReads: Boolean = false): P? =
    load(key, consistentReads)

/** Loads some properties of an item, and reports what that cost; see [ProjectedView.load]. */
public fun <K : Any, P : Any> ProjectedView<K, P>.load(
    key: K,
    consistentReads: Boolean = false,
    returnConsumedCapacity: ReturnConsumedCapacity,
): Loaded<P> = load(key, consistentReads, returnConsumedCapacity)

/** Loads some properties of an item, or null if it does not exist; see [ProjectedView.load]. */
public suspend fun <K : Any, P : Any> AsyncProjectedView<K, P>.load(key: K, consistentReads: Boolean = false): P? =
    loadAsync(key, consistentReads).await()

/** Loads some properties of an item, and reports what that cost; see [ProjectedView.load]. */
public suspend fun <K : Any, P : Any> AsyncProjectedView<K, P>.load(
    key: K,
    consistentReads: Boolean = false,
    returnConsumedCapacity: ReturnConsumedCapacity,
): Loaded<P> = loadAsync(key, consistentReads, returnConsumedCapacity).await()

/** Queries several partitions at the same time, and joins what they have; see [Queryable.queryMerged]. */
public suspend fun <K : Any, I : Any> AsyncQueryable<K, I>.queryMerged(
    conditions: Collection<KeyCondition<K>>,
    config: QueryConfig,
    limit: Int,
): List<I> = queryMergedAsync(conditions, config, limit).await()

/**
 * Counts the items that meet a condition, without returning them; see [Queryable.count].
 *
 * @param filter leaves out items that do not meet it, after they were read and paid for
 */
public fun <K : Any, I : Any> Queryable<K, I>.count(
    keyCondition: KeyCondition<K>,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
): Long =
    count(
        keyCondition,
        QueryConfig(consistentRead = consistentRead, filterExpression = filterExpression, filter = filter),
    )

/** Counts the items that meet a condition, without returning them; see [Queryable.count]. */
public suspend fun <K : Any, I : Any> AsyncQueryable<K, I>.count(
    keyCondition: KeyCondition<K>,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
): Long =
    countAsync(
            keyCondition,
            QueryConfig(consistentRead = consistentRead, filterExpression = filterExpression, filter = filter),
        )
        .await()

/**
 * Counts all items, without returning them; see [Scannable.scanCount].
 *
 * @param filter leaves out items that do not meet it, after they were read and paid for
 * @param workerId which part of the table to scan; null for all of it
 */
public fun <K : Any, I : Any> Scannable<K, I>.scanCount(
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    filter: Condition<*>? = null,
): Long =
    scanCount(
        ScanConfig(
            consistentRead = consistentRead,
            filterExpression = filterExpression,
            workerId = workerId,
            filter = filter,
        )
    )

/** Counts all items, without returning them; see [Scannable.scanCount]. */
public suspend fun <K : Any, I : Any> AsyncScannable<K, I>.scanCount(
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    workerId: WorkerId? = null,
    filter: Condition<*>? = null,
): Long =
    scanCountAsync(
            ScanConfig(
                consistentRead = consistentRead,
                filterExpression = filterExpression,
                workerId = workerId,
                filter = filter,
            )
        )
        .await()
