package dev.tempest;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Pages or items that are fetched when they are needed. Each iterator, and each stream, begins anew and sends requests of
 * its own; what it throws, it throws while it is used.
 *
 * @param <T> pages, or items
 */
@FunctionalInterface
public interface Results<T> extends Iterable<T> {
    /** A sequential stream of the results. */
    default Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
