package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.testing.internal.faults.FaultPlan;
import dev.tempest.testing.internal.faults.SentRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** When faults happen, and how they are counted. */
class FaultyHttpTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));

    @ParameterizedTest
    @EnumSource
    void theSameSeedBringsTheSameFaults(AnyClient.Kind kind) {
        String first = outcomes(kind, mixed(42), 100);

        assertThat(outcomes(kind, mixed(42), 100)).isEqualTo(first);
        assertThat(outcomes(kind, mixed(43), 100)).isNotEqualTo(first);
    }

    @Test
    void eachFaultHasItsRateBesideTheOthers() {
        FaultPlan.Builder builder = new FaultPlan.Builder();
        builder.rate(0.2, Fault.responseLost(), "PutItem");
        builder.rate(0.05, Fault.throttled());
        builder.rate(0.5, Fault.delayed(Duration.ofMillis(1)));
        FaultPlan plan = builder.build();
        Map<Fault, Integer> counts = new HashMap<>();
        for (int number = 1; number <= 100_000; number++) {
            SentRequest request = new SentRequest("PutItem", number, "{}");
            plan.faultsOf(request, plan.randomOf(request)).forEach(fault -> counts.merge(fault, 1, Integer::sum));
        }

        assertThat(counts.get(Fault.responseLost())).isBetween(19_500, 20_500);
        assertThat(counts.get(Fault.throttled())).isBetween(4_750, 5_250);
        assertThat(counts.get(Fault.delayed(Duration.ofMillis(1)))).isBetween(49_000, 51_000);
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreCountedFromManyThreadsAndRetriesByThemselves(AnyClient.Kind kind) {
        // On a busy machine the SDK tries again for reasons of its own, too: so the requests are counted here as well.
        LongAdder puts = new LongAdder();
        FaultyHttp network = FaultyHttp.builder()
                .seed(5)
                .when(
                        request -> {
                            if (request.operation().equals("PutItem")) {
                                puts.increment();
                            }
                            return false;
                        },
                        Fault.throttled())
                .rate(0.2, Fault.connectionReset(), "PutItem")
                .build();
        try (AnyClient client = kind.withRetries(db.with(network))) {
            List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 25; i++) {
                            client.put(put(writer * 100 + i));
                        }
                    }))
                    .toList();
            writers.forEach(CompletableFuture::join);
        }
        assertThat(network.faults()).isPositive();
        assertThat(network.requests("PutItem")).isEqualTo(puts.sum()).isGreaterThanOrEqualTo(200 + network.faults());
        assertThat(db.client().scan(request -> request.tableName("music_items")).count())
                .isEqualTo(200);
    }

    @Test
    void operationsThatAreNotNamedAreLeftAlone() {
        FaultyHttp network =
                FaultyHttp.builder().rate(1, Fault.connectionReset(), "PutItem").build();
        try (AnyClient client = AnyClient.Kind.SYNC.withoutRetries(db.with(network))) {
            client.get(GetItemRequest.builder()
                    .tableName("music_items")
                    .key(album(1))
                    .build());
            assertThatThrownBy(() -> client.put(put(1))).isInstanceOf(SdkException.class);
        }
        assertThat(network.requests()).isEqualTo(2);
        assertThat(network.requests("GetItem")).isEqualTo(1);
        assertThat(network.faults()).isEqualTo(1);
    }

    @Test
    void tablesCanBeMadeThroughANetworkWhoseFaultsNameNoOperation() {
        FaultyHttp network =
                FaultyHttp.builder().rate(1, Fault.connectionReset()).build();

        db.with(network).createTable(TestTable.create("other_items", MusicItem.class));

        assertThat(db.client().listTables().tableNames()).containsExactly("music_items", "other_items");
    }

    @Test
    void aRuleCanLookIntoTheRequest() {
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> request.body().contains("album_2"), Fault.connectionReset())
                .build();
        try (AnyClient client = AnyClient.Kind.SYNC.withoutRetries(db.with(network))) {
            client.put(put(1));
            assertThatThrownBy(() -> client.put(put(2))).isInstanceOf(SdkException.class);
            client.put(put(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherWriterCanGetInBetweenALostResponseAndTheRetry(AnyClient.Kind kind) {
        List<String> seen = new ArrayList<>();
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "PutItem", Fault.responseLost())
                .afterFault((request, fault) -> {
                    seen.add(request.operation() + " " + request.number() + " " + fault);
                    db.client()
                            .deleteItem(
                                    delete -> delete.tableName("music_items").key(album(1)));
                })
                .build();
        try (AnyClient client = kind.withRetries(db.with(network))) {
            client.put(put(1).toBuilder()
                    .conditionExpression("attribute_not_exists(partitionKey)")
                    .build());
        }
        assertThat(seen).containsExactly("PutItem 1 ResponseLost[]");
        assertThat(network.requests("PutItem")).isEqualTo(2);
    }

    @Test
    void saysWhatHasHappenedSoThatARunCanBeRepeated() {
        FaultyHttp network = FaultyHttp.builder()
                .seed(99)
                .nth(2, "PutItem", Fault.throttled())
                .build();
        try (AnyClient client = AnyClient.Kind.SYNC.withRetries(db.with(network))) {
            client.put(put(1));
            client.put(put(2));
        }
        assertThat(network.toString())
                .startsWith("FaultyHttp[seed 99, 3 requests {PutItem=3}, 1 faults {")
                .contains("ProvisionedThroughputExceededException");
    }

    @Test
    void theTestsOwnConnectionStaysFreeFromFaults() {
        db.with(FaultyHttp.builder().rate(1, Fault.connectionReset()).build());

        db.client().putItem(put(1));
    }

    @Test
    void misspeltOperationsAndImpossibleRatesAreRefused() {
        FaultyHttp.Builder builder = FaultyHttp.builder();

        assertThatThrownBy(() -> builder.rate(0.1, Fault.throttled(), "Put"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DynamoDB has no operation 'Put'. Names are those of its API, such as PutItem.");
        assertThatThrownBy(() -> builder.nth(1, "put_item", Fault.throttled()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.rate(20, Fault.throttled()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a probability between 0 and 1: 20.0");
    }

    private static FaultyHttp mixed(long seed) {
        return FaultyHttp.builder()
                .seed(seed)
                .rate(0.2, Fault.responseLost(), "PutItem")
                .rate(0.1, Fault.connectionReset())
                .rate(0.05, Fault.throttled())
                .build();
    }

    private String outcomes(AnyClient.Kind kind, FaultyHttp network, int requests) {
        StringBuilder outcomes = new StringBuilder();
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            for (int i = 0; i < requests; i++) {
                try {
                    client.put(put(i));
                    outcomes.append('.');
                } catch (SdkException e) {
                    outcomes.append(e.getMessage().contains("response was lost") ? 'L' : e.retryable() ? 'R' : 'T');
                }
            }
        }
        return outcomes.toString();
    }

    private static PutItemRequest put(int number) {
        return PutItemRequest.builder()
                .tableName("music_items")
                .item(album(number))
                .build();
    }

    private static Map<String, AttributeValue> album(int number) {
        return Map.of(
                "partitionKey", AttributeValue.fromS("album_" + number), "sortKey", AttributeValue.fromS("INFO_"));
    }
}
