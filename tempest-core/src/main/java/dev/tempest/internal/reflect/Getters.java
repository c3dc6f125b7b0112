package dev.tempest.internal.reflect;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods by which the properties of a type can be read: those without arguments. */
final class Getters {
    private final Class<?> type;
    private final TypeVariables variables;
    private final Map<String, Method> methods = new LinkedHashMap<>();

    Getters(Class<?> type, TypeVariables variables) {
        this.type = type;
        this.variables = variables;
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class) {
                Method other = methods.get(method.getName());
                methods.put(method.getName(), other == null ? method : moreSpecific(other, method));
            }
        }
    }

    /** The methods that callers can reach; of several of one name the one with the most specific type. */
    Collection<Method> all() {
        return methods.values();
    }

    /** The method that reads a property of that type; null if there is none. */
    @Nullable Method of(String property, Class<?> type) {
        for (String name : names(property)) {
            Method method = methods.get(name);
            if (method != null && typeOf(method) == type) {
                return method;
            }
        }
        return null;
    }

    /** What a call of an annotated method comes to. */
    Method implementation(String name) {
        Method inherited = methods.get(name);
        if (inherited != null) {
            return inherited;
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 0
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers())) {
                    return method;
                }
            }
        }
        throw new IllegalStateException(type + " lacks " + name);
    }

    Class<?> typeOf(Method method) {
        return TypeVariables.erasure(variables.resolve(method.getGenericReturnType()));
    }

    /** What a method may be called that reads the property. */
    static List<String> names(String property) {
        String suffix = capitalized(property);
        return List.of(property, "get" + suffix, "is" + suffix);
    }

    /** The property that a method reads, by its name. */
    static String propertyName(Method method) {
        String name = method.getName();
        if (name.length() > 3 && name.startsWith("get") && !Character.isLowerCase(name.charAt(3))) {
            return Character.toLowerCase(name.charAt(3)) + name.substring(4);
        }
        return name;
    }

    /** The name with a capital. */
    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Method moreSpecific(Method one, Method other) {
        return one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one;
    }
}
