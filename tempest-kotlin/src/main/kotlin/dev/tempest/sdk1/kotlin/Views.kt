// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression
import dev.tempest.kotlin.Changes
import dev.tempest.kotlin.changes
import dev.tempest.kotlin.number as numberOf
import dev.tempest.sdk1.View
import kotlin.reflect.KProperty1

/**
 * Loads an item, or null if it does not exist; see [View.load].
 *
 * @param consistentReads whether to see all writes that were acknowledged before; null for what the mapper's
 *   configuration says
 */
public fun <K : Any, I : Any> View<K, I>.load(key: K, consistentReads: Boolean? = null): I? =
    if (consistentReads == null) load(key) else load(key, consistency(consistentReads))

/** Loads an item, or null if it does not exist; see [View.load]. */
public fun <K : Any, I : Any> View<K, I>.load(key: K, consistentReads: ConsistentReads): I? = load(key, consistentReads)

/**
 * Writes an item, if the stored one meets the condition, and returns it as stored; see [View.save].
 *
 * @param ignoreVersionConstraints whether to write the item whatever version is stored
 */
public fun <K : Any, I : Any> View<K, I>.save(
    item: I,
    saveExpression: DynamoDBSaveExpression? = null,
    ignoreVersionConstraints: Boolean = false,
): I = save(item, saveExpression, ignoreVersionConstraints)

/**
 * Writes the attributes that the item's type has, and returns it as stored; see [View.merge].
 *
 * @param ignoreVersionConstraints whether to write them whatever version is stored
 */
public fun <K : Any, I : Any> View<K, I>.merge(
    item: I,
    mergeExpression: DynamoDBSaveExpression? = null,
    ignoreVersionConstraints: Boolean = false,
): I = merge(item, mergeExpression, ignoreVersionConstraints)

/**
 * Deletes an item, if the stored one meets the condition, and returns the old one or null; see [View.delete].
 *
 * @param ignoreVersionConstraints whether to delete the item whatever version is stored
 */
public fun <K : Any, I : Any> View<K, I>.delete(
    item: I,
    deleteExpression: DynamoDBDeleteExpression? = null,
    ignoreVersionConstraints: Boolean = false,
): I? = delete(item, deleteExpression, ignoreVersionConstraints)

/** Deletes the item of a key, if it meets the condition, and returns it or null; see [View.deleteKey]. */
public fun <K : Any, I : Any> View<K, I>.deleteKey(key: K, deleteExpression: DynamoDBDeleteExpression? = null): I? =
    deleteKey(key, deleteExpression)

/** Changes single attributes of an item: `patch(key) { Playlist::name set "x" }`; see [View.patch]. */
public fun <K : Any, I : Any> View<K, I>.patch(key: K, block: Changes<I>.() -> Unit): I = patch(key, changes(block))

/** Changes single attributes of an item that was read, if nobody else has changed it; see [View.patchItem]. */
public fun <K : Any, I : Any> View<K, I>.patchItem(item: I, block: Changes<I>.() -> Unit): I =
    patchItem(item, changes(block))

/** Adds to an integer property, and returns the sum; see [View.increment]. */
public fun <K : Any, I : Any> View<K, I>.increment(key: K, property: KProperty1<I, Number?>, delta: Long = 1): Long =
    increment(key, numberOf(property), delta)

internal fun consistency(consistentReads: Boolean): ConsistentReads =
    if (consistentReads) ConsistentReads.CONSISTENT else ConsistentReads.EVENTUAL
