package dev.tempest.sdk1.internal.read;

import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.internal.query.PageItems;
import dev.tempest.sdk1.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages of a query or scan, one after another. */
record Pages<K, I>(@Nullable Offset<K> initialOffset, Function<@Nullable Offset<K>, Page<K, I>> fetch)
        implements Results<Page<K, I>> {

    @Override
    public Iterator<Page<K, I>> iterator() {
        return new Iterator<>() {
            private @Nullable Offset<K> offset = initialOffset;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public Page<K, I> next() {
                if (!more) {
                    throw new NoSuchElementException();
                }
                Page<K, I> page = fetch.apply(offset);
                offset = page.offset();
                more = page.hasMorePages();
                return page;
            }
        };
    }

    /** The items of the pages. */
    Results<I> contents() {
        return () -> new PageItems<>(iterator(), Page::contents);
    }
}
