package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The attribute of a sealed type's maps that holds the name of the {@link Subtype}. Without it, that is {@code type}. A sealed
 * type inherits it from the sealed types that it extends, unless it has one of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface SubtypeAttribute {
    /** The attribute's name. */
    String value();
}
