package dev.tempest.testing;

import dev.tempest.testing.internal.faults.FaultCounts;
import dev.tempest.testing.internal.faults.FaultInjector;
import dev.tempest.testing.internal.faults.FaultPlan;
import dev.tempest.testing.internal.faults.FaultyAsyncClient;
import dev.tempest.testing.internal.faults.FaultySyncClient;
import dev.tempest.testing.internal.faults.SentRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * A network that fails on request: between the SDK and DynamoDB, it loses responses, breaks connections, throttles,
 * delays, repeats and leaves unprocessed, at the rates or at the moments that a test asks for.
 *
 * <pre>{@code
 * FaultyHttp network = FaultyHttp.builder()
 *         .seed(42)
 *         .rate(0.2, Fault.responseLost(), "PutItem")
 *         .rate(0.05, Fault.throttled())
 *         .build();
 * DynamoDbConnection faulty = db.with(network);
 * }</pre>
 *
 * <p>What happens to the n-th request of an operation depends on the seed, the operation and n alone: a test that makes
 * its requests in the same order meets the same faults again. Requests are counted as they reach the network, each of the
 * SDK's retries on its own.
 *
 * <p>Instances are thread-safe, and may serve any number of clients, synchronous and asynchronous ones, at once. Those
 * faults that change requests ({@link Fault#unprocessed}) or send them late need an endpoint that does not insist on
 * signatures, as an embedded one.
 */
public final class FaultyHttp {
    private final FaultPlan plan;
    private final FaultCounts counts = new FaultCounts();
    private final FaultInjector injector;

    private FaultyHttp(Builder builder) {
        plan = builder.plan.build();
        BiConsumer<Request, Fault> afterFault = builder.afterFault;
        injector = new FaultInjector(plan, counts, (sent, fault) -> afterFault.accept(Request.of(sent), fault));
    }

    /** A network without faults, to which they can be added. */
    public static Builder builder() {
        return new Builder();
    }

    /** A client whose requests go through this network to {@code client}. Closing it closes {@code client}. */
    public SdkHttpClient wrap(SdkHttpClient client) {
        return new FaultySyncClient(client, injector);
    }

    /** A client whose requests go through this network to {@code client}. Closing it closes {@code client}. */
    public SdkAsyncHttpClient wrap(SdkAsyncHttpClient client) {
        return new FaultyAsyncClient(client, injector);
    }

    /**
     * A port of this machine from which requests go through this network to {@code endpoint}: for clients that let
     * nobody wrap their HTTP client, as those of SDK 1.x. The caller closes it.
     *
     * @param endpoint where DynamoDB listens; it must not insist on signatures
     */
    public FaultyEndpoint proxyTo(URI endpoint) {
        return new FaultyEndpoint(endpoint, injector);
    }

    /** How many requests have been made, retries included. */
    public long requests() {
        return counts.requests().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many requests of an operation, such as {@code PutItem}, have been made, retries included. */
    public long requests(String operation) {
        return counts.requests().getOrDefault(operation, 0L);
    }

    /** How many faults have happened. */
    public long faults() {
        return counts.faults().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often a fault has happened. */
    public long faults(Fault fault) {
        return counts.faults().getOrDefault(fault, 0L);
    }

    /**
     * Delivers all delayed requests now, and waits until they are executed. Call it before you read what is stored in the end, or
     * to deliver a late request at a chosen moment.
     *
     * @see Fault#deliveredLate
     * @see Fault#deliveredTwice
     */
    public void deliverPending() {
        injector.deliverPending();
    }

    /** The seed, the requests and the faults up to now, for a test's output. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "FaultyHttp[seed %d, %,d requests %s, %,d faults %s]",
                plan.seed(),
                requests(),
                counts.requests(),
                faults(),
                counts.faults().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)));
    }

    /**
     * A request as it reaches the network.
     *
     * @param operation the operation's name, such as {@code PutItem}
     * @param number 1 for the first request of this operation, and so on
     * @param body the request in DynamoDB's JSON
     */
    public record Request(String operation, long number, String body) {
        private static Request of(SentRequest sent) {
            return new Request(sent.operation(), sent.number(), sent.body());
        }
    }

    /**
     * Says what goes wrong, and when.
     *
     * <p>A request for which a rule was made by {@link #nth} or {@link #when} meets the faults of those rules and no
     * others. Of the faults with a rate, a request meets one at most, besides a delay.
     */
    public static final class Builder {
        private final FaultPlan.Builder plan = new FaultPlan.Builder();
        private BiConsumer<Request, Fault> afterFault = (request, fault) -> {};

        /** A builder for a network without faults. */
        public Builder() {}

        /** Sets what the choices depend on; 0 unless it is set. */
        public Builder seed(long seed) {
            plan.seed(seed);
            return this;
        }

        /**
         * Lets a share of requests meet a fault.
         *
         * @param probability between 0 and 1
         * @param operations the operations concerned, such as {@code PutItem}; if none is named, all those that read or
         *     write items
         */
        public Builder rate(double probability, Fault fault, String... operations) {
            plan.rate(probability, fault, operations);
            return this;
        }

        /** Lets the n-th request of an operation meet a fault; the first one is number 1. */
        public Builder nth(long number, String operation, Fault fault) {
            FaultPlan.checkOperation(operation);
            return when(
                    request -> request.number() == number && request.operation().equals(operation), fault);
        }

        /** Lets all requests that fulfil a condition meet a fault. */
        public Builder when(Predicate<Request> condition, Fault fault) {
            plan.when(sent -> condition.test(Request.of(sent)), fault);
            return this;
        }

        /**
         * Sets what is done when a fault has happened, and before the client gets to know: here another writer can get
         * in between a lost response and the retry. Runs on the thread that waits for the request, and for an
         * asynchronous client on one that may block.
         */
        public Builder afterFault(BiConsumer<Request, Fault> action) {
            afterFault = action;
            return this;
        }

        /** The network. */
        public FaultyHttp build() {
            return new FaultyHttp(this);
        }
    }
}
