package dev.tempest.internal.attr;

import dev.tempest.Getter;
import dev.tempest.PropertyGetter;
import dev.tempest.internal.reflect.bytecode.GetterPath;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that one method reference or lambda expression names: one object for each place in the program, made when it
 * is first needed. Racing threads make equal ones.
 */
final class GetterAttrs {
    private static final ClassValue<Holder> BY_CLASS = new ClassValue<>() {
        @Override
        protected Holder computeValue(Class<?> type) {
            return new Holder();
        }
    };

    /** A class value computes from the class alone, but only the object says what the lambda is. */
    private static final class Holder {
        private volatile @Nullable GetterAttrs attrs;
    }

    private final PropertyPath path;
    private final PropertyAttr<?, ?> any;
    private PropertyAttr.@Nullable Text<?> text;
    private PropertyAttr.@Nullable Numeric<?, ?> number;
    private PropertyAttr.@Nullable OfSet<?, ?> set;
    private PropertyAttr.@Nullable OfList<?, ?> list;
    private PropertyAttr.@Nullable OfMap<?, ?, ?> map;

    private GetterAttrs(PropertyPath path) {
        this.path = path;
        this.any = new PropertyAttr<>(path);
    }

    static GetterAttrs of(Getter<?, ?> getter) {
        if (getter instanceof PropertyGetter<?, ?> named) {
            return new GetterAttrs(PropertyPath.of(named.owner(), named.properties()));
        }
        Holder holder = BY_CLASS.get(getter.getClass());
        GetterAttrs known = holder.attrs;
        if (known == null) {
            // The class of a lambda that captures nothing has one object, and one that captures is refused.
            known = new GetterAttrs(PropertyPath.of(GetterPath.of(getter)));
            holder.attrs = known;
        }
        return known;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // The getter's type arguments are those of the attribute.
    <A> A any() {
        return (A) any;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As above.
    <A> A text() {
        PropertyAttr.Text<?> known = text;
        if (known == null) {
            known = new PropertyAttr.Text<>(path);
            text = known;
        }
        return (A) known;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As above.
    <A> A number() {
        PropertyAttr.Numeric<?, ?> known = number;
        if (known == null) {
            known = new PropertyAttr.Numeric<>(path);
            number = known;
        }
        return (A) known;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As above.
    <A> A set() {
        PropertyAttr.OfSet<?, ?> known = set;
        if (known == null) {
            known = new PropertyAttr.OfSet<>(path);
            set = known;
        }
        return (A) known;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As above.
    <A> A list() {
        PropertyAttr.OfList<?, ?> known = list;
        if (known == null) {
            known = new PropertyAttr.OfList<>(path);
            list = known;
        }
        return (A) known;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As above.
    <A> A map() {
        PropertyAttr.OfMap<?, ?, ?> known = map;
        if (known == null) {
            known = new PropertyAttr.OfMap<>(path);
            map = known;
        }
        return (A) known;
    }
}
