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
    /** The name of the index, by which {@link ForIndex} finds it. */
    String name();

    /** The attributes of the partition key; none for a local secondary index, which has the partition key of the table. */
    String[] partitionKey() default {};

    /** The attributes of the sort key; none for an index without a sort key. */
    String[] sortKey() default {};
}
