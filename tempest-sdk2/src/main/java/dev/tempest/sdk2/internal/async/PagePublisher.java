package dev.tempest.sdk2.internal.async;

import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.internal.read.PageSource;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Trouble;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * The pages of a query or scan, or of several segments of one scan, whichever page comes first; or the items of these
 * pages. Segments are read side by side as far as the database has room for that. A segment's next page is asked for when
 * there is demand and all was handed over: so memory holds one page of each segment at most.
 *
 * @param parts what of a page is published
 * @param <T> pages, or items
 */
record PagePublisher<K, I, T>(
        AsyncRequests.Source requests,
        List<PageSource<K, I>> segments,
        @Nullable Offset<K> initialOffset,
        Function<Page<K, I>, List<T>> parts)
        implements SdkPublisher<T> {
    static <K, I> SdkPublisher<Page<K, I>> ofPages(
            AsyncRequests.Source requests, PageSource<K, I> source, @Nullable Offset<K> initialOffset) {
        return new PagePublisher<>(requests, List.of(source), initialOffset, List::of);
    }

    static <K, I> SdkPublisher<I> ofItems(
            AsyncRequests.Source requests, PageSource<K, I> source, @Nullable Offset<K> initialOffset) {
        return new PagePublisher<>(requests, List.of(source), initialOffset, Page::contents);
    }

    static <K, I> SdkPublisher<I> ofItems(AsyncRequests.Source requests, List<PageSource<K, I>> segments) {
        return new PagePublisher<>(requests, segments, null, Page::contents);
    }

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        new Pages<>(this, subscriber).start();
    }

    private record Next<K, I>(
            PageSource<K, I> segment, @Nullable Offset<K> offset) {}

    private static final class Pages<K, I, T> implements Subscription {
        private final Subscriber<? super T> subscriber;
        private final Function<Page<K, I>, List<T>> parts;
        private final AsyncRequests requests;
        private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger wanted = new AtomicInteger();

        // Touched by one thread at a time: the one in drain().
        private final Deque<Next<K, I>> idle = new ArrayDeque<>();
        private final Queue<T> ready = new ArrayDeque<>();
        private int most = Integer.MAX_VALUE;
        private int underWay;
        private boolean ended;
        private volatile boolean cancelled;

        Pages(PagePublisher<K, I, T> publisher, Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
            this.parts = publisher.parts();
            this.requests = publisher.requests().open();
            for (PageSource<K, I> segment : publisher.segments()) {
                idle.add(new Next<>(segment, publisher.initialOffset()));
            }
        }

        /** What is requested while the subscriber gets its subscription is done after that: signals come one at a time. */
        void start() {
            wanted.incrementAndGet();
            subscriber.onSubscribe(this);
            work();
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                arrivals.add(() -> fail(new IllegalArgumentException("A subscriber asks for 1 or more, not " + count)));
            } else {
                demand.accumulateAndGet(count, (one, other) -> one + other < 0 ? Long.MAX_VALUE : one + other);
            }
            drain();
        }

        @Override
        public void cancel() {
            cancelled = true;
            requests.cancel();
        }

        /** Runs on one thread at a time, whichever has news; a thread that comes meanwhile leaves it to that one. */
        private void drain() {
            if (wanted.getAndIncrement() == 0) {
                work();
            }
        }

        private void work() {
            int seen = 1;
            do {
                Runnable arrival;
                while ((arrival = arrivals.poll()) != null) {
                    arrival.run();
                }
                handOver();
                fetch();
                seen = wanted.addAndGet(-seen);
            } while (seen > 0);
        }

        private void handOver() {
            while (!cancelled && !ended && demand.get() > 0 && !ready.isEmpty()) {
                if (demand.get() != Long.MAX_VALUE) {
                    demand.decrementAndGet();
                }
                subscriber.onNext(ready.remove());
            }
            if (!cancelled && !ended && ready.isEmpty() && idle.isEmpty() && underWay == 0) {
                ended = true;
                subscriber.onComplete();
            }
        }

        private void fetch() {
            while (!cancelled && !ended && demand.get() > 0 && ready.isEmpty() && !idle.isEmpty() && underWay < most) {
                Next<K, I> next = idle.element();
                // One request of each subscription needs no room, so that there is always somebody who goes on.
                CompletableFuture<Page<K, I>> page;
                try {
                    page = underWay == 0 ? send(next) : requests.fork(() -> send(next));
                } catch (RejectedExecutionException e) {
                    fail(e);
                    return;
                }
                if (page == null) {
                    return;
                }
                idle.remove();
                underWay++;
                page.whenComplete((value, failure) -> {
                    arrivals.add(() -> arrived(next, value, failure));
                    drain();
                });
            }
        }

        private CompletableFuture<Page<K, I>> send(Next<K, I> next) {
            try {
                return requests.send(next.segment().page(next.offset()));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private void arrived(Next<K, I> next, @Nullable Page<K, I> page, @Nullable Throwable failure) {
            underWay--;
            if (page == null && underWay > 0 && Trouble.isWithoutConnection(failure)) {
                most = underWay;
                idle.addFirst(next);
                return;
            }
            if (page == null) {
                fail(failure == null ? new IllegalStateException() : Futures.unwrap(failure));
                return;
            }
            ready.addAll(parts.apply(page));
            if (page.hasMorePages()) {
                idle.add(new Next<>(next.segment(), page.offset()));
            }
        }

        private void fail(Throwable failure) {
            if (!ended && !cancelled) {
                ended = true;
                requests.cancel();
                subscriber.onError(failure);
            }
        }
    }
}
