package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a property of an item type is stored. Without it, a property is stored in the attribute of its own name.
 *
 * <p>It may stand on a field, on an accessor method or on a record component. On a method without arguments that reads
 * no field it declares a computed property: its value is written, and checked when the item is read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Attribute {
    /** The attribute's name in the table; by default the property's own. Not together with {@link #names()}. */
    String name() default "";

    /**
     * The names of several attributes that all store the property's value. It is read from the first. Not together with
     * {@link #name()}.
     */
    String[] names() default {};

    /**
     * A constant that is written before the value and taken off when it is read: by it, entity types share a table. Only
     * on {@code String} properties.
     */
    String prefix() default "";

    /**
     * Stores a null value of a prefixed property as no attribute at all. Without it, null and the empty string are both
     * stored as the bare prefix, and read as the empty string.
     *
     * <p>In a key, null is always no attribute: an item without a key of the table cannot be written, and one without a
     * key of an index is not in the index. The empty string is stored as the bare prefix.
     */
    boolean allowEmpty() default false;
}
