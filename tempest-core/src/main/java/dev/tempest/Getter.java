package dev.tempest;

import java.io.Serializable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names a property of an item type by reading it: {@code Album::title}, or {@code (Album a) -> a.title} for a public field, or
 * {@code (Album a) -> a.label().city()} for a property of a nested value. It is looked into and not called, so it may do
 * nothing else, and is to be written where it is used: as a method reference or a lambda expression.
 *
 * @param <T> the item type
 * @param <V> the property's type
 */
@FunctionalInterface
public interface Getter<T, V extends @Nullable Object> extends Function<T, V>, Serializable {}
