package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a key type as the offset type of a secondary index. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForIndex {
    /** The name of the global or local secondary index, as the {@link Table} or the raw item type declares it. */
    String value() default "";

    /** Another name of {@link #value()}; set one of them. */
    String name() default "";
}
