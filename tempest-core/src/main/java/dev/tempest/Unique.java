package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a property of an item type whose value only one item of the table may have, such as an e-mail address. The library
 * keeps, for each value, a companion item in the same table, and writes both in one transaction. A write whose value another
 * item has throws {@link UniqueValueTakenException}.
 *
 * <p>Properties with the same name in the annotation are unique together: only their combination is.
 *
 * <pre>{@code
 * record Member(
 *     @Attribute(name = "pk", prefix = "MEMBER#") String id,
 *     @Attribute(name = "sk", prefix = "INFO") String ignored,
 *     @Unique String email,
 *     @Unique("seat") String room,
 *     @Unique("seat") Integer chair) {}
 * }</pre>
 *
 * <p>An item in which one of the properties is null claims nothing. The property is stored as a string, a number or bytes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Unique {
    /**
     * Names what is unique. Items of one table share the values of one name, so the name must stay the same when the property
     * or its class is renamed. A property may be part of several. By default, the name is that of the property.
     */
    String[] value() default {};
}
