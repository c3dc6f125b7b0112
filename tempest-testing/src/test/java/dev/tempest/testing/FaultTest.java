package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Each fault: what a client sees of it, and what it leaves in the table. */
class FaultTest {
    private static final Map<String, AttributeValue> KEY =
            Map.of("partitionKey", AttributeValue.fromS("album_1"), "sortKey", AttributeValue.fromS("INFO_"));
    private static final PutItemRequest CREATE = PutItemRequest.builder()
            .tableName("music_items")
            .item(KEY)
            .conditionExpression("attribute_not_exists(partitionKey)")
            .build();

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));

    @ParameterizedTest
    @EnumSource
    void aLostResponseIsThatOfARequestThatWasExecuted(AnyClient.Kind kind) {
        FaultyHttp network = firstPut(Fault.responseLost());
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            assertThatThrownBy(() -> client.put(CREATE))
                    .isInstanceOf(SdkClientException.class)
                    .hasRootCauseInstanceOf(IOException.class)
                    .hasRootCauseMessage("Connection reset: the response was lost (injected)");
        }
        assertThat(isStored()).isTrue();
        assertThat(network.faults(Fault.responseLost())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theRetryAfterALostResponseMeetsItsOwnFirstAttempt(AnyClient.Kind kind) {
        FaultyHttp network = firstPut(Fault.responseLost());
        try (AnyClient client = kind.withRetries(db.with(network))) {
            assertThatThrownBy(() -> client.put(CREATE)).isInstanceOf(ConditionalCheckFailedException.class);
        }
        assertThat(isStored()).isTrue();
        assertThat(network.requests("PutItem")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsResetHasSentNothing(AnyClient.Kind kind) {
        try (AnyClient client = kind.withoutRetries(db.with(firstPut(Fault.connectionReset())))) {
            assertThatThrownBy(() -> client.put(CREATE))
                    .isInstanceOf(SdkClientException.class)
                    .hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(isStored()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theRetryAfterAResetSucceeds(AnyClient.Kind kind) {
        try (AnyClient client = kind.withRetries(db.with(firstPut(Fault.connectionReset())))) {
            client.put(CREATE);
        }
        assertThat(isStored()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aThrottledRequestIsRefusedAsDynamoDbDoes(AnyClient.Kind kind) {
        try (AnyClient client = kind.withoutRetries(db.with(firstPut(Fault.throttled())))) {
            assertThatThrownBy(() -> client.put(CREATE))
                    .isInstanceOfSatisfying(ProvisionedThroughputExceededException.class, refusal -> {
                        assertThat(refusal.statusCode()).isEqualTo(400);
                        assertThat(refusal.isThrottlingException()).isTrue();
                        assertThat(refusal.requestId()).isNotBlank();
                    });
            assertThat(isStored()).isFalse();
            client.put(CREATE);
            assertThat(isStored()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerErrorHasExecutedNothingUnlessSaidSo(AnyClient.Kind kind) {
        try (AnyClient client = kind.withoutRetries(db.with(firstPut(Fault.serverError())))) {
            assertThatThrownBy(() -> client.put(CREATE))
                    .isInstanceOfSatisfying(
                            InternalServerErrorException.class,
                            error -> assertThat(error.statusCode()).isEqualTo(500));
            assertThat(isStored()).isFalse();
        }
        try (AnyClient client = kind.withoutRetries(db.with(firstPut(Fault.serverErrorAfterExecution())))) {
            assertThatThrownBy(() -> client.put(CREATE)).isInstanceOf(InternalServerErrorException.class);
            assertThat(isStored()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyErrorCanBeAnswered(AnyClient.Kind kind) {
        Fault fault = Fault.error(400, "ReplicatedWriteConflictException", "Another \"Region\" wrote");
        try (AnyClient client = kind.withoutRetries(db.with(firstPut(fault)))) {
            assertThatThrownBy(() -> client.put(CREATE))
                    .isInstanceOf(ReplicatedWriteConflictException.class)
                    .hasMessageContaining("Another \"Region\" wrote");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestMayLandAfterItsClientHasGivenUp(AnyClient.Kind kind) {
        FaultyHttp network = firstPut(Fault.deliveredLate(Duration.ofMinutes(1)));
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            assertThatThrownBy(() -> client.put(CREATE)).isInstanceOf(SdkClientException.class);
        }
        assertThat(isStored()).isFalse();
        network.deliverPending();
        assertThat(isStored()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestMayLandOnceMoreAndUndoWhatCameAfterIt(AnyClient.Kind kind) {
        FaultyHttp network = firstPut(Fault.deliveredTwice(Duration.ofMinutes(1)));
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            client.put(CREATE);
            db.client().deleteItem(request -> request.tableName("music_items").key(KEY));
            assertThat(isStored()).isFalse();
        }
        network.deliverPending();
        assertThat(isStored()).isTrue();
        assertThat(network.requests("PutItem")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLateRequestLandsByItself(AnyClient.Kind kind) throws InterruptedException {
        FaultyHttp network = firstPut(Fault.deliveredLate(Duration.ofMillis(10), Duration.ofMillis(100)));
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            assertThatThrownBy(() -> client.put(CREATE)).isInstanceOf(SdkClientException.class);
        }
        for (int i = 0; i < 300 && !isStored(); i++) {
            Thread.sleep(100);
        }
        assertThat(isStored()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aDelayGoesTogetherWithAnotherFault(AnyClient.Kind kind) {
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "PutItem", Fault.delayed(Duration.ofMillis(200)))
                .nth(1, "PutItem", Fault.throttled())
                .build();
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> client.put(CREATE)).isInstanceOf(ProvisionedThroughputExceededException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
        assertThat(network.faults()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionConflictIsReportedAsDynamoDbDoes(AnyClient.Kind kind) {
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> request.number() == 1, Fault.transactionConflict())
                .build();
        TransactWriteItemsRequest two = TransactWriteItemsRequest.builder()
                .transactItems(put("album_1"), put("album_2"))
                .build();
        try (AnyClient client = kind.withoutRetries(db.with(network))) {
            assertThatThrownBy(() -> client.transactWrite(two))
                    .isInstanceOfSatisfying(
                            TransactionCanceledException.class,
                            cancelled -> assertThat(cancelled.cancellationReasons())
                                    .extracting(CancellationReason::code)
                                    .containsExactlyInAnyOrder("TransactionConflict", "None"));
            assertThatThrownBy(() -> client.put(CREATE)).isInstanceOf(TransactionConflictException.class);
            assertThat(isStored()).isFalse();
            client.transactWrite(two);
            assertThat(isStored()).isTrue();
            client.get(
                    GetItemRequest.builder().tableName("music_items").key(KEY).build());
        }
        assertThat(network.faults()).isEqualTo(2);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Fault.unprocessed(1.5)).hasMessage("Not a share between 0 and 1: 1.5");
        assertThatThrownBy(() -> Fault.delayed(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("Not a range of delays: PT2S to PT1S");
    }

    private static FaultyHttp firstPut(Fault fault) {
        return FaultyHttp.builder().nth(1, "PutItem", fault).build();
    }

    private static TransactWriteItem put(String partitionKey) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("music_items")
                        .item(Map.of(
                                "partitionKey",
                                AttributeValue.fromS(partitionKey),
                                "sortKey",
                                AttributeValue.fromS("INFO_"))))
                .build();
    }

    private boolean isStored() {
        return db.client()
                .getItem(request -> request.tableName("music_items").key(KEY).consistentRead(true))
                .hasItem();
    }
}
