package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBFlattened;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIgnore;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBNamed;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBScalarAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The declared types of a raw item type's properties by attribute; the mapper's table model does not tell them. */
final class PropertyTypes {
    /** In the mapper's own order: the first that names the attribute counts. */
    @SuppressWarnings("deprecation") // the mapper still respects the old annotations
    private static final List<NameSource<?>> NAME_SOURCES = List.of(
            new NameSource<>(DynamoDBHashKey.class, DynamoDBHashKey::attributeName),
            new NameSource<>(DynamoDBIndexHashKey.class, DynamoDBIndexHashKey::attributeName),
            new NameSource<>(DynamoDBRangeKey.class, DynamoDBRangeKey::attributeName),
            new NameSource<>(DynamoDBIndexRangeKey.class, DynamoDBIndexRangeKey::attributeName),
            new NameSource<>(DynamoDBAttribute.class, DynamoDBAttribute::attributeName),
            new NameSource<>(DynamoDBVersionAttribute.class, DynamoDBVersionAttribute::attributeName),
            new NameSource<>(DynamoDBScalarAttribute.class, DynamoDBScalarAttribute::attributeName),
            new NameSource<>(DynamoDBNamed.class, DynamoDBNamed::value));

    private PropertyTypes() {}

    /**
     * How one attribute is declared.
     *
     * @param conversion the annotations that say how it is converted
     */
    record Declaration(Type type, Set<Annotation> conversion) {}

    private record NameSource<A extends Annotation>(Class<A> annotation, Function<A, String> name) {
        @Nullable String in(List<AnnotatedElement> elements) {
            for (AnnotatedElement element : elements) {
                A found = find(annotation, element);
                if (found != null && !name.apply(found).isEmpty()) {
                    return name.apply(found);
                }
            }
            return null;
        }
    }

    static Map<String, Declaration> of(Class<?> rawType) {
        Map<String, Declaration> declarations = new HashMap<>();
        for (Method getter : getters(rawType)) {
            List<AnnotatedElement> elements = elements(getter);
            DynamoDBFlattened flattened = first(DynamoDBFlattened.class, elements);
            if (flattened == null) {
                declarations.put(attributeName(getter, elements), declaration(getter, elements));
                continue;
            }
            for (Method nested : getters(getter.getReturnType())) {
                for (DynamoDBAttribute attribute : flattened.attributes()) {
                    if (attribute.mappedBy().equals(fieldName(nested))) {
                        declarations.put(attribute.attributeName(), declaration(nested, elements(nested)));
                    }
                }
            }
        }
        return declarations;
    }

    /** The attributes by the names of the properties that they store. */
    static Map<String, String> byProperty(Class<?> type) {
        return byName(type, PropertyTypes::fieldName);
    }

    /** The attributes by the names of the methods that read them. */
    static Map<String, String> byGetter(Class<?> type) {
        return byName(type, Method::getName);
    }

    private static Map<String, String> byName(Class<?> type, Function<Method, String> name) {
        Map<String, String> attributes = new TreeMap<>();
        for (Method getter : getters(type)) {
            List<AnnotatedElement> elements = elements(getter);
            if (first(DynamoDBFlattened.class, elements) == null) {
                attributes.put(name.apply(getter), attributeName(getter, elements));
            }
        }
        return attributes;
    }

    private static Declaration declaration(Method getter, List<AnnotatedElement> elements) {
        Set<Annotation> conversion = new HashSet<>();
        for (AnnotatedElement element : elements) {
            for (Annotation annotation : element.getAnnotations()) {
                Class<? extends Annotation> type = annotation.annotationType();
                if (annotation instanceof DynamoDBTypeConverted
                        || annotation instanceof DynamoDBTyped
                        || type.isAnnotationPresent(DynamoDBTypeConverted.class)
                        || type.isAnnotationPresent(DynamoDBTyped.class)) {
                    conversion.add(annotation);
                }
            }
        }
        return new Declaration(getter.getGenericReturnType(), Set.copyOf(conversion));
    }

    private static List<Method> getters(Class<?> type) {
        List<Method> getters = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getName().matches("(get|is).+")
                    && method.getParameterCount() == 0
                    && !method.isSynthetic()
                    && method.getDeclaringClass() != Object.class
                    && first(DynamoDBIgnore.class, elements(method)) == null) {
                getters.add(method);
            }
        }
        return getters;
    }

    private static String attributeName(Method getter, List<AnnotatedElement> elements) {
        for (NameSource<?> source : NAME_SOURCES) {
            String name = source.in(elements);
            if (name != null) {
                return name;
            }
        }
        return fieldName(getter);
    }

    /** The places where a property's annotations may stand. */
    private static List<AnnotatedElement> elements(Method getter) {
        try {
            return List.of(getter, getter.getDeclaringClass().getDeclaredField(fieldName(getter)));
        } catch (NoSuchFieldException e) {
            return List.of(getter);
        }
    }

    private static String fieldName(Method getter) {
        String name = getter.getName().replaceFirst("^(get|is)", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static <A extends Annotation> @Nullable A first(Class<A> annotation, List<AnnotatedElement> elements) {
        for (AnnotatedElement element : elements) {
            A found = find(annotation, element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The annotation itself, or as it stands on an annotation of the user's own. */
    private static <A extends Annotation> @Nullable A find(Class<A> annotation, AnnotatedElement element) {
        A direct = element.getAnnotation(annotation);
        if (direct != null) {
            return direct;
        }
        for (Annotation each : element.getAnnotations()) {
            A meta = each.annotationType().getAnnotation(annotation);
            if (meta != null) {
                return meta;
            }
        }
        return null;
    }
}
