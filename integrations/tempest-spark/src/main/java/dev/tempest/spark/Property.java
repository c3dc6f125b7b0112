package dev.tempest.spark;

import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.ExpiresAt;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of an item type: a record component, or a field of a class.
 *
 * @param type with its type arguments
 * @param reader the method or field that gives the value
 * @param declarations where annotations may stand
 */
record Property(String name, Type type, AccessibleObject reader, List<AnnotatedElement> declarations) {
    /** Whether each writer sets the value itself. */
    boolean isVersionOrTime() {
        return isVersion() || has(CreatedAt.class) || has(UpdatedAt.class) || has(ExpiresAt.class);
    }

    boolean isVersion() {
        return has(Version.class);
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return declarations.stream().anyMatch(element -> element.isAnnotationPresent(annotation));
    }

    /** The attribute that holds the value, the first of several. */
    String attribute() {
        for (AnnotatedElement element : declarations) {
            Attribute attribute = element.getAnnotation(Attribute.class);
            if (attribute != null && attribute.names().length > 0) {
                return attribute.names()[0];
            }
            if (attribute != null && !attribute.name().isEmpty()) {
                return attribute.name();
            }
        }
        return name;
    }

    @Nullable Object valueIn(Object item) {
        try {
            return reader instanceof Method method ? method.invoke(item) : ((Field) reader).get(item);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The property " + name + " cannot be read.", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The accessor of the property " + name + " failed.", e.getCause());
        }
    }
}
