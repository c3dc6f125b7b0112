// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk2.kotlin

import dev.tempest.Condition
import dev.tempest.KeyCondition
import dev.tempest.sdk2.AsyncItemCollection
import dev.tempest.sdk2.ItemCollection
import kotlinx.coroutines.future.await
import software.amazon.awssdk.enhanced.dynamodb.Expression

/** Loads all of a partition, or null if it has no item for any component; see [ItemCollection.load]. */
public fun <K : Any, A : Any> ItemCollection<K, A>.load(
    key: K,
    consistentReads: Boolean = false,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): A? = load(key, QueryConfig(asc, pageSize, consistentReads, filterExpression, filter = filter, limit = limit))

/** Loads the items of a partition that meet a condition on the stored sort key; see [ItemCollection.load]. */
public fun <K : Any, A : Any> ItemCollection<K, A>.load(
    condition: KeyCondition<*>,
    consistentReads: Boolean = false,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): A? = load(condition, QueryConfig(asc, pageSize, consistentReads, filterExpression, filter = filter, limit = limit))

/** Loads all of a partition, or null if it has no item for any component; see [ItemCollection.load]. */
public suspend fun <K : Any, A : Any> AsyncItemCollection<K, A>.load(
    key: K,
    consistentReads: Boolean = false,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): A? =
    loadAsync(key, QueryConfig(asc, pageSize, consistentReads, filterExpression, filter = filter, limit = limit))
        .await()

/** Loads the items of a partition that meet a condition on the stored sort key; see [ItemCollection.load]. */
public suspend fun <K : Any, A : Any> AsyncItemCollection<K, A>.load(
    condition: KeyCondition<*>,
    consistentReads: Boolean = false,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): A? =
    loadAsync(condition, QueryConfig(asc, pageSize, consistentReads, filterExpression, filter = filter, limit = limit))
        .await()
