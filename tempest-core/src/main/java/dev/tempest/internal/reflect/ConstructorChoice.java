package dev.tempest.internal.reflect;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.ConstructorParameters.Mapped;
import dev.tempest.internal.reflect.ConstructorParameters.Refused;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constructor through which objects of a type are made: the one that fills the most fields.
 *
 * @param fieldNames the field that each parameter goes to
 */
record ConstructorChoice<T>(Constructor<T> constructor, List<String> fieldNames) {
    int parameterOf(Field field) {
        int index = fieldNames.indexOf(field.getName());
        return index < 0 ? Property.NONE : index;
    }

    Class<?> typeOf(int parameter) {
        return constructor.getParameterTypes()[parameter];
    }

    /** @throws IllegalArgumentException if no constructor can be used, or several with equal right */
    static <T> ConstructorChoice<T> of(Class<T> type, Map<String, Field> fields) {
        List<ConstructorChoice<T>> usable = new ArrayList<>();
        StringBuilder refusals = new StringBuilder();
        for (Constructor<T> constructor : constructors(type)) {
            ConstructorParameters.Result result = ConstructorParameters.of(constructor, fields);
            if (result instanceof Mapped mapped) {
                usable.add(new ConstructorChoice<>(constructor, mapped.fieldNames()));
            } else if (result instanceof Refused refused) {
                refusals.append("; ")
                        .append(signature(constructor))
                        .append(": ")
                        .append(refused.reason());
            }
        }
        if (usable.isEmpty()) {
            Class<?> builder = builder(type);
            if (builder != null) {
                throw ModelError.of(
                        type,
                        "is made by " + ModelError.name(builder)
                                + " only, and a builder does not say which value goes to" + " which field",
                        "Give it a constructor with a parameter for each field, which the builder may call too; it may be"
                                + " private");
            }
            throw ModelError.of(
                    type,
                    "has no usable constructor" + refusals,
                    "Make it a record, or give it a constructor with a parameter for each field");
        }
        if (usable.size() > 1) {
            usable.sort(Comparator.comparingInt(ConstructorChoice<T>::size)
                    .thenComparing(
                            choice -> Modifier.isPublic(choice.constructor().getModifiers()))
                    .reversed()
                    .thenComparing(choice -> signature(choice.constructor())));
        }
        ConstructorChoice<T> best = usable.get(0);
        for (ConstructorChoice<T> other : usable) {
            if (other.size() == best.size() && !other.fieldSet().equals(best.fieldSet())) {
                throw ModelError.of(
                        type,
                        "is ambiguous: " + signature(best.constructor()) + " and " + signature(other.constructor())
                                + " set the same number of fields",
                        "Give it one with a parameter for each field");
            }
        }
        return best;
    }

    /** What a constructor of the type takes alone, and makes objects of the type itself; null if there is none. */
    private static @Nullable Class<?> builder(Class<?> type) {
        for (Constructor<?> constructor : constructors(type)) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length != 1) {
                continue;
            }
            for (Method method : parameters[0].getDeclaredMethods()) {
                if (method.getReturnType() == type && method.getParameterCount() == 0) {
                    return parameters[0];
                }
            }
        }
        return null;
    }

    /** Compilers add constructors of their own, such as Kotlin's for default arguments. */
    @SuppressWarnings("unchecked")
    private static <T> List<Constructor<T>> constructors(Class<T> type) {
        List<Constructor<T>> constructors = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!constructor.isSynthetic()) {
                constructors.add((Constructor<T>) constructor);
            }
        }
        return constructors;
    }

    private int size() {
        return fieldNames.size();
    }

    private Set<String> fieldSet() {
        return new HashSet<>(fieldNames);
    }

    private static String signature(Constructor<?> constructor) {
        List<String> types = Arrays.stream(constructor.getGenericParameterTypes())
                .map(Types::name)
                .toList();
        return "(" + String.join(", ", types) + ")";
    }
}
