package dev.tempest.testing.internal.faults;

import dev.tempest.testing.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Which request meets which faults. Immutable. */
public final class FaultPlan {
    private static final Set<String> ON_ITEMS = Set.of(
            "GetItem",
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "Query",
            "Scan",
            "BatchGetItem",
            "BatchWriteItem",
            "TransactGetItems",
            "TransactWriteItems",
            "ExecuteStatement",
            "BatchExecuteStatement",
            "ExecuteTransaction");

    private final long seed;
    private final List<Rate> rates;
    private final List<Rule> rules;

    private FaultPlan(Builder builder) {
        seed = builder.seed;
        rates = List.copyOf(builder.rates);
        rules = List.copyOf(builder.rules);
    }

    /** What the choices depend on. */
    public long seed() {
        return seed;
    }

    /** The random numbers of one request, which do not depend on what other operations are going on. */
    public SplittableRandom randomOf(SentRequest request) {
        long mixed = seed * 0x9E3779B97F4A7C15L + request.operation().hashCode();
        return new SplittableRandom(new SplittableRandom(mixed).nextLong() + request.number());
    }

    /** What happens to a request: a delay, or some other fault, or both, or nothing. */
    public List<Fault> faultsOf(SentRequest request, SplittableRandom random) {
        List<Fault> ruled = rules.stream()
                .filter(rule -> rule.condition.test(request))
                .map(Rule::fault)
                .toList();
        return ruled.isEmpty() ? drawn(request, random) : ruled;
    }

    private List<Fault> drawn(SentRequest request, SplittableRandom random) {
        List<Fault> drawn = new ArrayList<>();
        // One number for all faults that exclude each other: each then has its rate, in whatever order they are.
        double left = random.nextDouble();
        for (Rate rate : rates) {
            if (!rate.operations.contains(request.operation())) {
                continue;
            }
            if (rate.fault instanceof Fault.Delayed) {
                if (random.nextDouble() < rate.probability) {
                    drawn.add(rate.fault);
                }
            } else {
                if (left >= 0 && left < rate.probability) {
                    drawn.add(rate.fault);
                }
                left -= rate.probability;
            }
        }
        return drawn;
    }

    /**
     * Checks the name of an operation.
     *
     * @throws IllegalArgumentException if DynamoDB has none of this name
     */
    public static void checkOperation(String operation) {
        if (!Operations.KNOWN.contains(operation)) {
            throw new IllegalArgumentException(
                    "DynamoDB has no operation '" + operation + "'. Names are those of its API, such as PutItem.");
        }
    }

    private record Rate(double probability, Fault fault, Set<String> operations) {}

    private record Rule(Predicate<SentRequest> condition, Fault fault) {}

    /** Collects the faults and the rules of a plan. */
    public static final class Builder {
        private final List<Rate> rates = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private long seed;

        /** A builder for a plan without faults. */
        public Builder() {}

        /** Sets what the choices depend on. */
        public void seed(long newSeed) {
            seed = newSeed;
        }

        /** Lets a share of the requests of these operations meet a fault; if none is named, of all that read or write items. */
        public void rate(double probability, Fault fault, String... operations) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("Not a probability between 0 and 1: " + probability);
            }
            Arrays.stream(operations).forEach(FaultPlan::checkOperation);
            rates.add(new Rate(probability, fault, operations.length == 0 ? ON_ITEMS : Set.of(operations)));
        }

        /** Lets all requests that meet a condition meet a fault. */
        public void when(Predicate<SentRequest> condition, Fault fault) {
            rules.add(new Rule(condition, fault));
        }

        /** The plan. */
        public FaultPlan build() {
            return new FaultPlan(this);
        }
    }

    private static final class Operations {
        static final Set<String> KNOWN = Stream.of(DynamoDbClient.class, DynamoDbStreamsClient.class)
                .flatMap(client -> Arrays.stream(client.getMethods()))
                .map(method -> method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
