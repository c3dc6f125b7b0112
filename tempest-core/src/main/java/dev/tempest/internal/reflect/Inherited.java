package dev.tempest.internal.reflect;

import dev.tempest.internal.ModelError;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Annotations of a type and of what it extends. The nearest declaration counts: one in a subtype replaces those of its
 * supertypes, as a method does that overrides another. Declarations of unrelated supertypes must be equal.
 */
public final class Inherited {
    private Inherited() {}

    /**
     * The annotation of a class or interface; null if neither it nor a supertype has one.
     *
     * @throws IllegalArgumentException if unrelated supertypes have different ones
     */
    public static <A extends Annotation> @Nullable A annotation(Class<?> type, Class<A> annotation) {
        A own = type.getAnnotation(annotation);
        if (own != null) {
            return own;
        }
        List<Class<?>> annotated = new ArrayList<>();
        for (Class<?> each : hierarchy(type)) {
            if (each.isAnnotationPresent(annotation)) {
                annotated.add(each);
            }
        }
        List<Class<?>> nearest = nearest(annotated, each -> each);
        A found = null;
        for (Class<?> each : nearest) {
            A one = each.getAnnotation(annotation);
            if (found != null && !found.equals(one)) {
                throw ModelError.of(
                        type,
                        "inherits one @" + annotation.getSimpleName() + " from " + ModelError.name(nearest.get(0))
                                + " and another from " + ModelError.name(each),
                        "Put the one that applies on " + ModelError.name(type));
            }
            found = one;
        }
        return found;
    }

    /** A type and its supertypes, but for those of the JDK: a class before the interfaces that it implements. */
    public static List<Class<?>> hierarchy(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            add(each, found);
        }
        for (Class<?> each : List.copyOf(found)) {
            addInterfaces(each, found);
        }
        return List.copyOf(found);
    }

    private static void add(Class<?> type, Set<Class<?>> found) {
        // To look at the JDK's own classes costs a new JVM some time, and they have no annotations of ours.
        if (!type.getName().startsWith("java.")) {
            found.add(type);
        }
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
        for (Class<?> each : type.getInterfaces()) {
            add(each, found);
            addInterfaces(each, found);
        }
    }

    /** Those declarations that no other one of a subtype replaces. */
    public static <D> List<D> nearest(List<D> declarations, Function<D, Class<?>> owner) {
        List<D> nearest = new ArrayList<>();
        for (D one : declarations) {
            Class<?> type = owner.apply(one);
            boolean replaced = false;
            for (D other : declarations) {
                Class<?> otherType = owner.apply(other);
                replaced |= otherType != type && type.isAssignableFrom(otherType);
            }
            if (!replaced) {
                nearest.add(one);
            }
        }
        return nearest;
    }
}
