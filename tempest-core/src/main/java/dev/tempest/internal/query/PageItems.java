package dev.tempest.internal.query;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The items of pages. A page is taken when an item of it is asked for.
 *
 * @param <P> a page
 * @param <I> the item type
 */
public final class PageItems<P, I> implements Iterator<I> {
    private final Iterator<P> pages;
    private final Function<P, List<I>> contents;
    private Iterator<I> items = Collections.emptyIterator();

    public PageItems(Iterator<P> pages, Function<P, List<I>> contents) {
        this.pages = pages;
        this.contents = contents;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
            items = contents.apply(pages.next()).iterator();
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
}
