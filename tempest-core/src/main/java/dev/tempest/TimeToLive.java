package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a table's interface that DynamoDB is to delete the table's items when they have expired (TTL), and which
 * attribute has that time, in seconds since 1970.
 *
 * <p>It does not switch TTL on, which is up to whoever creates the table. It lets the creation of the database check that
 * the attribute is stored as such a number, and the database's {@code checkTables()} that the live table
 * has TTL on this attribute.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TimeToLive {
    /** The name of the attribute. */
    String value();

    /**
     * Whether an item past its expiry is absent to this database, though DynamoDB deletes it only hours or days later. An item is
     * past its expiry in the second that the attribute names, by the clock of the database.
     *
     * <p>Reads then leave out expired items, and writes do as if there were none. With the AWS SDK 2.x only.
     */
    boolean hideExpired() default false;
}
