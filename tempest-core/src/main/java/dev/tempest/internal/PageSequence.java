package dev.tempest.internal;

import dev.tempest.Offset;
import dev.tempest.Results;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a query or scan, one after another, each fetched when it is needed.
 *
 * @param <P> a page
 * @param <K> the key type of the offsets
 */
public final class PageSequence<P, K> implements Results<P> {
    private final Source<P, K> source;
    private final @Nullable Offset<K> initialOffset;

    /** Fetches pages. */
    public interface Source<P, K> {
        /** Fetches the page that begins at an offset; the first one for null. */
        P page(@Nullable Offset<K> offset);

        /** Where the page after this one begins; null if this is the last. */
        @Nullable Offset<K> end(P page);
    }

    public PageSequence(Source<P, K> source, @Nullable Offset<K> initialOffset) {
        this.source = source;
        this.initialOffset = initialOffset;
    }

    @Override
    public Iterator<P> iterator() {
        return new Iterator<>() {
            private @Nullable Offset<K> offset = initialOffset;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public P next() {
                if (!more) {
                    throw new NoSuchElementException();
                }
                P page = source.page(offset);
                offset = source.end(page);
                more = offset != null;
                return page;
            }
        };
    }

    /** The items of the pages. */
    public <I> Results<I> contents(Function<P, List<I>> itemsOf) {
        return () -> new Iterator<>() {
            private final Iterator<P> pages = PageSequence.this.iterator();
            private Iterator<I> items = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!items.hasNext() && pages.hasNext()) {
                    items = itemsOf.apply(pages.next()).iterator();
                }
                return items.hasNext();
            }

            @Override
            public I next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items.next();
            }
        };
    }
}
