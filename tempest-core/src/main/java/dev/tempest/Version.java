package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property of an item type that holds the item's version, for optimistic locking: every save, delete and
 * transaction operation with an item is done only if the version that the item carries is the one that is stored, and each
 * write increases it.
 *
 * <p>The property is an integer ({@code byte} to {@code long}, their boxes, {@link java.math.BigInteger}) and then counts
 * from 1, or a {@link String}, which gets a new random text with each write. Null, and 0 where the property is a primitive,
 * says that the item must not be stored yet.
 *
 * <p>Numbers start again at 1 when an item is deleted and created again; random strings are never repeated.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Version {}
