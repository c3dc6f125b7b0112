// Named arguments are what these functions are for: the members that they call, being Java's, take none.
@file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.sdk2.kotlin

import dev.tempest.sdk2.BatchWriteSet
import dev.tempest.sdk2.Increment
import dev.tempest.sdk2.TransactionWriteSet
import software.amazon.awssdk.enhanced.dynamodb.Expression

/**
 * Says what to do in a batch.
 *
 * ```
 * db.batchWrite(batchWriteSet {
 *     clobber(track, anotherTrack)
 *     delete(AlbumTrack.Key("ALBUM_1", "3"))
 * })
 * ```
 */
public inline fun batchWriteSet(operations: BatchWriteSet.Builder.() -> Unit): BatchWriteSet =
    BatchWriteSet.builder().apply(operations).build()

/**
 * Says what to do in a transaction.
 *
 * ```
 * db.transactionWrite(transactionWriteSet {
 *     save(playlist, expression = ifPlaylistVersionIs(3))
 *     delete(AlbumTrack.Key("ALBUM_1", "3"))
 * })
 * ```
 *
 * @param idempotencyToken names the transaction, so that DynamoDB does it once within ten minutes; 36 characters at
 *   most
 */
public inline fun transactionWriteSet(
    idempotencyToken: String? = null,
    operations: TransactionWriteSet.Builder.() -> Unit,
): TransactionWriteSet = TransactionWriteSet.builder().idempotencyToken(idempotencyToken).apply(operations).build()

/** Adds an item to write if the stored one meets the condition; see [TransactionWriteSet.Save]. */
public fun TransactionWriteSet.Builder.save(item: Any, expression: Expression? = null): TransactionWriteSet.Builder =
    save(item, expression)

/** Adds an item whose type's attributes are to be written; see [TransactionWriteSet.Merge]. */
public fun TransactionWriteSet.Builder.merge(item: Any, expression: Expression? = null): TransactionWriteSet.Builder =
    merge(item, expression)

/** Adds a key, or an item, to delete if the stored item meets the condition; see [TransactionWriteSet.Delete]. */
public fun TransactionWriteSet.Builder.delete(
    keyOrItem: Any,
    expression: Expression? = null,
): TransactionWriteSet.Builder = delete(keyOrItem, expression)

/** Adds a condition that the item of a key must meet; null for an item that exists. */
public fun TransactionWriteSet.Builder.checkCondition(
    key: Any,
    expression: Expression? = null,
): TransactionWriteSet.Builder = checkCondition(key, expression)

/** Adds an increment of the item of a key; see [TransactionWriteSet.Builder.increment]. */
public fun TransactionWriteSet.Builder.increment(key: Any, increment: Increment<*>): TransactionWriteSet.Builder =
    increment(key, increment)
