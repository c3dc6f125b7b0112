package dev.tempest.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a list of updates has come, page by page.
 *
 * @param <T> one update
 * @param <P> what writes a page of them
 */
public final class PagedUpdates<T, P> {
    private final List<T> updates;
    private final int maxPageItems;
    private final Pages<T, P> pages;
    private int updatedCount;
    private int pageSize;
    private @Nullable P page;

    /** Makes pages of updates. */
    public interface Pages<T, P> {
        /** How many of the remaining updates go into the next page. */
        int size(List<T> remainingUpdates, int maxPageItems);

        P page(List<T> updates);

        /** Whether the failure tells that nothing of the page was written, so that it may be made anew. */
        boolean isRefusal(Throwable failure);
    }

    /**
     * All updates, none of them written.
     *
     * @throws IllegalArgumentException if {@code maxPageItems} is not from 1 to {@code limit}
     */
    public PagedUpdates(List<T> updates, int maxPageItems, int limit, Pages<T, P> pages) {
        if (maxPageItems < 1 || maxPageItems > limit) {
            throw new IllegalArgumentException(
                    "maxTransactionItems must be from 1 to " + limit + ", not " + maxPageItems + ".");
        }
        this.updates = List.copyOf(updates);
        this.maxPageItems = maxPageItems;
        this.pages = pages;
    }

    public synchronized int updatedCount() {
        return updatedCount;
    }

    public synchronized List<T> remainingUpdates() {
        return updates.subList(updatedCount, updates.size());
    }

    /** The page to write now: the very one of the last try if its outcome is unknown, so that it is written once. */
    public synchronized P page() {
        P current = page;
        if (current == null) {
            List<T> remaining = remainingUpdates();
            int size = pages.size(remaining, maxPageItems);
            if (size < 1 || size > remaining.size()) {
                throw new IllegalArgumentException("beforePage must take from 1 to " + remaining.size()
                        + " of the remaining updates, not " + size + ".");
            }
            current = pages.page(remaining.subList(0, size));
            page = current;
            pageSize = size;
        }
        return current;
    }

    public synchronized void written() {
        updatedCount += pageSize;
        page = null;
    }

    public synchronized void failed(Throwable failure) {
        if (pages.isRefusal(failure)) {
            page = null;
        }
    }
}
