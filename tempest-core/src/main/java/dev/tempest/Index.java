package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a secondary index in a {@link Table}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Index {
    /** What stands in {@link #projection()} for all attributes. */
    String ALL = "*";

    /** The name of the index, by which {@link ForIndex} finds it. */
    String name();

    /** The attributes of the partition key; none for a local secondary index, which has the partition key of the table. */
    String[] partitionKey() default {};

    /** The attributes of the sort key; none for an index without a sort key. */
    String[] sortKey() default {};

    /**
     * The attributes that the index holds beside its own key attributes and those of the table: all of them, unless they are
     * named here; none for {@code projection = {}}. An item type that is read through the index must have no others.
     */
    String[] projection() default ALL;
}
