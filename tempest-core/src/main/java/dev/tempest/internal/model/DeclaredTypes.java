package dev.tempest.internal.model;

import dev.tempest.TableName;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.TypeArguments;
import dev.tempest.internal.reflect.TypeVariables;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the methods of a declared interface say of tables and views. */
public final class DeclaredTypes {
    private DeclaredTypes() {}

    /**
     * The name that a table method declares, or a method that it overrides; null if there is none.
     *
     * @param dbType the user's interface
     * @throws IllegalArgumentException if the interface inherits two names from unrelated ones
     */
    public static @Nullable String tableName(Method method, Class<?> dbType) {
        List<Named> named = new ArrayList<>();
        for (Class<?> each : Inherited.hierarchy(dbType)) {
            for (Method declared : each.getDeclaredMethods()) {
                if (declared.getName().equals(method.getName())
                        && declared.getParameterCount() == 0
                        && !declared.isSynthetic()) {
                    TableName annotation = annotation(declared);
                    if (annotation != null && !annotation.value().isEmpty()) {
                        named.add(new Named(annotation.value(), each));
                    }
                }
            }
        }
        String found = null;
        List<Named> nearest = Inherited.nearest(named, Named::owner);
        for (Named each : nearest) {
            if (found != null && !found.equals(each.name())) {
                throw ModelError.of(
                        dbType,
                        method.getName() + "()",
                        "gets the table name " + found + " from "
                                + ModelError.name(nearest.get(0).owner()) + " and " + each.name() + " from "
                                + ModelError.name(each.owner()),
                        "Declare the method in " + ModelError.name(dbType) + ", with the @TableName that applies");
            }
            found = each.name();
        }
        return found;
    }

    private record Named(String name, Class<?> owner) {}

    /** Kotlin keeps a property's own annotations on a synthetic method beside the interface. */
    private static @Nullable TableName annotation(Method method) {
        TableName onMethod = method.getAnnotation(TableName.class);
        if (onMethod != null) {
            return onMethod;
        }
        Class<?> owner = method.getDeclaringClass();
        TableName onProperty = annotation(owner.getName() + "$DefaultImpls", method);
        return onProperty != null ? onProperty : annotation(owner.getName(), method);
    }

    private static @Nullable TableName annotation(String holder, Method method) {
        try {
            ClassLoader loader = method.getDeclaringClass().getClassLoader();
            return Class.forName(holder, false, loader)
                    .getDeclaredMethod(method.getName() + "$annotations")
                    .getAnnotation(TableName.class);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return null;
        }
    }

    /**
     * The raw item type of a table.
     *
     * @param type the table's type as it is declared, with its arguments
     * @throws IllegalArgumentException if it names none
     */
    public static Class<?> rawType(Type type, Class<?> tableType, Class<?> base) {
        @Nullable Class<?>[] arguments = TypeArguments.of(type, base);
        Class<?> rawType = arguments == null ? null : arguments[0];
        if (rawType == null) {
            throw ModelError.of(
                    tableType,
                    "does not name its raw item type",
                    "Let it extend " + ModelError.name(base) + "<YourRawItem>");
        }
        return rawType;
    }

    /** The type that a table's interface gives for its raw items, with its arguments; null if it gives none. */
    public static @Nullable Type rawItems(Type type, Class<?> base) {
        return TypeArguments.first(type, base);
    }

    /** What a method returns in an interface that inherits it from a generic one. */
    public static Type returned(Method method, Class<?> type) {
        Type declared = method.getGenericReturnType();
        return method.getDeclaringClass().getTypeParameters().length == 0
                ? declared
                : TypeVariables.of(type).resolve(declared);
    }

    /**
     * The key type and the item type of a view method.
     *
     * @throws IllegalArgumentException if it does not name both
     */
    public static Class<?>[] viewTypes(Method method, Class<?> tableType, Class<?> base) {
        @Nullable Class<?>[] arguments = TypeArguments.of(returned(method, tableType), base);
        if (arguments == null || arguments[0] == null || arguments[1] == null) {
            throw ModelError.of(
                    tableType,
                    method.getName() + "()",
                    "does not name its key type and its item type",
                    "Let it return " + ModelError.name(base) + "<YourKey, YourItem>, both of them classes");
        }
        return new Class<?>[] {arguments[0], arguments[1]};
    }
}
