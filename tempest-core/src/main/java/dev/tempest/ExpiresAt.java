package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property of an item type that holds when its item expires, in the attribute that the table's {@link TimeToLive}
 * names. DynamoDB then deletes the item, within days.
 *
 * <p>Without {@link #after}, the property holds what you give it, and null says that the item does not expire. With it, the
 * library sets the property when an item is written, by the clock of the database.
 *
 * <p>The property is a {@code long} or a {@link Long}, in seconds since 1970, or an {@link java.time.Instant} or
 * {@link java.util.Date} that the table stores as that number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface ExpiresAt {
    /** How long an item lives, as {@link java.time.Duration#parse} reads it: {@code "P30D"}. Empty for the property's own value. */
    String after() default "";

    /** From when on it lives that long. */
    From from() default From.CREATION;

    /** What the lifetime of an item counts from. */
    enum From {
        /** The write that creates the item, unless the item carries a time of its own. */
        CREATION,
        /** Each write, so that an item lives on as long as it is written. */
        LAST_WRITE
    }
}
