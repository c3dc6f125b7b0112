// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk2.kotlin

import dev.tempest.kotlin.Changes
import dev.tempest.kotlin.changes
import dev.tempest.sdk2.Increment
import dev.tempest.sdk2.Loaded
import dev.tempest.sdk2.View
import kotlin.reflect.KProperty1
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/** Loads an item, or null if it does not exist; see [View.load]. */
public fun <K : Any, I : Any> View<K, I>.load(key: K, consistentReads: Boolean = false): I? = load(key, consistentReads)

/** Loads an item, and returns what that cost; see [View.load]. */
public fun <K : Any, I : Any> View<K, I>.load(
    key: K,
    consistentReads: Boolean = false,
    returnConsumedCapacity: ReturnConsumedCapacity,
): Loaded<I> = load(key, consistentReads, returnConsumedCapacity)

/** Writes an item, if the stored one meets the condition, and returns it as stored; see [View.save]. */
public fun <K : Any, I : Any> View<K, I>.save(item: I, saveExpression: Expression? = null): I =
    save(item, saveExpression)

/** Writes the attributes that the item's type has, and returns it as stored; see [View.merge]. */
public fun <K : Any, I : Any> View<K, I>.merge(item: I, mergeExpression: Expression? = null): I =
    merge(item, mergeExpression)

/** Writes an item if its key is free, and returns it as stored; see [View.create]. */
public fun <K : Any, I : Any> View<K, I>.create(item: I): I = create(item)

/** Deletes an item, if the stored one meets the condition, and returns the old one or null; see [View.delete]. */
public fun <K : Any, I : Any> View<K, I>.delete(item: I, deleteExpression: Expression? = null): I? =
    delete(item, deleteExpression)

/** Deletes the item of a key, if it meets the condition, and returns it or null; see [View.deleteKey]. */
public fun <K : Any, I : Any> View<K, I>.deleteKey(key: K, deleteExpression: Expression? = null): I? =
    deleteKey(key, deleteExpression)

/** Changes an item; retries until no other writer comes in between; see [View.update]. */
public fun <K : Any, I : Any> View<K, I>.update(key: K, change: (I) -> I): I = update(key, change)

/** Changes an item as [update] does, or makes it; see [View.updateOrCreate]. */
public fun <K : Any, I : Any> View<K, I>.updateOrCreate(key: K, change: (I?) -> I): I = updateOrCreate(key, change)

/** Changes single attributes of an item: `patch(key) { Playlist::name set "x" }`; see [View.patch]. */
public fun <K : Any, I : Any> View<K, I>.patch(key: K, block: Changes<I>.() -> Unit): I = patch(key, changes(block))

/** Changes single attributes of an item that was read, if nobody else has changed it; see [View.patchItem]. */
public fun <K : Any, I : Any> View<K, I>.patchItem(item: I, block: Changes<I>.() -> Unit): I =
    patchItem(item, changes(block))

/** Adds to a property that holds integers, and returns the sum; see [View.increment]. */
public fun <K : Any, I : Any> View<K, I>.increment(key: K, property: String, delta: Long = 1): Long =
    increment(key, property, delta)

/** Adds to a property that holds integers, and returns the sum; see [View.increment]. */
public fun <K : Any, I : Any> View<K, I>.increment(key: K, property: KProperty1<I, Number?>, delta: Long = 1): Long =
    increment(key, property.name, delta)

/** Adds to numeric properties, all at once, and returns the sums by property; see [View.increment]. */
public fun <K : Any, I : Any> View<K, I>.increment(key: K, increment: Increment<in I>): Map<String, Number> =
    increment(key, increment)
