package dev.tempest.internal.reflect;

import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Finds what a type gives for the type parameters of an interface that it extends, directly or not. */
public final class TypeArguments {
    private TypeArguments() {}

    /**
     * The classes that a type gives for an interface's parameters.
     *
     * @return one class for each parameter, null for one that is no class; null if the type does not extend the interface
     */
    public static @Nullable Class<?> @Nullable [] of(Type type, Class<?> target) {
        if (!target.isAssignableFrom(TypeVariables.erasure(type))) {
            return null;
        }
        TypeVariables variables = TypeVariables.of(type, target);
        TypeVariable<?>[] parameters = target.getTypeParameters();
        @Nullable Class<?>[] arguments = new Class<?>[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = variables.resolve(parameters[i]) instanceof Class<?> c ? c : null;
        }
        return arguments;
    }

    /** What a type gives for an interface's first parameter, with its arguments; null for nothing that is known. */
    public static @Nullable Type first(Type type, Class<?> target) {
        if (!target.isAssignableFrom(TypeVariables.erasure(type))) {
            return null;
        }
        TypeVariable<?> parameter = target.getTypeParameters()[0];
        Type given = TypeVariables.of(type, target).resolve(parameter);
        return given instanceof TypeVariable<?> ? null : given;
    }
}
