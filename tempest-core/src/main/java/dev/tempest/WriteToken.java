package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a writer know its own write again. On the interface of a logical table, it names a String attribute of the raw item
 * type that every guarded write fills with the traces of the writes that led to the item. When the answer to a write is
 * lost, and the SDK's second try is refused because the first was done, the trace tells so: the write counts as done, and
 * only what another writer did is a conflict.
 *
 * <p>It costs about 60 bytes an item with a few writers, 400 with many. All programs that write guarded items to the table
 * must use it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WriteToken {
    /** The attribute's name. The raw item type declares it; item types need not. */
    String value();

    /**
     * How many traces an item keeps: more than writers that write one item at the same time. Items that are stored keep to
     * the number that they began with.
     */
    int traces() default 32;
}
