package dev.tempest.internal.batch;

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
    private boolean mayBeWritten;

    /** Makes pages of updates. */
    public interface Pages<T, P> {
        /** How many of the remaining updates go into the next page. */
        int size(List<T> remainingUpdates, int maxPageItems);

        P page(List<T> updates);

        /**
         * How many of the page's updates one transaction takes; all of them if it takes the page.
         *
         * @throws IllegalArgumentException if it does not even take the first
         */
        int fitting(P page);

        /** What a failure to write a page means. */
        Verdict verdict(Throwable failure);
    }

    /** What a failure says about a page. */
    public enum Verdict {
        /** This try was not done, and never will be. */
        NOT_DONE,
        /** The page as it is cannot be written any more, as what is stored has changed, or DynamoDB does not take it. */
        STALE,
        /** The page may be written, now or later. */
        UNKNOWN
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

    /**
     * The page to write now. While it is not known what became of the last try, it is the very page of that try: DynamoDB
     * then recognises it by its token, and writes it once.
     */
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
            for (int fitting = pages.fitting(current); fitting < size; fitting = pages.fitting(current)) {
                size = fitting;
                current = pages.page(remaining.subList(0, size));
            }
            page = current;
            pageSize = size;
            mayBeWritten = false;
        }
        return current;
    }

    /** Counts a page as written; once, however many tries of it are answered. */
    public synchronized void written(P written) {
        if (page == written) {
            updatedCount += pageSize;
            page = null;
        }
    }

    /** Decides whether the next try is of the same page. */
    public synchronized void failed(P tried, Throwable failure) {
        if (page != tried) {
            return;
        }
        switch (pages.verdict(failure)) {
            case STALE -> page = null;
            case NOT_DONE -> page = mayBeWritten ? tried : null;
            case UNKNOWN -> mayBeWritten = true;
        }
    }
}
