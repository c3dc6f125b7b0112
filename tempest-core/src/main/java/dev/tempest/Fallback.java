package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is read for a stored value that this program does not know: a constant of an enum, or a subtype of a sealed type.
 * Without it, an item with such a value cannot be read.
 *
 * <p>What was stored is lost when the item is saved again, because the fallback is stored in its place. A subtype can keep at
 * least the name: a {@code String} property in the attribute of the subtype's name gets it, and stores it again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Fallback {}
