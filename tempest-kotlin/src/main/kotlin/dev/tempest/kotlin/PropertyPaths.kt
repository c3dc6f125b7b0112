package dev.tempest.kotlin

import dev.tempest.Attr
import dev.tempest.Attributes
import dev.tempest.ListAttr
import dev.tempest.NumberAttr
import dev.tempest.PropertyGetter
import dev.tempest.SetAttr
import dev.tempest.TextAttr
import kotlin.jvm.internal.CallableReference
import kotlin.jvm.internal.ClassBasedDeclarationContainer
import kotlin.reflect.KCallable
import kotlin.reflect.KFunction1
import kotlin.reflect.KProperty1

/** The property [next] of the value that a property holds: `Album::label / Label::city`. */
public operator fun <T : Any, A : Any, V : Any> KProperty1<T, A?>.div(next: KProperty1<A, V?>): KProperty1<T, V?> =
    PropertyPath(this, next)

/** An attribute, such as `attr(Playlist::name)`; see [Attributes.attr]. */
public fun <T : Any, V : Any> attr(property: KProperty1<T, V?>): Attr<T, V> = Attributes.attr(getter(property))

/** An attribute by the accessor of a class written in Java, such as `attr(Album::getTitle)`; see [Attributes.attr]. */
public fun <T : Any, V : Any> attr(accessor: KFunction1<T, V?>): Attr<T, V> = Attributes.attr(getter(accessor))

/** An attribute that holds text; see [Attributes.text]. */
public fun <T : Any> text(property: KProperty1<T, String?>): TextAttr<T> = Attributes.text(getter(property))

/** An attribute that holds a number; see [Attributes.number]. */
public fun <T : Any, N : Number> number(property: KProperty1<T, N?>): NumberAttr<T, N> =
    Attributes.number(getter(property))

/** An attribute that holds a set; see [Attributes.set]. */
public fun <T : Any, E : Any> set(property: KProperty1<T, Set<E>?>): SetAttr<T, E> = Attributes.set(getter(property))

/** An attribute that holds a list; see [Attributes.list]. */
public fun <T : Any, E : Any> list(property: KProperty1<T, List<E>?>): ListAttr<T, E> =
    Attributes.list(getter(property))

/** The elements of a set or list: the library treats both alike where it asks for an element. */
@JvmSynthetic
internal fun <T : Any, E : Any> elements(property: KProperty1<T, Collection<E>?>): ListAttr<T, E> =
    Attributes.list(NamedGetter(steps(property)) { property.get(it)?.toList() })

/** What the core makes an attribute of; a supertype's property is one of the type, too. */
@JvmSynthetic
internal fun <T : Any, V> getter(property: KProperty1<in T, V>): PropertyGetter<T, V> =
    NamedGetter(steps(property), property::get)

private fun <T : Any, V> getter(accessor: KFunction1<T, V>): PropertyGetter<T, V> =
    NamedGetter(listOf(accessor), accessor)

private fun steps(property: KProperty1<*, *>): List<KCallable<*>> =
    if (property is PropertyPath<*, *, *>) steps(property.first) + steps(property.next) else listOf(property)

private class NamedGetter<T : Any, V>(private val steps: List<KCallable<*>>, private val read: (T) -> V) :
    PropertyGetter<T, V> {
    override fun apply(item: T): V = read(item)

    override fun owner(): Class<*> {
        val reference = steps.first()
        val owner = (reference as? CallableReference)?.owner as? ClassBasedDeclarationContainer
        return requireNotNull(owner) {
                "$reference does not say which class it belongs to. Write a property reference, such as Album::title."
            }
            .jClass
    }

    override fun properties(): List<String> = steps.map { it.name }
}

/** Two properties, one after the other, as one. Its type and its annotations are those of the last one. */
private class PropertyPath<T : Any, A : Any, V : Any>(val first: KProperty1<T, A?>, val next: KProperty1<A, V?>) :
    KProperty1<T, V?>, KCallable<V?> by next {
    override val isConst: Boolean
        get() = false

    override val isLateinit: Boolean
        get() = false

    override val getter: KProperty1.Getter<T, V?>
        get() = throw UnsupportedOperationException("$this has no getter")

    override fun get(receiver: T): V? = first.get(receiver)?.let(next)

    override fun invoke(receiver: T): V? = get(receiver)

    override fun getDelegate(receiver: T): Any? = null

    override fun toString(): String = "$first / $next"
}
