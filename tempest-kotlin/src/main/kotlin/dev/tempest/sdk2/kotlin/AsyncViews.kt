package dev.tempest.sdk2.kotlin

import dev.tempest.Condition
import dev.tempest.kotlin.Changes
import dev.tempest.kotlin.changes
import dev.tempest.sdk2.AsyncView
import dev.tempest.sdk2.Increment
import dev.tempest.sdk2.Loaded
import dev.tempest.sdk2.View
import kotlin.reflect.KProperty1
import kotlinx.coroutines.future.await
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

// What is said of AsyncView holds here too: cancelling the coroutine cancels the request, and after a write that was
// cancelled nobody knows whether it was done.

/** Loads an item, or null if it does not exist; see [View.load]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.load(key: K, consistentReads: Boolean = false): I? =
    loadAsync(key, consistentReads).await()

/** Loads an item, and returns what that cost; see [View.load]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.load(
    key: K,
    consistentReads: Boolean = false,
    returnConsumedCapacity: ReturnConsumedCapacity,
): Loaded<I> = loadAsync(key, consistentReads, returnConsumedCapacity).await()

/**
 * Writes an item, if the stored one meets the condition, and returns it as stored; see [View.save]. Cancelling the
 * coroutine cancels the request; whether the item was written is then unknown.
 */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.save(item: I, saveExpression: Expression? = null): I =
    saveAsync(item, saveExpression).await()

/** Writes the attributes that the item's type has, and returns it as stored; see [View.merge]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.merge(item: I, mergeExpression: Expression? = null): I =
    mergeAsync(item, mergeExpression).await()

/** Writes an item if its key is free, and returns it as stored; see [View.create]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.create(item: I): I = createAsync(item).await()

/** Deletes an item, if the stored one meets the condition, and returns the old one or null; see [View.delete]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.delete(item: I, deleteExpression: Expression? = null): I? =
    deleteAsync(item, deleteExpression).await()

/** Deletes the item of a key, if it meets the condition, and returns it or null; see [View.deleteKey]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.deleteKey(key: K, deleteExpression: Expression? = null): I? =
    deleteKeyAsync(key, deleteExpression).await()

/**
 * Changes an item; retries until no other writer comes in between; see [View.update].
 *
 * @param change runs on the SDK's threads, and must not block
 */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.update(key: K, change: (I) -> I): I =
    updateAsync(key, change).await()

/**
 * Changes an item as [update] does, or makes it; see [View.updateOrCreate].
 *
 * @param change runs on the SDK's threads, and must not block
 */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.updateOrCreate(key: K, change: (I?) -> I): I =
    updateOrCreateAsync(key, change).await()

/** Writes an item, if the stored one meets the condition, and returns it as stored; see [View.save]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.save(item: I, condition: Condition<in I>): I =
    saveAsync(item, condition).await()

/** Writes the attributes that the item's type has, if the stored one meets the condition; see [View.merge]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.merge(item: I, condition: Condition<in I>): I =
    mergeAsync(item, condition).await()

/** Deletes an item, if the stored one meets the condition, and returns the old one or null; see [View.delete]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.delete(item: I, condition: Condition<in I>): I? =
    deleteAsync(item, condition).await()

/** Deletes the item of a key, if it meets the condition, and returns it or null; see [View.deleteKey]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.deleteKey(key: K, condition: Condition<in I>): I? =
    deleteKeyAsync(key, condition).await()

/** Changes single attributes of an item: `patch(key) { Playlist::name set "x" }`; see [View.patch]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.patch(key: K, block: Changes<I>.() -> Unit): I =
    patchAsync(key, changes(block)).await()

/** Changes single attributes of an item that was read, if nobody else has changed it; see [View.patchItem]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.patchItem(item: I, block: Changes<I>.() -> Unit): I =
    patchItemAsync(item, changes(block)).await()

/** Adds to a property that holds integers, and returns the sum; see [View.increment]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.increment(key: K, property: String, delta: Long = 1): Long =
    incrementAsync(key, property, delta).await()

/** Adds to a property that holds integers, and returns the sum; see [View.increment]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.increment(
    key: K,
    property: KProperty1<I, Number?>,
    delta: Long = 1,
): Long = incrementAsync(key, property.name, delta).await()

/** Adds to numeric properties, all at once, and returns the sums by property; see [View.increment]. */
public suspend fun <K : Any, I : Any> AsyncView<K, I>.increment(
    key: K,
    increment: Increment<in I>,
): Map<String, Number> = incrementAsync(key, increment).await()
