package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Batches of which DynamoDB processes a part. */
class UnprocessedTest {
    @RegisterExtension
    final TestDb db = TestDb.builder()
            .table("albums", MusicItem.class)
            .table("tracks", MusicItem.class)
            .build();

    @ParameterizedTest
    @EnumSource
    void aBatchOfWritesIsExecutedInPart(AnyClient.Kind kind) {
        FaultyHttp network = unprocessed(0.4);
        Map<String, List<WriteRequest>> all = Map.of("albums", writes(10), "tracks", writes(15));
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            BatchWriteItemResponse response = client.batchWrite(
                    BatchWriteItemRequest.builder().requestItems(all).build());

            int unprocessed = size(response.unprocessedItems());
            assertThat(unprocessed).isBetween(1, 24);
            assertThat(count("albums") + count("tracks")).isEqualTo(25 - unprocessed);
            response.unprocessedItems()
                    .forEach((table, writes) -> assertThat(all.get(table)).containsAll(writes));
        }
        assertThat(network.faults(Fault.unprocessed(0.4))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAsksAgainGetsEverythingWritten(AnyClient.Kind kind) {
        FaultyHttp network =
                FaultyHttp.builder().seed(7).rate(0.7, Fault.unprocessed(0.5)).build();
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            Map<String, List<WriteRequest>> left = Map.of("albums", writes(10), "tracks", writes(15));
            while (!left.isEmpty()) {
                left = unprocessedOf(left, client);
            }
        }
        assertThat(count("albums")).isEqualTo(10);
        assertThat(count("tracks")).isEqualTo(15);
        assertThat(network.faults()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchOfReadsIsExecutedInPart(AnyClient.Kind kind) {
        db.client().batchWriteItem(request -> request.requestItems(Map.of("albums", writes(20))));
        Map<String, KeysAndAttributes> all = Map.of(
                "albums",
                KeysAndAttributes.builder()
                        .keys(keys(20))
                        .consistentRead(true)
                        .projectionExpression("partitionKey")
                        .build());
        try (AnyClient client = kind.withoutRetries(db.with(unprocessed(0.3)))) {
            BatchGetItemResponse response = client.batchGet(
                    BatchGetItemRequest.builder().requestItems(all).build());

            KeysAndAttributes unprocessed = response.unprocessedKeys().get("albums");
            assertThat(unprocessed.consistentRead()).isTrue();
            assertThat(unprocessed.projectionExpression()).isEqualTo("partitionKey");
            assertThat(keys(20)).containsAll(unprocessed.keys());
            assertThat(response.responses().get("albums"))
                    .hasSize(20 - unprocessed.keys().size())
                    .allSatisfy(item -> assertThat(item).containsOnlyKeys("partitionKey"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchOfOneIsThrottled(AnyClient.Kind kind) {
        try (AnyClient client = kind.withoutRetries(db.with(unprocessed(0)))) {
            assertThatThrownBy(() -> client.batchWrite(BatchWriteItemRequest.builder()
                            .requestItems(Map.of("albums", writes(1)))
                            .build()))
                    .isInstanceOf(ProvisionedThroughputExceededException.class);
        }
        assertThat(count("albums")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void atLeastOneItemIsProcessedAndOneIsNot(AnyClient.Kind kind) {
        for (double share : new double[] {0, 1}) {
            try (AnyClient client = kind.withoutRetries(db.with(unprocessed(share)))) {
                assertThat(size(client.batchWrite(BatchWriteItemRequest.builder()
                                        .requestItems(Map.of("albums", writes(4)))
                                        .build())
                                .unprocessedItems()))
                        .isEqualTo(share == 0 ? 1 : 3);
            }
        }
    }

    private static Map<String, List<WriteRequest>> unprocessedOf(
            Map<String, List<WriteRequest>> writes, AnyClient client) {
        try {
            return client.batchWrite(
                            BatchWriteItemRequest.builder().requestItems(writes).build())
                    .unprocessedItems();
        } catch (ProvisionedThroughputExceededException e) {
            return writes;
        }
    }

    private static FaultyHttp unprocessed(double share) {
        return FaultyHttp.builder()
                .seed(7)
                .rate(1, Fault.unprocessed(share), "BatchWriteItem", "BatchGetItem")
                .build();
    }

    private static List<WriteRequest> writes(int count) {
        return keys(count).stream()
                .map(key -> WriteRequest.builder()
                        .putRequest(put -> put.item(withTitle(key)))
                        .build())
                .toList();
    }

    private static Map<String, AttributeValue> withTitle(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put("title", AttributeValue.fromS("Ænima \"live\""));
        return item;
    }

    private static List<Map<String, AttributeValue>> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Map.of(
                        "partitionKey", AttributeValue.fromS("album_" + number),
                        "sortKey", AttributeValue.fromS("INFO_")))
                .toList();
    }

    private static int size(Map<String, List<WriteRequest>> writes) {
        return writes.values().stream().mapToInt(List::size).sum();
    }

    private int count(String table) {
        return db.client().scan(request -> request.tableName(table)).count();
    }
}
