package dev.tempest.kotlin

import dev.tempest.ItemSet
import dev.tempest.KeySet

/** The items of one type, in their order. */
public inline fun <reified I : Any> ItemSet.getItems(): List<I> = getItems(I::class.java)

/** The keys of one type, in their order. */
public inline fun <reified K : Any> KeySet.getKeys(): List<K> = getKeys(K::class.java)

/** The item of a key, or null if it does not exist; see [ItemSet.get]. */
public inline fun <reified I : Any> ItemSet.get(key: Any): I? = get(key, I::class.java)
