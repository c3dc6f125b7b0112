package dev.tempest.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The requests that their clients have given up, or hold for answered, and that have yet to land. */
final class LateRequests {
    private final List<LateRequest> underWay = new ArrayList<>();

    void landAfter(Duration delay, Supplier<CompletableFuture<Answer>> send) {
        LateRequest request = new LateRequest(send);
        synchronized (this) {
            underWay.removeIf(LateRequest::hasLanded);
            underWay.add(request);
        }
        request.start.completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void landNow() {
        List<LateRequest> requests;
        synchronized (this) {
            requests = List.copyOf(underWay);
        }
        requests.forEach(request -> request.start.complete(true));
        requests.forEach(request -> request.landed.join());
    }

    private static final class LateRequest {
        private final CompletableFuture<Boolean> start = new CompletableFuture<>();
        private final CompletableFuture<Boolean> landed;

        LateRequest(Supplier<CompletableFuture<Answer>> send) {
            // An answer that nobody reads is as good as none.
            landed = start.thenComposeAsync(started -> send.get(), Workers.EXECUTOR)
                    .handle((answer, failure) -> true);
        }

        boolean hasLanded() {
            return landed.isDone();
        }
    }
}
