package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The attribute that holds the name of the {@link Subtype}: in the maps of a sealed type, or in the items of a view whose item
 * type is sealed. Without it, that is {@code type}, unless the prefixes in the keys of the items distinguish the subtypes. A sealed
 * type inherits it from the sealed types that it extends, unless it has one of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface SubtypeAttribute {
    /** The attribute's name. */
    String value();
}
