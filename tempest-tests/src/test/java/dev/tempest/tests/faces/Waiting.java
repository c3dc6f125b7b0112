package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
        return rethrow(outcome.failure());
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

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T, E extends Throwable> T rethrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
