package dev.tempest.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
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
        return find(type, target, Map.of());
    }

    private static @Nullable Class<?> @Nullable [] find(Type type, Class<?> target, Map<TypeVariable<?>, Type> known) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>(known);
        Class<?> erasure;
        if (type instanceof ParameterizedType parameterized) {
            erasure = (Class<?>) parameterized.getRawType();
            TypeVariable<?>[] parameters = erasure.getTypeParameters();
            for (int i = 0; i < parameters.length; i++) {
                Type argument = parameterized.getActualTypeArguments()[i];
                variables.put(
                        parameters[i], argument instanceof TypeVariable<?> v ? known.getOrDefault(v, v) : argument);
            }
        } else if (type instanceof Class<?> c) {
            erasure = c;
        } else {
            return null;
        }
        if (erasure == target) {
            TypeVariable<?>[] parameters = target.getTypeParameters();
            @Nullable Class<?>[] arguments = new Class<?>[parameters.length];
            for (int i = 0; i < parameters.length; i++) {
                arguments[i] = variables.get(parameters[i]) instanceof Class<?> c ? c : null;
            }
            return arguments;
        }
        for (Type superInterface : erasure.getGenericInterfaces()) {
            @Nullable Class<?>[] found = find(superInterface, target, variables);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
