package dev.tempest.internal.reflect;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a type gives for the type variables of its generic superclasses and interfaces. */
public final class TypeVariables {
    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();
    private final Class<?> last;

    private TypeVariables(Class<?> last) {
        this.last = last;
    }

    /** The variables of a type's supertypes, and its own if it is declared with arguments. */
    public static TypeVariables of(Type type) {
        return of(type, Object.class);
    }

    /** The same without the variables of what a supertype extends. */
    static TypeVariables of(Type type, Class<?> last) {
        TypeVariables variables = new TypeVariables(last);
        variables.collect(type);
        return variables;
    }

    /**
     * A generic class as a subtype of a type with arguments: {@code Card<String>} for {@code Card} and {@code Payment<String>}.
     *
     * @return the class itself where its own parameters do not come from the supertype's arguments
     */
    public static Type subtype(Class<?> subtype, Type supertype) {
        TypeVariable<?>[] own = subtype.getTypeParameters();
        if (own.length == 0 || !(supertype instanceof ParameterizedType wanted)) {
            return subtype;
        }
        Class<?> raw = erasure(supertype);
        TypeVariables declared = of(subtype);
        Map<Type, Type> given = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            given.put(declared.resolve(raw.getTypeParameters()[i]), wanted.getActualTypeArguments()[i]);
        }
        List<Type> arguments = new ArrayList<>();
        for (TypeVariable<?> variable : own) {
            arguments.add(given.getOrDefault(variable, variable));
        }
        return new Parameterized(subtype, subtype.getDeclaringClass(), arguments);
    }

    /** A type that a member of one of the supertypes is declared with, with its variables replaced where they are known. */
    public Type resolve(Type type) {
        if (arguments.isEmpty() || type instanceof Class<?>) {
            return type;
        }
        if (type instanceof TypeVariable<?> variable) {
            return arguments.getOrDefault(variable, variable);
        }
        if (type instanceof ParameterizedType parameterized) {
            Type[] declared = parameterized.getActualTypeArguments();
            List<Type> resolved = Stream.of(declared).map(this::resolve).toList();
            return resolved.equals(List.of(declared))
                    ? type
                    : new Parameterized((Class<?>) parameterized.getRawType(), parameterized.getOwnerType(), resolved);
        }
        if (type instanceof GenericArrayType array) {
            Type element = resolve(array.getGenericComponentType());
            return element instanceof Class<?> plain ? plain.arrayType() : new ArrayOf(element);
        }
        if (type instanceof WildcardType wildcard) {
            // Whoever compares the types of properties looks through wildcards.
            Type bound = Types.plain(wildcard);
            Type resolved = resolve(bound);
            return resolved.equals(bound) ? type : resolved;
        }
        return type;
    }

    /** The class that objects of a type have at run time, as far as the declaration says. */
    public static Class<?> erasure(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return erasure(array.getGenericComponentType()).arrayType();
        }
        return erasure(type instanceof TypeVariable<?> variable ? variable.getBounds()[0] : Types.plain(type));
    }

    private void collect(@Nullable Type type) {
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] parameters = ((Class<?>) parameterized.getRawType()).getTypeParameters();
            Type[] given = parameterized.getActualTypeArguments();
            for (int i = 0; i < parameters.length; i++) {
                arguments.put(parameters[i], resolve(given[i]));
            }
        }
        if (type == null || type == Object.class || type == Record.class || erasure(type) == last) {
            return;
        }
        Class<?> plain = erasure(type);
        collect(plain.getGenericSuperclass());
        for (Type parent : plain.getGenericInterfaces()) {
            collect(parent);
        }
    }

    private record Parameterized(Class<?> raw, @Nullable Type owner, List<Type> arguments)
            implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(new Type[0]);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return owner;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ParameterizedType that
                    && raw.equals(that.getRawType())
                    && Objects.equals(owner, that.getOwnerType())
                    && arguments.equals(List.of(that.getActualTypeArguments()));
        }

        @Override
        public int hashCode() {
            return arguments.hashCode() ^ raw.hashCode() ^ Objects.hashCode(owner);
        }

        @Override
        public String toString() {
            return raw.getTypeName()
                    + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    private record ArrayOf(Type element) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return element;
        }

        @Override
        public String toString() {
            return element.getTypeName() + "[]";
        }
    }
}
