package dev.tempest.sdk1.kotlin

import dev.tempest.Codec
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.SecondaryIndex
import kotlin.reflect.KClass

/** A table for which the interface declares no property; see [LogicalDb.logicalTable]. */
public fun <T : LogicalTable<*>> LogicalDb.logicalTable(tableName: String, tableType: KClass<T>): T =
    logicalTable(tableName, tableType.java)

/** A table for which the interface declares no property; see [LogicalDb.logicalTable]. */
public inline fun <reified T : LogicalTable<*>> LogicalDb.logicalTable(tableName: String): T =
    logicalTable(tableName, T::class.java)

/** A view of an item type for which the interface declares no property; see [LogicalTable.inlineView]. */
public fun <K : Any, I : Any> LogicalTable<*>.inlineView(keyType: KClass<K>, itemType: KClass<I>): InlineView<K, I> =
    inlineView(keyType.java, itemType.java)

/** A secondary index for which the interface declares no property; see [LogicalTable.secondaryIndex]. */
public fun <K : Any, I : Any> LogicalTable<*>.secondaryIndex(
    offsetType: KClass<K>,
    itemType: KClass<I>,
): SecondaryIndex<K, I> = secondaryIndex(offsetType.java, itemType.java)

/** The codec between raw items and an item or key type of the table; see [LogicalTable.codec]. */
public fun <T : Any, RI : Any> LogicalTable<RI>.codec(type: KClass<T>): Codec<T, RI> = codec(type.java)
