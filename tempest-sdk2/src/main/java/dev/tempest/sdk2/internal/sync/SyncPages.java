package dev.tempest.sdk2.internal.sync;

import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.internal.query.PageItems;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.internal.read.PageSource;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Trouble;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The pages of a query or scan, one after another.
 *
 * @param readAhead whether a page is fetched while the one before it is worked on. It begins when the second page is asked
 *     for: who wants only the first pays for no other
 */
record SyncPages<K, I>(
        SyncRequests requests,
        PageSource<K, I> source,
        @Nullable Offset<K> initialOffset,
        boolean readAhead) implements Results<Page<K, I>> {

    @Override
    public Iterator<Page<K, I>> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Page<K, I>> {
        private @Nullable Offset<K> offset = initialOffset;
        private boolean more = true;
        private boolean first = true;
        private @Nullable CompletableFuture<Page<K, I>> ahead;

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Page<K, I> next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            CompletableFuture<Page<K, I>> fetched = ahead;
            // A page that failed is asked for again by whoever goes on.
            ahead = null;
            Page<K, I> page = fetched == null ? null : waitFor(fetched);
            if (page == null) {
                page = requests.run(source.page(offset));
            }
            offset = page.offset();
            more = page.hasMorePages();
            if (readAhead && more && !first) {
                Offset<K> next = offset;
                ahead = readAhead(next);
            }
            first = false;
            return page;
        }

        /** The page that was fetched must not be lost because the next one cannot be: so the next call fails. */
        private @Nullable CompletableFuture<Page<K, I>> readAhead(@Nullable Offset<K> next) {
            try {
                return requests.fork(() -> requests.send(source.page(next)));
            } catch (RejectedExecutionException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        /** Null if no connection was free to fetch the page ahead. */
        private @Nullable Page<K, I> waitFor(CompletableFuture<Page<K, I>> fetched) {
            try {
                return fetched.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AbortedException.create("Interrupted while waiting for a page.", e);
            } catch (ExecutionException e) {
                if (Trouble.isWithoutConnection(e)) {
                    return null;
                }
                return Futures.await(fetched);
            }
        }
    }

    /** The items of the pages. */
    Results<I> contents() {
        return () -> new PageItems<>(iterator(), Page::contents);
    }
}
