package dev.tempest.internal.attr;

import dev.tempest.Attr;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.Getter;
import dev.tempest.ListAttr;
import dev.tempest.MapAttr;
import dev.tempest.NumberAttr;
import dev.tempest.SetAttr;
import dev.tempest.Size;
import dev.tempest.TextAttr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A property, from which conditions and changes are made. */
public class PropertyAttr<T, V> implements Attr<T, V> {
    private final PropertyPath path;

    PropertyAttr(PropertyPath path) {
        this.path = path;
    }

    /** The attribute that a method reference or lambda expression names. */
    public static <T, V> Attr<T, V> of(Getter<T, @Nullable V> getter) {
        return GetterAttrs.of(getter).any();
    }

    /** The same, for text. */
    public static <T> TextAttr<T> textOf(Getter<T, @Nullable String> getter) {
        return GetterAttrs.of(getter).text();
    }

    /** The same, for numbers. */
    public static <T, N extends Number> NumberAttr<T, N> numberOf(Getter<T, @Nullable N> getter) {
        return GetterAttrs.of(getter).number();
    }

    /** The same, for sets. */
    public static <T, E> SetAttr<T, E> setOf(Getter<T, @Nullable Set<E>> getter) {
        return GetterAttrs.of(getter).set();
    }

    /** The same, for lists. */
    public static <T, E> ListAttr<T, E> listOf(Getter<T, @Nullable List<E>> getter) {
        return GetterAttrs.of(getter).list();
    }

    /** The same, for maps. */
    public static <T, K, V> MapAttr<T, K, V> mapOf(Getter<T, @Nullable Map<K, V>> getter) {
        return GetterAttrs.of(getter).map();
    }

    /** An attribute that holds text, with what only text has. */
    public static <T> TextAttr<T> textOf(Attr<T, String> attribute) {
        return new Text<>(pathOf(attribute));
    }

    /** The same, for numbers. */
    public static <T, N extends Number> NumberAttr<T, N> numberOf(Attr<T, N> attribute) {
        return new Numeric<>(pathOf(attribute));
    }

    /** The same, for sets. */
    public static <T, E> SetAttr<T, E> setOf(Attr<T, Set<E>> attribute) {
        return new OfSet<>(pathOf(attribute));
    }

    /** The same, for lists. */
    public static <T, E> ListAttr<T, E> listOf(Attr<T, List<E>> attribute) {
        return new OfList<>(pathOf(attribute));
    }

    /** The same, for maps. */
    public static <T, K, V> MapAttr<T, K, V> mapOf(Attr<T, Map<K, V>> attribute) {
        return new OfMap<>(pathOf(attribute));
    }

    /** The attribute of a property, whose type the caller answers for. */
    public static <T, V> Attr<T, V> of(PropertyPath path) {
        return new PropertyAttr<>(path);
    }

    @Override
    public final Condition<T> eq(@Nullable V value) {
        return new Term.Comparison<>(path, Operator.EQ, value);
    }

    @Override
    public final Condition<T> eq(Attr<? super T, V> other) {
        return compare(Operator.EQ, other);
    }

    @Override
    public final Condition<T> ne(@Nullable V value) {
        return new Term.Comparison<>(path, Operator.NE, value);
    }

    @Override
    public final Condition<T> ne(Attr<? super T, V> other) {
        return compare(Operator.NE, other);
    }

    @Override
    public final Condition<T> lt(V value) {
        return compare(Operator.LT, value);
    }

    @Override
    public final Condition<T> lt(Attr<? super T, V> other) {
        return compare(Operator.LT, other);
    }

    @Override
    public final Condition<T> le(V value) {
        return compare(Operator.LE, value);
    }

    @Override
    public final Condition<T> le(Attr<? super T, V> other) {
        return compare(Operator.LE, other);
    }

    @Override
    public final Condition<T> gt(V value) {
        return compare(Operator.GT, value);
    }

    @Override
    public final Condition<T> gt(Attr<? super T, V> other) {
        return compare(Operator.GT, other);
    }

    @Override
    public final Condition<T> ge(V value) {
        return compare(Operator.GE, value);
    }

    @Override
    public final Condition<T> ge(Attr<? super T, V> other) {
        return compare(Operator.GE, other);
    }

    @Override
    public final Condition<T> between(V low, V high) {
        return new Term.Between<>(path, require(low, "between"), require(high, "between"));
    }

    @Override
    public final Condition<T> in(Collection<? extends V> values) {
        return new Term.In<>(path, List.copyOf(requireAll(values, "in")));
    }

    @Override
    public final Condition<T> exists() {
        return new Term.Existence<>(path, true);
    }

    @Override
    public final Condition<T> absent() {
        return new Term.Existence<>(path, false);
    }

    @Override
    public final Size<T> size() {
        return new PropertySize<>(path);
    }

    @Override
    public final Change<T> set(@Nullable V value) {
        return Edit.of(new Edit.Assign(path, value));
    }

    @Override
    public final Change<T> setIfAbsent(V value) {
        return Edit.of(new Edit.SetIfAbsent(path, require(value, "setIfAbsent")));
    }

    @Override
    public final Change<T> remove() {
        return Edit.of(new Edit.Remove(path));
    }

    @Override
    public final <W> Attr<T, W> then(Getter<V, @Nullable W> getter) {
        return new PropertyAttr<>(path.then(pathOf(of(getter))));
    }

    /** The property as messages name it. */
    @Override
    public final String toString() {
        return path.toString();
    }

    private Condition<T> compare(Operator operator, V value) {
        return new Term.Comparison<>(path, operator, require(value, operator.method()));
    }

    private Condition<T> compare(Operator operator, Attr<? super T, V> other) {
        return new Term.PathComparison<>(path, operator, pathOf(require(other, operator.method())));
    }

    /**
     * The property of an attribute.
     *
     * @throws IllegalArgumentException if the library has not made the attribute
     */
    public static PropertyPath pathOf(Attr<?, ?> attribute) {
        if (attribute instanceof PropertyAttr<?, ?> known) {
            return known.path;
        }
        throw new IllegalArgumentException("An attribute is made by Attributes or by a view; "
                + attribute.getClass().getName() + " is not.");
    }

    final PropertyPath path() {
        return path;
    }

    final <X> X require(@Nullable X value, String method) {
        if (value == null) {
            throw new IllegalArgumentException(path + ": " + method
                    + " needs a value that is not null. Use absent() or exists() to ask whether there is a value.");
        }
        return value;
    }

    final <X> Collection<X> requireAll(@Nullable Collection<X> values, String method) {
        Collection<X> some = require(values, method);
        if (some.isEmpty()) {
            throw new IllegalArgumentException(path + ": " + method + " needs a value.");
        }
        for (X value : some) {
            require(value, method);
        }
        return some;
    }

    final int requireIndex(int index) {
        if (index < 0) {
            throw new IllegalArgumentException(
                    path + ": the index of an element must be 0 or more, not " + index + ".");
        }
        return index;
    }

    static final class Text<T> extends PropertyAttr<T, String> implements TextAttr<T> {
        Text(PropertyPath path) {
            super(path);
        }

        @Override
        public Condition<T> beginsWith(String prefix) {
            return new Term.BeginsWith<>(path(), require(prefix, "beginsWith"));
        }

        @Override
        public Condition<T> contains(String part) {
            return new Term.ContainsText<>(path(), require(part, "contains"));
        }
    }

    static final class Numeric<T, N extends Number> extends PropertyAttr<T, N> implements NumberAttr<T, N> {
        Numeric(PropertyPath path) {
            super(path);
        }

        @Override
        public Change<T> add(Number delta) {
            return Edit.of(new Edit.Add(path(), require(delta, "add")));
        }
    }

    static final class OfSet<T, E> extends PropertyAttr<T, Set<E>> implements SetAttr<T, E> {
        OfSet(PropertyPath path) {
            super(path);
        }

        @Override
        public Condition<T> contains(E element) {
            return new Term.ContainsElement<>(path(), require(element, "contains"));
        }

        @Override
        public Change<T> addAll(Collection<? extends E> elements) {
            return Edit.of(new Edit.Elements(path(), true, Set.copyOf(requireAll(elements, "addAll"))));
        }

        @Override
        public Change<T> removeAll(Collection<? extends E> elements) {
            return Edit.of(new Edit.Elements(path(), false, Set.copyOf(requireAll(elements, "removeAll"))));
        }
    }

    static final class OfList<T, E> extends PropertyAttr<T, List<E>> implements ListAttr<T, E> {
        OfList(PropertyPath path) {
            super(path);
        }

        @Override
        public Condition<T> contains(E element) {
            return new Term.ContainsElement<>(path(), require(element, "contains"));
        }

        @Override
        public Change<T> append(E element) {
            return Edit.of(new Edit.Extension(path(), true, require(element, "append")));
        }

        @Override
        public Change<T> prepend(E element) {
            return Edit.of(new Edit.Extension(path(), false, require(element, "prepend")));
        }

        @Override
        public Change<T> set(int index, E element) {
            return Edit.of(new Edit.Assign(path().at(requireIndex(index)), require(element, "set")));
        }

        @Override
        public Change<T> remove(int index) {
            return Edit.of(new Edit.Remove(path().at(requireIndex(index))));
        }

        @Override
        public Attr<T, E> at(int index) {
            return new PropertyAttr<>(path().at(requireIndex(index)));
        }
    }

    static final class OfMap<T, K, V> extends PropertyAttr<T, Map<K, V>> implements MapAttr<T, K, V> {
        OfMap(PropertyPath path) {
            super(path);
        }

        @Override
        public Attr<T, V> at(K key) {
            return new PropertyAttr<>(path().at(new PropertyPath.Key(require(key, "at"))));
        }
    }
}
