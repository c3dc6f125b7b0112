// As in Conditions.kt: a value has the type of its property, or the call does not compile.
@file:Suppress("INVISIBLE_REFERENCE", "INVISIBLE_MEMBER")

package dev.tempest.kotlin

import dev.tempest.Attr
import dev.tempest.Attributes
import dev.tempest.Change
import dev.tempest.Condition
import dev.tempest.ListAttr
import dev.tempest.MapAttr
import dev.tempest.NumberAttr
import dev.tempest.SetAttr
import kotlin.internal.OnlyInputTypes
import kotlin.reflect.KProperty1

/**
 * Changes of single attributes, made in one request: `changes<Playlist> { Playlist::name set "x"; Playlist::plays add 1
 * }`. See [Attributes.changes].
 *
 * @throws IllegalArgumentException if [block] makes no change, or if two changes overlap
 */
public fun <T : Any> changes(block: Changes<T>.() -> Unit): Change<T> = Changes<T>().apply(block).build()

/** What the block of [changes] can say. For one thread. */
public class Changes<T : Any> internal constructor() {
    private val made = mutableListOf<Change<in T>>()
    private val conditions = mutableListOf<Condition<in T>>()
    private var isOrCreate = false

    /** Makes a change that was made elsewhere, too. */
    public fun include(change: Change<in T>) {
        made.add(change)
    }

    /** Makes the changes only if the stored item meets a condition; see [Change.onlyIf]. */
    public fun onlyIf(condition: Condition<in T>) {
        conditions.add(condition)
    }

    /** Creates the item if it does not exist; see [Change.orCreate]. */
    public fun orCreate() {
        isOrCreate = true
    }

    /** Sets the attribute; null removes it. See [Attr.set]. */
    public infix fun <@OnlyInputTypes V : Any> KProperty1<in T, V?>.set(value: V?): Unit =
        include(attrOf(this).set(value))

    /** Sets the attribute where it is absent; see [Attr.setIfAbsent]. */
    public infix fun <@OnlyInputTypes V : Any> KProperty1<in T, V?>.setIfAbsent(value: V): Unit =
        include(attrOf(this).setIfAbsent(value))

    /** Removes the attribute; see [Attr.remove]. */
    public fun KProperty1<in T, Any?>.remove(): Unit = include(attrOf(this).remove())

    /** Adds to a number; see [NumberAttr.add]. */
    public infix fun KProperty1<in T, Number?>.add(delta: Number): Unit =
        include(Attributes.number(attrOf(this)).add(delta))

    /** Adds elements to a set; see [SetAttr.addAll]. */
    public infix fun <@OnlyInputTypes E : Any> KProperty1<in T, Set<E>?>.addAll(elements: Collection<E>): Unit =
        include(Attributes.set(attrOf(this)).addAll(elements))

    /** Removes elements from a set; see [SetAttr.removeAll]. */
    public infix fun <@OnlyInputTypes E : Any> KProperty1<in T, Set<E>?>.removeAll(elements: Collection<E>): Unit =
        include(Attributes.set(attrOf(this)).removeAll(elements))

    /** Adds an element to the end of a list; see [ListAttr.append]. */
    public infix fun <@OnlyInputTypes E : Any> KProperty1<in T, List<E>?>.append(element: E): Unit =
        include(Attributes.list(attrOf(this)).append(element))

    /** Adds an element to the beginning of a list; see [ListAttr.prepend]. */
    public infix fun <@OnlyInputTypes E : Any> KProperty1<in T, List<E>?>.prepend(element: E): Unit =
        include(Attributes.list(attrOf(this)).prepend(element))

    /** Sets an element of a list: `Playlist::tracks[0] = track`; see [ListAttr.set]. */
    public operator fun <@OnlyInputTypes E : Any> KProperty1<in T, List<E>?>.set(index: Int, element: E): Unit =
        include(Attributes.list(attrOf(this)).set(index, element))

    /** Sets the value under a key of a map: `Playlist::notes["en"] = note`; see [MapAttr.at]. */
    public operator fun <K : Any, @OnlyInputTypes V : Any> KProperty1<in T, Map<K, V>?>.set(key: K, value: V?): Unit =
        include(Attributes.map(attrOf(this)).at(key).set(value))

    /** Removes an element of a list; see [ListAttr.remove]. */
    public fun KProperty1<in T, List<Any>?>.remove(index: Int): Unit =
        include(Attributes.list(attrOf(this)).remove(index))

    @JvmSynthetic
    internal fun build(): Change<T> {
        var change = Attributes.changes<T>(*made.toTypedArray())
        conditions.forEach { change = change.onlyIf(it) }
        return if (isOrCreate) change.orCreate() else change
    }
}
