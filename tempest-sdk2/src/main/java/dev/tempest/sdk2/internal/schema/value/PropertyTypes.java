package dev.tempest.sdk2.internal.schema.value;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;

/** The declared types of a raw item type's properties by attribute; the SDK's schema tells them only without generics. */
public final class PropertyTypes {
    private PropertyTypes() {}

    public static Map<String, Type> of(Class<?> rawType) {
        Map<String, Type> types = new HashMap<>();
        collect(rawType, types);
        return types;
    }

    private static void collect(Class<?> rawType, Map<String, Type> types) {
        visit(rawType, (method, property, attribute) -> {
            if (method.isAnnotationPresent(DynamoDbFlatten.class)) {
                collect(method.getReturnType(), types);
            } else {
                types.putIfAbsent(attribute, method.getGenericReturnType());
            }
        });
    }

    /** The attributes by the names of the properties that they store. */
    static Map<String, String> byProperty(Class<?> type) {
        Map<String, String> attributes = new TreeMap<>();
        visit(type, (method, property, attribute) -> {
            if (!method.isAnnotationPresent(DynamoDbFlatten.class)) {
                attributes.put(property, attribute);
            }
        });
        return attributes;
    }

    /** The attributes by the names of the methods that read them. */
    static Map<String, String> byGetter(Class<?> type) {
        Map<String, String> attributes = new HashMap<>();
        visit(type, (method, property, attribute) -> {
            if (!method.isAnnotationPresent(DynamoDbFlatten.class)) {
                attributes.put(method.getName(), attribute);
            }
        });
        return attributes;
    }

    /** The properties whose values are flattened. */
    static List<Flattened> flattened(Class<?> type) {
        List<Flattened> flattened = new ArrayList<>();
        visit(type, (method, property, attribute) -> {
            if (method.isAnnotationPresent(DynamoDbFlatten.class)) {
                flattened.add(new Flattened(property, method.getName(), method.getReturnType()));
            }
        });
        return flattened;
    }

    record Flattened(String property, String getter, Class<?> type) {}

    private interface Visitor {
        void visit(Method getter, String property, String attribute);
    }

    private static void visit(Class<?> rawType, Visitor visitor) {
        Map<String, String> namesOnSetters = namesOnSetters(rawType);
        for (Method method : rawType.getMethods()) {
            if (method.getParameterCount() > 0
                    || method.getReturnType() == void.class
                    || method.isSynthetic()
                    || Modifier.isStatic(method.getModifiers())
                    || method.getDeclaringClass() == Object.class) {
                continue;
            }
            String property = property(method.getName(), "get", "is");
            DynamoDbAttribute attribute = method.getAnnotation(DynamoDbAttribute.class);
            String name = attribute != null ? attribute.value() : namesOnSetters.getOrDefault(property, property);
            visitor.visit(method, property, name);
        }
    }

    private static Map<String, String> namesOnSetters(Class<?> rawType) {
        Map<String, String> names = new HashMap<>();
        for (Method method : rawType.getMethods()) {
            DynamoDbAttribute attribute = method.getAnnotation(DynamoDbAttribute.class);
            if (attribute != null && method.getParameterCount() == 1) {
                names.put(property(method.getName(), "set", null), attribute.value());
            }
        }
        return names;
    }

    private static String property(String method, String prefix, @Nullable String otherPrefix) {
        for (String candidate : new @Nullable String[] {prefix, otherPrefix}) {
            if (candidate != null
                    && method.length() > candidate.length()
                    && method.startsWith(candidate)
                    && !Character.isLowerCase(method.charAt(candidate.length()))) {
                return BeanProperty.decapitalized(method.substring(candidate.length()));
            }
        }
        return method;
    }
}
