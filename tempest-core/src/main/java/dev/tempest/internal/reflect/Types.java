package dev.tempest.internal.reflect;

import dev.tempest.internal.ModelError;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the declared types of properties. */
public final class Types {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    private Types() {}

    /** Whether two declared types hold the same values; boxing and the wildcards of Kotlin's collections do not count. */
    public static boolean same(@Nullable Type one, @Nullable Type other) {
        if (one == null || other == null) {
            return one == other;
        }
        Type a = plain(one);
        Type b = plain(other);
        if (a.equals(b)) {
            return true;
        }
        if (a instanceof ParameterizedType p && b instanceof ParameterizedType q) {
            return p.getRawType().equals(q.getRawType())
                    && Objects.equals(p.getOwnerType(), q.getOwnerType())
                    && same(p.getActualTypeArguments(), q.getActualTypeArguments());
        }
        if (a instanceof GenericArrayType p && b instanceof GenericArrayType q) {
            return same(p.getGenericComponentType(), q.getGenericComponentType());
        }
        return false;
    }

    /** A declared type as its user wrote it, without packages. */
    public static String name(Type type) {
        if (type instanceof Class<?> c) {
            return ModelError.name(c);
        }
        if (type instanceof ParameterizedType p) {
            StringBuilder name = new StringBuilder(name(p.getRawType())).append('<');
            String separator = "";
            for (Type argument : p.getActualTypeArguments()) {
                name.append(separator).append(name(argument));
                separator = ", ";
            }
            return name.append('>').toString();
        }
        return type.getTypeName();
    }

    /** The name with its article. */
    public static String aName(Type type) {
        String name = name(type);
        return ("AEIOUaeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    private static boolean same(Type[] some, Type[] others) {
        if (some.length != others.length) {
            return false;
        }
        for (int i = 0; i < some.length; i++) {
            if (!same(some[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    /** A type without its box or wildcard. */
    public static Type plain(Type type) {
        if (type instanceof WildcardType wildcard) {
            return wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0];
        }
        return type instanceof Class<?> c ? BOXES.getOrDefault(c, c) : type;
    }
}
