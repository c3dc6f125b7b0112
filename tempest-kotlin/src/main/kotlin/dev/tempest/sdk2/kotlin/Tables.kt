package dev.tempest.sdk2.kotlin

import dev.tempest.Codec
import dev.tempest.Condition
import dev.tempest.ItemSet
import dev.tempest.KeyCondition
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncItemCollection
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import dev.tempest.sdk2.AsyncSecondaryIndex
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.ItemCollection
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import kotlin.reflect.KClass
import kotlinx.coroutines.future.await
import software.amazon.awssdk.enhanced.dynamodb.Expression

/** A table for which the interface declares no property; see [LogicalDb.logicalTable]. */
public fun <T : LogicalTable<*>> LogicalDb.logicalTable(tableName: String, tableType: KClass<T>): T =
    logicalTable(tableName, tableType.java)

/** A table for which the interface declares no property; see [LogicalDb.logicalTable]. */
public inline fun <reified T : LogicalTable<*>> LogicalDb.logicalTable(tableName: String): T =
    logicalTable(tableName, T::class.java)

/** A table for which the interface declares no property; see [LogicalDb.logicalTable]. */
public fun <T : AsyncLogicalTable<*>> AsyncLogicalDb.logicalTable(tableName: String, tableType: KClass<T>): T =
    logicalTable(tableName, tableType.java)

/** A table for which the interface declares no property; see [LogicalDb.logicalTable]. */
public inline fun <reified T : AsyncLogicalTable<*>> AsyncLogicalDb.logicalTable(tableName: String): T =
    logicalTable(tableName, T::class.java)

/** A view of an item type for which the interface declares no property; see [LogicalTable.inlineView]. */
public fun <K : Any, I : Any> LogicalTable<*>.inlineView(keyType: KClass<K>, itemType: KClass<I>): InlineView<K, I> =
    inlineView(keyType.java, itemType.java)

/** A view of an item type for which the interface declares no property; see [LogicalTable.inlineView]. */
public fun <K : Any, I : Any> AsyncLogicalTable<*>.inlineView(
    keyType: KClass<K>,
    itemType: KClass<I>,
): AsyncInlineView<K, I> = inlineView(keyType.java, itemType.java)

/** A secondary index for which the interface declares no property; see [LogicalTable.secondaryIndex]. */
public fun <K : Any, I : Any> LogicalTable<*>.secondaryIndex(
    offsetType: KClass<K>,
    itemType: KClass<I>,
): SecondaryIndex<K, I> = secondaryIndex(offsetType.java, itemType.java)

/** A secondary index for which the interface declares no property; see [LogicalTable.secondaryIndex]. */
public fun <K : Any, I : Any> AsyncLogicalTable<*>.secondaryIndex(
    offsetType: KClass<K>,
    itemType: KClass<I>,
): AsyncSecondaryIndex<K, I> = secondaryIndex(offsetType.java, itemType.java)

/** An item collection for which the interface declares no property; see [LogicalTable.itemCollection]. */
public fun <K : Any, A : Any> LogicalTable<*>.itemCollection(
    keyType: KClass<K>,
    type: KClass<A>,
): ItemCollection<K, A> = itemCollection(keyType.java, type.java)

/** An item collection for which the interface declares no property; see [LogicalTable.itemCollection]. */
public fun <K : Any, A : Any> AsyncLogicalTable<*>.itemCollection(
    keyType: KClass<K>,
    type: KClass<A>,
): AsyncItemCollection<K, A> = itemCollection(keyType.java, type.java)

/** The codec between raw items and an item or key type of the table; see [LogicalTable.codec]. */
public fun <T : Any, RI : Any> LogicalTable<RI>.codec(type: KClass<T>): Codec<T, RI> = codec(type.java)

/** The codec between raw items and an item or key type of the table; see [LogicalTable.codec]. */
public fun <T : Any, RI : Any> AsyncLogicalTable<RI>.codec(type: KClass<T>): Codec<T, RI> = codec(type.java)

/**
 * Loads the items of several types from one partition; see [LogicalTable.loadPartition].
 *
 * @param key says which partition: a key of any of the item types, or an object whose one property is the partition's
 * @param itemTypes whose items are wanted
 */
public fun LogicalTable<*>.loadPartition(
    key: Any,
    vararg itemTypes: KClass<*>,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): ItemSet =
    loadPartition(
        key,
        QueryConfig(asc, pageSize, consistentRead, filterExpression, filter = filter, limit = limit),
        *classes(itemTypes),
    )

/**
 * Loads the items of several types from a part of one partition; see [LogicalTable.loadPartition].
 *
 * @param condition compares sort keys as they are stored
 * @param itemTypes whose items are wanted
 */
public fun LogicalTable<*>.loadPartition(
    condition: KeyCondition<*>,
    vararg itemTypes: KClass<*>,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): ItemSet =
    loadPartition(
        condition,
        QueryConfig(asc, pageSize, consistentRead, filterExpression, filter = filter, limit = limit),
        *classes(itemTypes),
    )

/** Loads the items of several types from one partition; see [LogicalTable.loadPartition]. */
public suspend fun AsyncLogicalTable<*>.loadPartition(
    key: Any,
    vararg itemTypes: KClass<*>,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): ItemSet =
    loadPartitionAsync(
            key,
            QueryConfig(asc, pageSize, consistentRead, filterExpression, filter = filter, limit = limit),
            *classes(itemTypes),
        )
        .await()

/** Loads the items of several types from a part of one partition; see [LogicalTable.loadPartition]. */
public suspend fun AsyncLogicalTable<*>.loadPartition(
    condition: KeyCondition<*>,
    vararg itemTypes: KClass<*>,
    asc: Boolean = true,
    pageSize: Int = Int.MAX_VALUE,
    consistentRead: Boolean = false,
    filterExpression: Expression? = null,
    filter: Condition<*>? = null,
    limit: Int? = null,
): ItemSet =
    loadPartitionAsync(
            condition,
            QueryConfig(asc, pageSize, consistentRead, filterExpression, filter = filter, limit = limit),
            *classes(itemTypes),
        )
        .await()

private fun classes(types: Array<out KClass<*>>): Array<Class<*>> = Array(types.size) { types[it].java }
