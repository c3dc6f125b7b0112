package dev.tempest.sdk2.internal.schema.value;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A property of a bean, with its annotations: first the getter's, as the SDK has it.
 *
 * <p>{@link java.beans.Introspector} would find it too, and takes a large part of the time in which a new JVM makes the SDK's
 * schema of a bean.
 */
public record BeanProperty(String name, Method getter, Method setter, List<Annotation> annotations) {
    private static final String GET = "get";
    private static final String IS = "is";
    private static final String SET = "set";

    /** A type that the SDK stores for itself, unless the user's converters know it. */
    public Type type() {
        return getter.getGenericReturnType();
    }

    public <A extends Annotation> @Nullable A annotation(Class<A> type) {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType() == type) {
                return type.cast(annotation);
            }
        }
        return null;
    }

    /**
     * A bean's properties that have both a getter and a setter, in the order of their names.
     *
     * @return null if it is not for us to say which method is whose: of overloaded setters, of getters in two spellings, of
     *     what generic supertypes and interfaces bring in
     */
    public static @Nullable Collection<BeanProperty> of(Class<?> beanType) {
        Map<String, Method> getters = new TreeMap<>();
        Map<String, Method> setters = new HashMap<>();
        for (Method method : beanType.getMethods()) {
            String name = method.getName();
            boolean sets = isPrefix(SET, name);
            boolean is = isPrefix(IS, name);
            if (Modifier.isStatic(method.getModifiers())
                    || method.getDeclaringClass() == Object.class
                    || !(sets || is || isPrefix(GET, name))) {
                continue;
            }
            if (method.isSynthetic() || method.isDefault() || method.getParameterCount() != (sets ? 1 : 0)) {
                return null;
            }
            Class<?> result = method.getReturnType();
            if (sets && result != void.class) {
                return null;
            }
            if (is && result != boolean.class) {
                continue;
            }
            String property = decapitalized(name.substring(is ? IS.length() : GET.length()));
            if ((sets ? setters : getters).put(property, method) != null) {
                return null;
            }
        }
        return paired(getters, setters);
    }

    private static @Nullable Collection<BeanProperty> paired(Map<String, Method> getters, Map<String, Method> setters) {
        List<BeanProperty> properties = new ArrayList<>(getters.size());
        for (Map.Entry<String, Method> entry : getters.entrySet()) {
            Method getter = entry.getValue();
            Method setter = setters.get(entry.getKey());
            if (setter == null) {
                continue;
            }
            if (setter.getParameterTypes()[0] != getter.getReturnType()) {
                return null;
            }
            List<Annotation> annotations = new ArrayList<>();
            Collections.addAll(annotations, getter.getAnnotations());
            Collections.addAll(annotations, setter.getAnnotations());
            properties.add(new BeanProperty(entry.getKey(), getter, setter, annotations));
        }
        return properties;
    }

    private static boolean isPrefix(String prefix, String method) {
        return method.length() > prefix.length() && method.startsWith(prefix);
    }

    /** As JavaBeans have it: a name that starts with two capitals stays as it is. */
    static String decapitalized(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
