package dev.tempest.sdk2.internal.sync;

import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.internal.read.PageSource;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Trouble;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The items of several segments, whichever page comes first, of as many at a time as the database has room for; without
 * room, the reader's own thread fetches one page after another. A segment's next page is asked for when the last one is taken
 * up: so no thread waits for a reader that has gone away, and memory holds one page of each segment.
 */
record SyncParallelScan<K, I>(SyncRequests requests, List<PageSource<K, I>> segments) implements Results<I> {

    private record Next<K, I>(
            PageSource<K, I> segment, @Nullable Offset<K> offset) {}

    private record Arrival<K, I>(
            Next<K, I> asked,
            @Nullable Page<K, I> page,
            @Nullable Throwable failure) {}

    @Override
    public Iterator<I> iterator() {
        return new Pump<>(requests, segments);
    }

    private static final class Pump<K, I> implements Iterator<I> {
        private final SyncRequests requests;
        private final BlockingQueue<Arrival<K, I>> arrivals = new LinkedBlockingQueue<>();
        private final Deque<Next<K, I>> idle = new ArrayDeque<>();
        private int most = Integer.MAX_VALUE;
        private int underWay;
        private Iterator<I> items = Collections.emptyIterator();
        private @Nullable Throwable failed;

        Pump(SyncRequests requests, List<PageSource<K, I>> segments) {
            this.requests = requests;
            segments.forEach(segment -> idle.add(new Next<>(segment, null)));
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext()) {
                if (failed != null) {
                    // To end here would pass what is missing for all that there is.
                    return Futures.await(CompletableFuture.failedFuture(failed));
                }
                fetch();
                Arrival<K, I> arrival;
                if (underWay > 0) {
                    arrival = take();
                } else if (!idle.isEmpty()) {
                    Next<K, I> next = idle.remove();
                    arrival = send(next).join();
                } else {
                    return false;
                }
                arrived(arrival);
            }
            return true;
        }

        /** Asks for the next pages of as many segments as the database has room for. */
        private void fetch() {
            while (!idle.isEmpty() && underWay < most) {
                Next<K, I> next = idle.element();
                CompletableFuture<Arrival<K, I>> arrival = requests.fork(() -> send(next));
                if (arrival == null) {
                    return;
                }
                idle.remove();
                underWay++;
                arrival.thenAccept(arrivals::add);
            }
        }

        private CompletableFuture<Arrival<K, I>> send(Next<K, I> next) {
            CompletableFuture<Page<K, I>> page;
            try {
                page = requests.send(next.segment().page(next.offset()));
            } catch (RuntimeException e) {
                page = CompletableFuture.failedFuture(e);
            }
            return page.handle(
                    (value, failure) -> new Arrival<>(next, value, failure == null ? null : Futures.unwrap(failure)));
        }

        private Arrival<K, I> take() {
            try {
                Arrival<K, I> arrival = arrivals.take();
                underWay--;
                return arrival;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AbortedException.create("Interrupted while waiting for a page of a parallel scan.", e);
            }
        }

        private void arrived(Arrival<K, I> arrival) {
            Page<K, I> page = arrival.page();
            if (page == null) {
                if (underWay > 0 && Trouble.isWithoutConnection(arrival.failure())) {
                    most = underWay;
                    idle.addFirst(arrival.asked());
                } else {
                    failed = arrival.failure() == null ? new IllegalStateException() : arrival.failure();
                }
                return;
            }
            items = page.contents().iterator();
            if (page.hasMorePages()) {
                idle.add(new Next<>(arrival.asked().segment(), page.offset()));
            }
            fetch();
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
