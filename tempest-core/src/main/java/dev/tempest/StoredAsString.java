package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores the objects of a class as what their {@code toString()} returns, in place of a map of their properties:
 *
 * <pre>{@code
 * @StoredAsString
 * public record Isbn(long number) {
 *     public static Isbn parse(String text) { ... }
 *
 *     @Override
 *     public String toString() { ... }
 * }
 * }</pre>
 *
 * <p>They are read by a static method of the class that takes a {@code String} and returns an object of it: {@code parse},
 * {@code valueOf}, {@code of} or {@code fromString}, the first of these that there is. Without one, they are read by a constructor
 * that takes a {@code String}.
 *
 * <p>A property of the class can be a key, a placeholder of a {@link KeyTemplate}, the key of a map and an element of a string
 * set. It is ordered as the strings are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAsString {}
