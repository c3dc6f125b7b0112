package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property of an item type that holds when its item was created. The library sets it, by the clock of the database,
 * when an item is written that has no such time yet; an item that carries one keeps it. Updates and changes of stored items
 * leave it as it is.
 *
 * <p>The property is a {@link java.time.Instant}, a {@code long} or a {@link Long}, or a {@link java.util.Date} where the table
 * stores one. Null, and 0 where the property is a primitive, says that the item has no time yet.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface CreatedAt {
    /** What a property counts that is a number. */
    EpochUnit unit() default EpochUnit.MILLISECONDS;
}
