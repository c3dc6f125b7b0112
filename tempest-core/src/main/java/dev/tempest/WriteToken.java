package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a writer recognise its own write when the response was lost. On the interface of a logical table, it names a String
 * attribute. Each conditional write stores a token there, and keeps the tokens of the writes before it.
 * When a response is lost, and the condition of the SDK's retry fails because the first attempt was applied, the stored tokens
 * show it: the write succeeds, and only a write of another writer is a conflict.
 *
 * <p>It takes about 60 bytes of each item with a few writers, 400 with many. All programs that make conditional writes to the
 * table must use it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WriteToken {
    /** The attribute's name. A raw item type must declare it; item types may. */
    String value();

    /**
     * How many tokens an item keeps, from 2 to 1000: more than there are writers that write one item at the same time. Stored
     * items keep the limit that they were created with.
     */
    int maxTokens() default 32;
}
