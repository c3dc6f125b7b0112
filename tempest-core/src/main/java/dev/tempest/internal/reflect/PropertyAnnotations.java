package dev.tempest.internal.reflect;

import dev.tempest.Attribute;
import dev.tempest.Converted;
import dev.tempest.CreatedAt;
import dev.tempest.ExpiresAt;
import dev.tempest.Unique;
import dev.tempest.UpdatedAt;
import dev.tempest.ValueConverter;
import dev.tempest.Version;
import dev.tempest.internal.ModelError;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations say of a type's properties: those of its fields, of its methods, and of the methods that these override
 * in superclasses and interfaces.
 */
final class PropertyAnnotations {
    /** What is said of a property without annotations. */
    static final Found NONE = new Found(null, false, null, null, List.of(), null);

    private static final List<Class<? extends Annotation>> TIMES =
            List.of(CreatedAt.class, UpdatedAt.class, ExpiresAt.class);

    private final Class<?> type;
    private final Map<String, List<Method>> methods = new LinkedHashMap<>();
    private final List<Method> notOverridable = new ArrayList<>();

    /**
     * What is said of one property.
     *
     * @param version whether it has the {@code @Version}
     * @param inheritedFrom the superclass's or interface's member that has the {@code @Attribute}, as messages name it; null
     *     if the type itself has it
     * @param converter of its {@code @Converted}
     * @param times its annotations that say which time it holds
     * @param unique the names in its {@code @Unique}; null if it has none
     */
    record Found(
            @Nullable Attribute attribute,
            boolean version,
            @Nullable String inheritedFrom,
            @Nullable Class<? extends ValueConverter<?, ?>> converter,
            List<Annotation> times,
            @Nullable List<String> unique) {}

    /** @throws IllegalArgumentException if there is an annotation on a method that reads nothing */
    PropertyAnnotations(Class<?> type) {
        this.type = type;
        for (Class<?> each : Inherited.hierarchy(type)) {
            for (Method method : each.getDeclaredMethods()) {
                if (isAnnotated(method) && !method.isBridge()) {
                    add(method);
                }
            }
        }
    }

    private void add(Method method) {
        if (Modifier.isStatic(method.getModifiers())
                || method.getParameterCount() > 0
                || method.getReturnType() == void.class) {
            throw notRead(method);
        }
        if (Modifier.isPrivate(method.getModifiers())) {
            notOverridable.add(method);
        } else {
            methods.computeIfAbsent(method.getName(), name -> new ArrayList<>()).add(method);
        }
    }

    /** An annotation on a method that neither reads a field nor computes a value. */
    static IllegalArgumentException notRead(Method method) {
        return ModelError.of(
                method.getDeclaringClass(),
                method.getName() + "()",
                mark(method) + ", but reads no field and computes no value of an item",
                "Make it a method without arguments that returns the value, or annotate the field");
    }

    /** Whether a method of that name has an annotation, here or where it is declared first. */
    boolean has(String method) {
        return methods.containsKey(method);
    }

    /** The names of annotated methods that subtypes may override. */
    List<String> names() {
        return List.copyOf(methods.keySet());
    }

    /** The annotated methods that are private, each by itself. */
    List<Method> notOverridable() {
        return notOverridable;
    }

    /**
     * What is said of a property.
     *
     * @param field null for a computed property
     * @param accessors the names of the methods that read it
     * @throws IllegalArgumentException if two declarations contradict each other
     */
    Found of(String property, @Nullable Field field, List<String> accessors) {
        boolean annotatedField = field != null && isAnnotated(field);
        if (!annotatedField && methods.isEmpty()) {
            return NONE;
        }
        List<AnnotatedElement> declarations = new ArrayList<>();
        if (annotatedField) {
            declarations.add(field);
        }
        for (String accessor : accessors) {
            declarations.addAll(methods.getOrDefault(accessor, List.of()));
        }
        return declarations.isEmpty() ? NONE : of(property, declarations);
    }

    /** What a method says that nothing can override. */
    static Found of(Method method) {
        return new Found(
                method.getAnnotation(Attribute.class),
                method.isAnnotationPresent(Version.class),
                null,
                converter(method.getAnnotation(Converted.class)),
                times(method),
                unique(method));
    }

    private static @Nullable Class<? extends ValueConverter<?, ?>> converter(@Nullable Converted converted) {
        return converted == null ? null : converted.value();
    }

    private static @Nullable List<String> unique(@Nullable AnnotatedElement element) {
        Unique unique = element == null ? null : element.getAnnotation(Unique.class);
        return unique == null ? null : List.of(unique.value());
    }

    private Found of(String property, List<AnnotatedElement> declarations) {
        boolean version = false;
        Set<Annotation> times = new LinkedHashSet<>();
        for (AnnotatedElement each : declarations) {
            version |= each.isAnnotationPresent(Version.class);
            times.addAll(times(each));
        }
        AnnotatedElement attribute = nearest(property, declarations, Attribute.class);
        AnnotatedElement converted = nearest(property, declarations, Converted.class);
        return new Found(
                attribute == null ? null : attribute.getAnnotation(Attribute.class),
                version,
                attribute == null || owner(attribute) == type ? null : name(attribute),
                converted == null ? null : converter(converted.getAnnotation(Converted.class)),
                List.copyOf(times),
                unique(nearest(property, declarations, Unique.class)));
    }

    /** The declaration whose annotation counts. */
    private @Nullable AnnotatedElement nearest(
            String property, List<AnnotatedElement> declarations, Class<? extends Annotation> annotation) {
        List<AnnotatedElement> nearest = Inherited.nearest(
                declarations.stream()
                        .filter(each -> each.isAnnotationPresent(annotation))
                        .toList(),
                PropertyAnnotations::owner);
        if (nearest.isEmpty()) {
            return null;
        }
        AnnotatedElement first = nearest.get(0);
        Annotation found = first.getAnnotation(annotation);
        for (AnnotatedElement other : nearest) {
            if (found != null && !found.equals(other.getAnnotation(annotation))) {
                throw contradiction(property, "@" + annotation.getSimpleName(), first, other);
            }
        }
        return first;
    }

    private IllegalArgumentException contradiction(
            String property, String annotation, AnnotatedElement one, AnnotatedElement other) {
        if (owner(one) == owner(other) && one instanceof Field) {
            return ModelError.of(
                    type,
                    property,
                    "has one " + annotation + " on its field and another on its accessor",
                    "Keep one of them");
        }
        return ModelError.of(
                type,
                property,
                "gets one " + annotation + " from " + name(one) + " and another from " + name(other),
                "Put the one that applies on " + ModelError.name(type) + "." + property);
    }

    static Class<?> owner(AnnotatedElement member) {
        return ((Member) member).getDeclaringClass();
    }

    static String name(AnnotatedElement member) {
        return ModelError.name(owner(member)) + "." + ((Member) member).getName()
                + (member instanceof Method ? "()" : "");
    }

    static String mark(AnnotatedElement element) {
        if (element.isAnnotationPresent(Attribute.class)) {
            return "has an @Attribute";
        }
        if (element.isAnnotationPresent(Version.class)) {
            return "is the @Version";
        }
        if (element.isAnnotationPresent(Unique.class)) {
            return "is @Unique";
        }
        List<Annotation> times = times(element);
        return times.isEmpty()
                ? "has a @Converted"
                : "is the @" + times.get(0).annotationType().getSimpleName();
    }

    static boolean isAnnotated(AnnotatedElement element) {
        return element.isAnnotationPresent(Attribute.class)
                || element.isAnnotationPresent(Version.class)
                || element.isAnnotationPresent(Converted.class)
                || element.isAnnotationPresent(Unique.class)
                || !times(element).isEmpty();
    }

    private static List<Annotation> times(AnnotatedElement element) {
        List<Annotation> found = new ArrayList<>();
        for (Class<? extends Annotation> type : TIMES) {
            Annotation annotation = element.getAnnotation(type);
            if (annotation != null) {
                found.add(annotation);
            }
        }
        return found;
    }
}
