package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name by which a subtype of a sealed type is stored, in an item or as an item of its own. Without it, that is the simple name of the class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Subtype {
    /** The name, which no other subtype has. */
    String value();
}
