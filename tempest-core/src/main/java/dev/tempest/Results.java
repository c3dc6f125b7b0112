package dev.tempest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Pages or items that are fetched when they are needed. Each iterator, and each stream, begins again and sends requests of
 * its own; what it throws, it throws while it is used. An iterator that has failed never ends as if there were no more: asked
 * again, it asks for the page again that it failed to get, or, in a parallel scan, fails again.
 *
 * @param <T> pages, or items
 */
@FunctionalInterface
public interface Results<T> extends Iterable<T> {
    /** A sequential stream of the results. */
    default Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** All results, fetched now. */
    default List<T> toList() {
        List<T> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** The first result, empty if there are no results; no page after the one that holds it is fetched. */
    default Optional<T> findFirst() {
        Iterator<T> results = iterator();
        return results.hasNext() ? Optional.of(results.next()) : Optional.empty();
    }
}
