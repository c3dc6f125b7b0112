package dev.tempest.kotlin

import dev.tempest.Attributes
import dev.tempest.Change
import dev.tempest.Condition
import dev.tempest.NumberAttr

/** A condition on the properties of a subtype, for items of the sealed type [T]; see [Attributes.ofSubtype]. */
public inline fun <reified T : Any> ofSubtype(condition: Condition<out T>): Condition<T> =
    Attributes.ofSubtype(T::class.java, condition)

/** A change of the properties of a subtype, for items of the sealed type [T]; see [Attributes.ofSubtype]. */
public inline fun <reified T : Any> ofSubtype(change: Change<out T>): Change<T> =
    Attributes.ofSubtype(T::class.java, change)

/** A number in a subtype, to be incremented in items of the sealed type [T]; see [Attributes.ofSubtype]. */
public inline fun <reified T : Any, N : Number> ofSubtype(attribute: NumberAttr<out T, N>): NumberAttr<T, N> =
    Attributes.ofSubtype(T::class.java, attribute)
