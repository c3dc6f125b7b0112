package dev.tempest;

import dev.tempest.internal.attr.Edit;
import dev.tempest.internal.attr.PropertyAttr;
import dev.tempest.internal.attr.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes conditions and changes without an attribute's name in a string. Import the methods statically:
 *
 * <pre>{@code
 * attr(Playlist::name).eq("Lighthouse").and(number(Playlist::plays).gt(100L))
 * }</pre>
 *
 * <p>{@code attr} has what every attribute can do. {@code text}, {@code number}, {@code set}, {@code list} and {@code map} add what
 * only such attributes can: {@code beginsWith}, {@code add}, {@code addAll}, {@code append}, {@code at}. Each takes
 *
 * <ul>
 *   <li>a method reference to the accessor: {@code attr(Album::title)}
 *   <li>a lambda expression that reads a field: {@code attr((Album a) -> a.title)}
 *   <li>a lambda expression that reads a property of a nested value: {@code attr((Album a) -> a.label().city())}, also of an
 *       element of a list by a constant index, or of a map's value by a constant string: {@code a.tracks().get(0).title()}
 * </ul>
 *
 * <p>An index or a key that is not a constant is given to {@link ListAttr#at} or {@link MapAttr#at}, and {@link Attr#then} goes on
 * from there: {@code list(Album::tracks).at(index).then(Track::title)}.
 *
 * <p>The expression is not called. What it reads is found out when it is first used, and remembered for as long as its class is
 * loaded. On a view, the item type need not be written: {@code albums.attr(a -> a.title)}. Kotlin callers use property
 * references, with the functions of {@code tempest-kotlin}.
 *
 * <p>In a native image, expressions can be read only if it is built with the serialization of their lambdas. A property can be
 * named there by {@link ItemAttributes#attribute}.
 */
public final class Attributes {
    private Attributes() {}

    /**
     * An attribute.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    public static <T, V> Attr<T, V> attr(Getter<T, @Nullable V> getter) {
        return PropertyAttr.of(getter);
    }

    /**
     * An attribute that holds text.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    public static <T> TextAttr<T> text(Getter<T, @Nullable String> getter) {
        return PropertyAttr.textOf(getter);
    }

    /** An attribute that holds text, with what only text has: {@code text(map(Album::notes).at("en"))}. */
    public static <T> TextAttr<T> text(Attr<T, String> attribute) {
        return PropertyAttr.textOf(attribute);
    }

    /**
     * An attribute that holds a number.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    public static <T, N extends Number> NumberAttr<T, N> number(Getter<T, @Nullable N> getter) {
        return PropertyAttr.numberOf(getter);
    }

    /** An attribute that holds a number, with what only numbers have: {@code number(map(Album::playsByCountry).at("NZ"))}. */
    public static <T, N extends Number> NumberAttr<T, N> number(Attr<T, N> attribute) {
        return PropertyAttr.numberOf(attribute);
    }

    /**
     * An attribute that holds a set.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    public static <T, E> SetAttr<T, E> set(Getter<T, @Nullable Set<E>> getter) {
        return PropertyAttr.setOf(getter);
    }

    /** An attribute that holds a set, with what only sets have. */
    public static <T, E> SetAttr<T, E> set(Attr<T, Set<E>> attribute) {
        return PropertyAttr.setOf(attribute);
    }

    /**
     * An attribute that holds a list.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    public static <T, E> ListAttr<T, E> list(Getter<T, @Nullable List<E>> getter) {
        return PropertyAttr.listOf(getter);
    }

    /** An attribute that holds a list, with what only lists have. */
    public static <T, E> ListAttr<T, E> list(Attr<T, List<E>> attribute) {
        return PropertyAttr.listOf(attribute);
    }

    /**
     * An attribute that holds a map from keys to values.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    public static <T, K, V> MapAttr<T, K, V> map(Getter<T, @Nullable Map<K, V>> getter) {
        return PropertyAttr.mapOf(getter);
    }

    /** An attribute that holds a map, with what only maps have. */
    public static <T, K, V> MapAttr<T, K, V> map(Attr<T, Map<K, V>> attribute) {
        return PropertyAttr.mapOf(attribute);
    }

    /**
     * Makes all of the changes, in one request. DynamoDB computes all of them from the item as it was.
     *
     * @throws IllegalArgumentException if no change is given, if two of them change the same attribute, or if one changes a part of
     *     what another changes
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied.
    public static <T> Change<T> changes(Change<? super T>... changes) {
        return Edit.all(List.of(changes));
    }

    /**
     * Holds if all of the conditions hold.
     *
     * @throws IllegalArgumentException if no condition is given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied.
    public static <T> Condition<T> allOf(Condition<? super T>... conditions) {
        return Term.all(List.of(conditions));
    }

    /**
     * Holds if at least one of the conditions holds.
     *
     * @throws IllegalArgumentException if no condition is given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is copied.
    public static <T> Condition<T> anyOf(Condition<? super T>... conditions) {
        return Term.any(List.of(conditions));
    }

    /**
     * A condition on the properties of a subtype, for items of a sealed type. An item of another subtype does not meet it.
     *
     * @param itemType the sealed type
     */
    @SuppressWarnings("unchecked") // Nobody gets an item from it.
    public static <T> Condition<T> ofSubtype(Class<T> itemType, Condition<? extends T> condition) {
        return (Condition<T>) condition;
    }

    /**
     * A change of the properties of a subtype, for items of a sealed type. The stored item must be of that subtype: that is a
     * condition of the change.
     *
     * @param itemType the sealed type
     */
    @SuppressWarnings("unchecked") // As above.
    public static <T> Change<T> ofSubtype(Class<T> itemType, Change<? extends T> change) {
        return (Change<T>) change;
    }

    /**
     * A number in a subtype, to be incremented in items of a sealed type. The stored item must be of that subtype: that is a
     * condition of the increment.
     *
     * @param itemType the sealed type
     */
    @SuppressWarnings("unchecked") // As above.
    public static <T, N extends Number> NumberAttr<T, N> ofSubtype(
            Class<T> itemType, NumberAttr<? extends T, N> attribute) {
        return (NumberAttr<T, N>) attribute;
    }

    /** Holds if the condition does not. */
    public static <T> Condition<T> not(Condition<T> condition) {
        return condition.not();
    }
}
