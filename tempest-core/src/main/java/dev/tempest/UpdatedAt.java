package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property of an item type that holds when its item was last written. Each write sets it, by the clock of the
 * database, whatever the item carries. An update that changes nothing writes nothing, and so leaves it.
 *
 * <p>The property is a {@link java.time.Instant}, a {@code long} or a {@link Long}, or a {@link java.util.Date} where the table
 * stores one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface UpdatedAt {
    /** What a property counts that is a number. */
    EpochUnit unit() default EpochUnit.MILLISECONDS;
}
