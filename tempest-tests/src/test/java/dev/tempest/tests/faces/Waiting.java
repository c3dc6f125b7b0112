package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Waits for asynchronous answers, and throws what they failed with as it is. */
public final class Waiting {
    private Waiting() {}

    /** The result of a future; also sees to it that failures come without a wrapper. */
    public static <T> T result(CompletableFuture<T> future) {
        record Outcome<T>(T value, Throwable failure) {}

        Outcome<T> outcome =
                future.handle(Outcome::new).orTimeout(60, TimeUnit.SECONDS).join();
        if (outcome.failure() == null) {
            return outcome.value();
        }
        if (outcome.failure() instanceof RuntimeException e) {
            throw e;
        }
        throw new AssertionError("neither a value nor an unchecked exception", outcome.failure());
    }

    /** Waits until something has happened on another thread. */
    public static void until(BooleanSupplier happened) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** All that a publisher publishes, asked for one by one. */
    public static <T> List<T> all(Publisher<T> publisher) {
        CompletableFuture<List<T>> end = new CompletableFuture<>();
        AtomicReference<Subscription> subscription = new AtomicReference<>();
        publisher.subscribe(new Subscriber<>() {
            private final List<T> received = new ArrayList<>();

            @Override
            public void onSubscribe(Subscription s) {
                assertThat(subscription.compareAndSet(null, s)).isTrue();
                s.request(1);
            }

            @Override
            public void onNext(T next) {
                received.add(next);
                subscription.get().request(1);
            }

            @Override
            public void onError(Throwable failure) {
                end.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                end.complete(received);
            }
        });
        return result(end);
    }
}
