package dev.tempest.testing.internal.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The requests that their clients have given up, or have a response to, and that have yet to land. */
final class LateRequests {
    private final List<LateRequest> underWay = new ArrayList<>();

    void landAfter(Duration delay, Supplier<CompletableFuture<Response>> send) {
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

        LateRequest(Supplier<CompletableFuture<Response>> send) {
            // A response that nobody reads is as good as none.
            landed = start.thenComposeAsync(started -> send.get(), Workers.EXECUTOR)
                    .handle((response, failure) -> true);
        }

        boolean hasLanded() {
            return landed.isDone();
        }
    }
}
