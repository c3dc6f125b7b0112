package dev.tempest.sdk2.internal;

import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk2.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The items of several segments, whichever page comes first. A segment's next page is asked for when the last one is taken
 * up: so no thread waits for a reader that has gone away, and memory holds one page of each segment.
 */
record SyncParallelScan<K, I>(SyncRequests requests, List<PageSource<K, I>> segments) implements Results<I> {

    private record Arrival<K, I>(
            PageSource<K, I> segment,
            @Nullable Page<K, I> page,
            @Nullable Throwable failure) {}

    @Override
    public Iterator<I> iterator() {
        return new Pump<>(requests, segments);
    }

    private static final class Pump<K, I> implements Iterator<I> {
        private final SyncRequests requests;
        private final BlockingQueue<Arrival<K, I>> arrivals = new LinkedBlockingQueue<>();
        private final List<PageSource<K, I>> notStarted;
        private int underWay;
        private Iterator<I> items = Collections.emptyIterator();

        Pump(SyncRequests requests, List<PageSource<K, I>> segments) {
            this.requests = requests;
            this.notStarted = new ArrayList<>(segments);
        }

        private void fetch(PageSource<K, I> segment, @Nullable Offset<K> offset) {
            underWay++;
            CompletableFuture<Page<K, I>> page = requests.fork(() -> requests.send(segment.page(offset)));
            page.whenComplete((value, failure) ->
                    arrivals.add(new Arrival<>(segment, value, failure == null ? null : Futures.unwrap(failure))));
        }

        @Override
        public boolean hasNext() {
            notStarted.forEach(segment -> fetch(segment, null));
            notStarted.clear();
            while (!items.hasNext() && underWay > 0) {
                items = take().contents().iterator();
            }
            return items.hasNext();
        }

        private Page<K, I> take() {
            Arrival<K, I> arrival;
            try {
                arrival = arrivals.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AbortedException.create("Interrupted while waiting for a page of a parallel scan.", e);
            }
            underWay--;
            Page<K, I> page = arrival.page();
            if (page == null) {
                // The other segments' answers are of no use any more, and nothing may follow a failure.
                underWay = 0;
                return SyncRequests.await(CompletableFuture.failedFuture(
                        arrival.failure() == null ? new IllegalStateException() : arrival.failure()));
            }
            if (page.hasMorePages()) {
                fetch(arrival.segment(), page.offset());
            }
            return page;
        }

        @Override
        public I next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.next();
        }
    }
}
