package dev.tempest.internal.reflect;

import dev.tempest.Fallback;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import dev.tempest.internal.ModelError;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subtypes of a sealed type, and how their names are stored. */
public final class Subtypes {
    private Subtypes() {}

    /** Whether there are objects of the type only as objects of its subtypes, all of which are known. */
    public static boolean areAll(Class<?> type) {
        return type.isSealed() && isAbstract(type);
    }

    private static boolean isAbstract(Class<?> type) {
        return type.isInterface() || Modifier.isAbstract(type.getModifiers());
    }

    /** The attribute that holds the name of the subtype. */
    public static String attribute(Class<?> sealed) {
        SubtypeAttribute declared = Inherited.annotation(sealed, SubtypeAttribute.class);
        return declared == null ? "type" : declared.value();
    }

    /**
     * The classes of which there are objects, by their stored names.
     *
     * @throws IllegalArgumentException if two have one name, or there may be subtypes that are not known
     */
    public static Map<String, Class<?>> byName(Class<?> sealed) {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (Class<?> subtype : of(sealed)) {
            Subtype named = subtype.getAnnotation(Subtype.class);
            String name = named == null ? subtype.getSimpleName() : named.value();
            Class<?> other = found.put(name, subtype);
            if (other != null) {
                throw ModelError.of(
                        sealed,
                        "has two subtypes of the name " + name + ", " + ModelError.name(other) + " and "
                                + ModelError.name(subtype),
                        "Give one of them another with @Subtype");
            }
        }
        return found;
    }

    /**
     * The classes of which there are objects.
     *
     * @throws IllegalArgumentException if there may be subtypes that are not known
     */
    public static List<Class<?>> of(Class<?> sealed) {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(sealed, sealed, found);
        return new ArrayList<>(found);
    }

    /**
     * The class that is read for a name that is not known; null if there is none.
     *
     * @throws IllegalArgumentException if there are several
     */
    public static @Nullable Class<?> fallback(Iterable<Class<?>> subtypes) {
        Class<?> found = null;
        for (Class<?> subtype : subtypes) {
            if (subtype.isAnnotationPresent(Fallback.class)) {
                if (found != null) {
                    throw ModelError.of(
                            subtype, "is a @Fallback, and so is " + ModelError.name(found), "Keep one of them");
                }
                found = subtype;
            }
        }
        return found;
    }

    private static void collect(Class<?> type, Class<?> sealed, Set<Class<?>> found) {
        if (type.isEnum()) {
            throw ModelError.of(
                    type,
                    "is an enum and a subtype of " + ModelError.name(sealed) + ", whose subtypes are stored as maps",
                    "Make each constant a record");
        }
        if (!isAbstract(type)) {
            found.add(type);
        }
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                collect(each, sealed, found);
            }
        } else if (isAbstract(type) || !(type.isRecord() || Modifier.isFinal(type.getModifiers()))) {
            throw ModelError.of(
                    type,
                    "is a subtype of " + ModelError.name(sealed) + " and may have subtypes that are not known",
                    "Make it final, sealed or a record");
        }
    }
}
