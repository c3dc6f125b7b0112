// A value has the type of its property, or the call does not compile. The compiler's own annotation says so, which is
// not for
// others to use; without it, Kotlin finds a supertype of any two types, and the library would notice only at run time.
@file:Suppress("INVISIBLE_REFERENCE", "INVISIBLE_MEMBER", "EXTENSION_SHADOWED_BY_MEMBER")

package dev.tempest.kotlin

import dev.tempest.Attr
import dev.tempest.Condition
import dev.tempest.ListAttr
import dev.tempest.SetAttr
import dev.tempest.Size
import dev.tempest.TextAttr
import kotlin.internal.OnlyInputTypes
import kotlin.reflect.KProperty1

/** Holds if both conditions hold; see [Condition.and]. */
public infix fun <T : Any> Condition<T>.and(other: Condition<in T>): Condition<T> = and(other)

/** Holds if at least one of the conditions holds; see [Condition.or]. */
public infix fun <T : Any> Condition<T>.or(other: Condition<in T>): Condition<T> = or(other)

/** Holds if the attribute has the value; with null, if it has none. See [Attr.eq]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.eq(value: V?): Condition<T> = attr(this).eq(value)

/** Holds if both attributes are equal; see [Attr.eq]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.eq(other: KProperty1<T, V?>): Condition<T> =
    attr(this).eq(attr(other))

/** Holds if the attribute does not have the value; with null, if it has one. See [Attr.ne]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.ne(value: V?): Condition<T> = attr(this).ne(value)

/** Holds if the attributes differ; see [Attr.ne]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.ne(other: KProperty1<T, V?>): Condition<T> =
    attr(this).ne(attr(other))

/** Holds if the attribute is less than the value; see [Attr.lt]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.lt(value: V): Condition<T> = attr(this).lt(value)

/** Holds if the attribute is less than the other; see [Attr.lt]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.lt(other: KProperty1<T, V?>): Condition<T> =
    attr(this).lt(attr(other))

/** Holds if the attribute is the value, or less; see [Attr.le]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.le(value: V): Condition<T> = attr(this).le(value)

/** Holds if the attribute is equal to the other, or less; see [Attr.le]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.le(other: KProperty1<T, V?>): Condition<T> =
    attr(this).le(attr(other))

/** Holds if the attribute is greater than the value; see [Attr.gt]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.gt(value: V): Condition<T> = attr(this).gt(value)

/** Holds if the attribute is greater than the other; see [Attr.gt]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.gt(other: KProperty1<T, V?>): Condition<T> =
    attr(this).gt(attr(other))

/** Holds if the attribute is the value, or greater; see [Attr.ge]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.ge(value: V): Condition<T> = attr(this).ge(value)

/** Holds if the attribute is equal to the other, or greater; see [Attr.ge]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.ge(other: KProperty1<T, V?>): Condition<T> =
    attr(this).ge(attr(other))

/** Holds if the attribute lies in the range: `Playlist::plays between 1L..100L`; see [Attr.between]. */
public infix fun <T : Any, V : Comparable<V>> KProperty1<T, V?>.between(range: ClosedRange<V>): Condition<T> =
    attr(this).between(range.start, range.endInclusive)

/** Holds if the attribute has one of the values; see `in` of [Attr]. */
public infix fun <T : Any, @OnlyInputTypes V : Any> KProperty1<T, V?>.isIn(values: Collection<V>): Condition<T> =
    attr(this).`in`(values)

/** Holds if the attribute is there; see [Attr.exists]. */
public fun <T : Any> KProperty1<T, Any?>.exists(): Condition<T> = attr(this).exists()

/** Holds if the attribute is not there; see [Attr.absent]. */
public fun <T : Any> KProperty1<T, Any?>.absent(): Condition<T> = attr(this).absent()

/** Holds if the text begins with the prefix; see [TextAttr.beginsWith]. */
public infix fun <T : Any> KProperty1<T, String?>.beginsWith(prefix: String): Condition<T> =
    text(this).beginsWith(prefix)

/** Holds if the text contains the part; see [TextAttr.contains]. */
public infix fun <T : Any> KProperty1<T, String?>.contains(part: String): Condition<T> = text(this).contains(part)

/** Holds if the set or list has the element; see [SetAttr.contains] and [ListAttr.contains]. */
public infix fun <T : Any, @OnlyInputTypes E : Any> KProperty1<T, Collection<E>?>.contains(element: E): Condition<T> =
    elements(this).contains(element)

/** The attribute's size; see [Attr.size]. */
public fun <T : Any> KProperty1<T, Any?>.size(): Size<T> = attr(this).size()

/** Holds if the attribute has the size; see [Size.eq]. */
public infix fun <T : Any> Size<T>.eq(size: Int): Condition<T> = eq(size)

/** Holds if the attribute has another size; see [Size.ne]. */
public infix fun <T : Any> Size<T>.ne(size: Int): Condition<T> = ne(size)

/** Holds if the attribute is smaller; see [Size.lt]. */
public infix fun <T : Any> Size<T>.lt(size: Int): Condition<T> = lt(size)

/** Holds if the attribute has the size, or is smaller; see [Size.le]. */
public infix fun <T : Any> Size<T>.le(size: Int): Condition<T> = le(size)

/** Holds if the attribute is larger; see [Size.gt]. */
public infix fun <T : Any> Size<T>.gt(size: Int): Condition<T> = gt(size)

/** Holds if the attribute has the size, or is larger; see [Size.ge]. */
public infix fun <T : Any> Size<T>.ge(size: Int): Condition<T> = ge(size)

/** Holds if the attribute's size lies in the range; see [Size.between]. */
public infix fun <T : Any> Size<T>.between(range: IntRange): Condition<T> = between(range.first, range.last)
