package dev.tempest.kotlin

import dev.tempest.Attr
import dev.tempest.Attributes
import dev.tempest.ListAttr
import dev.tempest.MapAttr
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

/** The element at an index of a list: `Album::tracks[0] / Track::title`; see [ListAttr.at]. */
public operator fun <T : Any, E : Any> KProperty1<T, List<E>?>.get(index: Int): KProperty1<T, E?> =
    Part(this, { it?.getOrNull(index) }) { Attributes.list(it).at(index) }

/** The value under a key of a map: `Album::plays["NZ"]`; see [MapAttr.at]. */
public operator fun <T : Any, K : Any, V : Any> KProperty1<T, Map<K, V>?>.get(key: K): KProperty1<T, V?> =
    Part(this, { it?.get(key) }) { Attributes.map(it).at(key) }

/** An attribute, such as `attr(Playlist::name)`; see [Attributes.attr]. */
public fun <T : Any, V : Any> attr(property: KProperty1<T, V?>): Attr<T, V> = attrOf(property)

/** An attribute by the accessor of a class written in Java, such as `attr(Album::getTitle)`; see [Attributes.attr]. */
public fun <T : Any, V : Any> attr(accessor: KFunction1<T, V?>): Attr<T, V> =
    Attributes.attr(NamedGetter(listOf(accessor), accessor))

/** A property of the value that an attribute holds: `list(Album::tracks).at(0) / Track::title`; see [Attr.then]. */
public operator fun <T : Any, V : Any, W : Any> Attr<T, V>.div(next: KProperty1<V, W?>): Attr<T, W> = after(this, next)

/** An attribute that holds text; see [Attributes.text]. */
public fun <T : Any> text(property: KProperty1<T, String?>): TextAttr<T> = Attributes.text(attrOf(property))

/** An attribute that holds a number; see [Attributes.number]. */
public fun <T : Any, N : Number> number(property: KProperty1<T, N?>): NumberAttr<T, N> =
    Attributes.number(attrOf(property))

/** An attribute that holds a set; see [Attributes.set]. */
public fun <T : Any, E : Any> set(property: KProperty1<T, Set<E>?>): SetAttr<T, E> = Attributes.set(attrOf(property))

/** An attribute that holds a list; see [Attributes.list]. */
public fun <T : Any, E : Any> list(property: KProperty1<T, List<E>?>): ListAttr<T, E> =
    Attributes.list(attrOf(property))

/** An attribute that holds a map from keys to values; see [Attributes.map]. */
public fun <T : Any, K : Any, V : Any> map(property: KProperty1<T, Map<K, V>?>): MapAttr<T, K, V> =
    Attributes.map(attrOf(property))

/** The elements of a set or list: the library treats both alike where it asks for an element. */
@JvmSynthetic
@Suppress("UNCHECKED_CAST")
internal fun <T : Any, E : Any> elements(property: KProperty1<T, Collection<E>?>): ListAttr<T, E> =
    Attributes.list(attrOf(property) as Attr<T, List<E>>)

/** What the core makes an attribute of; a supertype's property is one of the type, too. */
@JvmSynthetic internal fun <T : Any, V : Any> attrOf(property: KProperty1<in T, V?>): Attr<T, V> = after(null, property)

/** The attribute of a property of what another attribute holds; of the item if that is null. */
@Suppress("UNCHECKED_CAST")
private fun <T : Any, V : Any> after(outer: Attr<T, *>?, property: KProperty1<*, *>): Attr<T, V> =
    within(outer as Attr<Any, Any>?, property) as Attr<T, V>

@Suppress("UNCHECKED_CAST")
private fun within(outer: Attr<Any, Any>?, property: KProperty1<*, *>): Attr<Any, Any> {
    val names = names(property)
    return when {
        names != null -> {
            val getter = NamedGetter(names, property as (Any) -> Any?)
            outer?.then(getter) ?: Attributes.attr(getter)
        }
        property is PropertyPath<*, *, *> -> within(within(outer, property.first), property.next)
        else -> (property as Part<Any, Any, Any>).attribute(within(outer, property.whole))
    }
}

/** The properties one after the other; null if there is more than properties in the path. */
private fun names(property: KProperty1<*, *>): List<KCallable<*>>? =
    when (property) {
        is PropertyPath<*, *, *> -> names(property.first)?.let { first -> names(property.next)?.let { first + it } }
        is Part<*, *, *> -> null
        else -> listOf(property)
    }

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

/** What is found in the value of a property, as one. Its type and its annotations are those of another property. */
private abstract class Within<T : Any, V : Any>(described: KCallable<*>) :
    KProperty1<T, V?>, KCallable<V?> by (@Suppress("UNCHECKED_CAST") (described as KCallable<V?>)) {
    override val isConst: Boolean
        get() = false

    override val isLateinit: Boolean
        get() = false

    override val getter: KProperty1.Getter<T, V?>
        get() = throw UnsupportedOperationException("$this has no getter")

    override fun invoke(receiver: T): V? = get(receiver)

    override fun getDelegate(receiver: T): Any? = null
}

/** Two properties, one after the other. */
private class PropertyPath<T : Any, A : Any, V : Any>(val first: KProperty1<T, A?>, val next: KProperty1<A, V?>) :
    Within<T, V>(next) {
    override fun get(receiver: T): V? = first.get(receiver)?.let(next)

    override fun toString(): String = "$first / $next"
}

/** An element of a list, or a value of a map. */
private class Part<T : Any, W : Any, V : Any>(
    val whole: KProperty1<T, W?>,
    private val read: (W?) -> V?,
    val attribute: (Attr<T, W>) -> Attr<T, V>,
) : Within<T, V>(whole) {
    override fun get(receiver: T): V? = read(whole.get(receiver))

    override fun toString(): String = "$whole[*]"
}
