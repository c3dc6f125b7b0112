package dev.tempest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one item type, whose name need not be written again: {@code albums.attr(a -> a.title)}.
 *
 * @param <T> the item type
 */
public interface ItemAttributes<T> {
    /** An attribute; see {@link Attributes#attr}. */
    default <V> Attr<T, V> attr(Getter<T, @Nullable V> getter) {
        return Attributes.attr(getter);
    }

    /** An attribute that holds text. */
    default TextAttr<T> text(Getter<T, @Nullable String> getter) {
        return Attributes.text(getter);
    }

    /** An attribute that holds a number. */
    default <N extends Number> NumberAttr<T, N> number(Getter<T, @Nullable N> getter) {
        return Attributes.number(getter);
    }

    /** An attribute that holds a set. */
    default <E> SetAttr<T, E> set(Getter<T, @Nullable Set<E>> getter) {
        return Attributes.set(getter);
    }

    /** An attribute that holds a list. */
    default <E> ListAttr<T, E> list(Getter<T, @Nullable List<E>> getter) {
        return Attributes.list(getter);
    }

    /** An attribute that holds a map from keys to values. */
    default <K, V> MapAttr<T, K, V> map(Getter<T, @Nullable Map<K, V>> getter) {
        return Attributes.map(getter);
    }

    /**
     * An attribute by the name of its property, for names that are known only at run time.
     *
     * @param type the property's type, or the boxed type of a primitive
     * @throws IllegalArgumentException if the item type has no such property, or if it is of another type
     */
    <V> Attr<T, V> attribute(String property, Class<V> type);
}
