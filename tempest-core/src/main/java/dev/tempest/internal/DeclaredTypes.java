package dev.tempest.internal;

import dev.tempest.TableName;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** What the methods of a declared interface say of tables and views. */
public final class DeclaredTypes {
    private DeclaredTypes() {}

    /** The name that a table method declares; null if it declares none. */
    public static @Nullable String tableName(Method method) {
        TableName annotation = annotation(method);
        return annotation == null || annotation.value().isEmpty() ? null : annotation.value();
    }

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

    /**
     * The key type and the item type of a view method.
     *
     * @throws IllegalArgumentException if it does not name both
     */
    public static Class<?>[] viewTypes(Method method, Class<?> tableType, Class<?> base) {
        @Nullable Class<?>[] arguments = TypeArguments.of(method.getGenericReturnType(), base);
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
