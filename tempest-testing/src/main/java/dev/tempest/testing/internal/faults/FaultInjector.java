package dev.tempest.testing.internal.faults;

import dev.tempest.testing.Fault;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests, and lets the faults of a plan happen to them. */
public final class FaultInjector {
    private final FaultPlan plan;
    private final FaultCounts counts;
    private final BiConsumer<SentRequest, Fault> afterFault;
    private final LateRequests late = new LateRequests();

    /**
     * An injector that counts what it does.
     *
     * @param afterFault what is done when a fault has happened, and before the client sees it
     */
    public FaultInjector(FaultPlan plan, FaultCounts counts, BiConsumer<SentRequest, Fault> afterFault) {
        this.plan = plan;
        this.counts = counts;
        this.afterFault = afterFault;
    }

    /** The way to DynamoDB. Each call sends the request once more, with the given body. */
    @FunctionalInterface
    public interface Wire {
        /** Sends the request. */
        CompletableFuture<Response> send(byte[] body);
    }

    /** Sends a request, or not, and returns what the client is to see: a response or an {@link IOException}. */
    public CompletableFuture<Response> exchange(String operation, byte[] body, Wire wire) {
        SentRequest request =
                new SentRequest(operation, counts.request(operation), new String(body, StandardCharsets.UTF_8));
        SplittableRandom random = plan.randomOf(request);
        Duration delay = Duration.ZERO;
        Fault fault = null;
        for (Fault next : plan.faultsOf(request, random)) {
            if (next instanceof Fault.Delayed delayed) {
                delay = delay.plus(between(delayed.atLeast(), delayed.atMost(), random));
                counts.fault(next);
            } else if (fault == null) {
                fault = next;
            }
        }
        Exchange exchange = new Exchange(request, body, wire, random);
        Fault outcome = fault;
        return delay.isZero() ? exchange.meet(outcome) : later(delay, () -> exchange.meet(outcome));
    }

    /** Lets the requests that are to land later do so now, and waits until they have. */
    public void deliverPending() {
        late.landNow();
    }

    private static CompletableFuture<Response> later(Duration delay, Supplier<CompletableFuture<Response>> action) {
        Executor executor = CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, Workers.EXECUTOR);
        return CompletableFuture.runAsync(() -> {}, executor)
                .thenComposeAsync(elapsed -> action.get(), Workers.EXECUTOR);
    }

    private static Duration between(Duration atLeast, Duration atMost, SplittableRandom random) {
        return Duration.ofNanos(random.nextLong(atLeast.toNanos(), atMost.toNanos() + 1));
    }

    /** One request on its way. */
    private final class Exchange {
        private final SentRequest request;
        private final byte[] body;
        private final Wire wire;
        private final SplittableRandom random;

        Exchange(SentRequest request, byte[] body, Wire wire, SplittableRandom random) {
            this.request = request;
            this.body = body;
            this.wire = wire;
            this.random = random;
        }

        CompletableFuture<Response> meet(@Nullable Fault fault) {
            if (fault instanceof Fault.ResponseLost) {
                return executed().thenCompose(response -> broken(fault, "the response was lost"));
            }
            if (fault instanceof Fault.ResponseCutOff) {
                return executed().thenCompose(response -> happened(fault, response.cutOff()));
            }
            if (fault instanceof Fault.ConnectionReset) {
                return broken(fault, "the request was not sent");
            }
            if (fault instanceof Fault.DeliveredLate onItsWay) {
                late.landAfter(between(onItsWay.atLeast(), onItsWay.atMost(), random), this::executed);
                return broken(fault, "the request is late");
            }
            if (fault instanceof Fault.DeliveredTwice twice) {
                return executed().thenCompose(response -> {
                    late.landAfter(between(twice.atLeast(), twice.atMost(), random), this::executed);
                    return happened(fault, response);
                });
            }
            if (fault instanceof Fault.ErrorResponse error) {
                Response response = Response.error(error.status(), error.code(), error.message());
                return error.executed()
                        ? executed().thenCompose(lost -> happened(fault, response))
                        : happened(fault, response);
            }
            if (fault instanceof Fault.TransactionConflict) {
                return conflict(fault);
            }
            if (fault instanceof Fault.Unprocessed unprocessed && PartialBatch.isBatch(request.operation())) {
                return inPart(unprocessed);
            }
            return executed();
        }

        private CompletableFuture<Response> executed() {
            return wire.send(body);
        }

        private CompletableFuture<Response> broken(Fault fault, String how) {
            return happened(fault, new SocketException("Connection reset: " + how + " (injected)"));
        }

        private CompletableFuture<Response> conflict(Fault fault) {
            switch (request.operation()) {
                case "TransactWriteItems", "TransactGetItems" -> {
                    int size = Json.read(body).required("TransactItems").size();
                    return happened(fault, Response.transactionCancelled(size, random.nextInt(size)));
                }
                case "PutItem", "UpdateItem", "DeleteItem" -> {
                    return happened(
                            fault,
                            Response.error(
                                    400,
                                    "TransactionConflictException",
                                    "Transaction is ongoing for the item (injected)"));
                }
                default -> {
                    return executed();
                }
            }
        }

        private CompletableFuture<Response> inPart(Fault.Unprocessed fault) {
            if (PartialBatch.size(body) < 2) {
                Fault.ErrorResponse throttled = (Fault.ErrorResponse) Fault.throttled();
                return happened(fault, Response.error(throttled.status(), throttled.code(), throttled.message()));
            }
            PartialBatch batch = PartialBatch.of(request.operation(), body, fault.share(), random);
            return wire.send(batch.request()).thenCompose(response -> happened(fault, batch.complete(response)));
        }

        private CompletableFuture<Response> happened(Fault fault, Response response) {
            happened(fault);
            return CompletableFuture.completedFuture(response);
        }

        private CompletableFuture<Response> happened(Fault fault, IOException failure) {
            happened(fault);
            return CompletableFuture.failedFuture(failure);
        }

        private void happened(Fault fault) {
            counts.fault(fault);
            afterFault.accept(request, fault);
        }
    }
}
