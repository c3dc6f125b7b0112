package dev.tempest.testing.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.AmazonClientException;
import com.amazonaws.ClientConfiguration;
import com.amazonaws.SdkClientException;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.InternalServerErrorException;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughputExceededException;
import com.amazonaws.services.dynamodbv2.model.Put;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import com.amazonaws.services.dynamodbv2.model.WriteRequest;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each fault: what a client of SDK 1.x sees of it, and what it leaves in the table. */
class FaultTest {
    private static final Map<String, AttributeValue> KEY = album(1);
    private static final PutItemRequest CREATE =
            new PutItemRequest("music_items", KEY).withConditionExpression("attribute_not_exists(partitionKey)");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(MusicItem.class));

    @Test
    void aLostResponseIsThatOfARequestThatWasExecuted() {
        FaultyHttp network = firstPut(Fault.responseLost());

        assertThatThrownBy(() -> withoutRetries(network).putItem(CREATE))
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(IOException.class);

        assertThat(isStored()).isTrue();
        assertThat(network.faults(Fault.responseLost())).isEqualTo(1);
    }

    @Test
    void theRetryAfterALostResponseMeetsItsOwnFirstAttempt() {
        FaultyHttp network = firstPut(Fault.responseLost());

        assertThatThrownBy(() -> db.with(network).client().putItem(CREATE))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(network.requests("PutItem")).isEqualTo(2);
    }

    @Test
    void aConnectionThatIsResetHasSentNothing() {
        FaultyHttp network = firstPut(Fault.connectionReset());
        AmazonDynamoDB client = withoutRetries(network);

        assertThatThrownBy(() -> client.putItem(CREATE))
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(IOException.class);

        assertThat(isStored()).isFalse();
        client.putItem(CREATE);
        assertThat(isStored()).isTrue();
    }

    @Test
    void theRetryAfterAResetSucceeds() {
        db.with(firstPut(Fault.connectionReset())).client().putItem(CREATE);

        assertThat(isStored()).isTrue();
    }

    @Test
    void aThrottledRequestIsRefusedAsDynamoDbDoes() {
        assertThatThrownBy(() -> withoutRetries(firstPut(Fault.throttled())).putItem(CREATE))
                .isInstanceOfSatisfying(ProvisionedThroughputExceededException.class, refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(400);
                    assertThat(refusal.getRequestId()).isNotBlank();
                });
        assertThat(isStored()).isFalse();
    }

    @Test
    void aServerErrorHasExecutedNothingUnlessSaidSo() {
        assertThatThrownBy(() -> withoutRetries(firstPut(Fault.serverError())).putItem(CREATE))
                .isInstanceOfSatisfying(
                        InternalServerErrorException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(500));
        assertThat(isStored()).isFalse();

        assertThatThrownBy(() -> withoutRetries(firstPut(Fault.serverErrorAfterExecution()))
                        .putItem(CREATE))
                .isInstanceOf(InternalServerErrorException.class);
        assertThat(isStored()).isTrue();
    }

    @Test
    void anyErrorCanBeAnswered() {
        FaultyHttp network = firstPut(Fault.error(400, "ReplicatedWriteConflictException", "Another \"Region\" wrote"));

        assertThatThrownBy(() -> withoutRetries(network).putItem(CREATE))
                .isInstanceOf(AmazonDynamoDBException.class)
                .hasMessageContaining("Another \"Region\" wrote");
    }

    @Test
    void aRequestMayLandAfterItsClientHasGivenUp() {
        FaultyHttp network = firstPut(Fault.deliveredLate(Duration.ofMinutes(1)));

        assertThatThrownBy(() -> withoutRetries(network).putItem(CREATE)).isInstanceOf(SdkClientException.class);

        assertThat(isStored()).isFalse();
        network.deliverPending();
        assertThat(isStored()).isTrue();
    }

    @Test
    void aRequestMayLandOnceMoreAndUndoWhatCameAfterIt() {
        FaultyHttp network = firstPut(Fault.deliveredTwice(Duration.ofMinutes(1)));

        db.with(network).client().putItem(CREATE);
        db.client().deleteItem("music_items", KEY);
        assertThat(isStored()).isFalse();

        network.deliverPending();
        assertThat(isStored()).isTrue();
        assertThat(network.requests("PutItem")).isEqualTo(1);
    }

    @Test
    void aDelayTakesItsTime() {
        FaultyHttp network = firstPut(Fault.delayed(Duration.ofMillis(200)));
        AmazonDynamoDB client = db.with(network).client();

        long start = System.nanoTime();
        client.putItem(CREATE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aTransactionConflictIsReportedAsDynamoDbDoes() {
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.transactionConflict())
                .build();
        TransactWriteItemsRequest two =
                new TransactWriteItemsRequest().withTransactItems(transactionPut(1), transactionPut(2));
        AmazonDynamoDB client = withoutRetries(network);

        assertThatThrownBy(() -> client.transactWriteItems(two))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        cancelled -> assertThat(cancelled.getCancellationReasons())
                                .extracting(CancellationReason::getCode)
                                .containsExactlyInAnyOrder("TransactionConflict", "None"));
        assertThat(isStored()).isFalse();
        client.transactWriteItems(two);
        assertThat(isStored()).isTrue();
    }

    @Test
    void aBatchIsProcessedInPart() {
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "BatchWriteItem", Fault.unprocessed(0.5))
                .build();

        BatchWriteItemResult result = db.with(network)
                .client()
                .batchWriteItem(new BatchWriteItemRequest(Map.of(
                        "music_items",
                        IntStream.range(0, 10)
                                .mapToObj(number -> new WriteRequest(new PutRequest(album(number))))
                                .toList())));

        List<WriteRequest> unprocessed = result.getUnprocessedItems().get("music_items");
        assertThat(unprocessed).hasSizeBetween(1, 9);
        assertThat(count()).isEqualTo(10 - unprocessed.size());
    }

    @Test
    void theSameSeedBringsTheSameFaultsToManyRequests() {
        String first = outcomes(42);

        assertThat(outcomes(42)).isEqualTo(first).contains("!").contains(".");
        assertThat(outcomes(43)).isNotEqualTo(first);
    }

    @Test
    void manyWritersMayShareOneClient() {
        FaultyHttp network = FaultyHttp.builder()
                .rate(0.2, Fault.connectionReset(), "PutItem")
                .build();
        AmazonDynamoDB client = db.with(network).client();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < 10; i++) {
                                    client.putItem("music_items", album(writer * 100 + i));
                                }
                            },
                            threads))
                    .toList();
            writers.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        assertThat(network.faults()).isPositive();
        assertThat(network.requests("PutItem")).isEqualTo(80 + network.faults());
        assertThat(count()).isEqualTo(80);
    }

    @Test
    void theTestsOwnConnectionStaysFreeFromFaults() {
        db.with(FaultyHttp.builder().rate(1, Fault.connectionReset()).build());

        db.client().putItem(CREATE);
    }

    @Test
    void awsTakesNoRequestsFromAFaultyNetwork() {
        try (DynamoDbConnection aws = DynamoDbConnection.aws()) {
            assertThatThrownBy(() -> aws.with(FaultyHttp.builder().build())).isInstanceOf(IllegalStateException.class);
        }
    }

    private String outcomes(long seed) {
        AmazonDynamoDB client = withoutRetries(FaultyHttp.builder()
                .seed(seed)
                .rate(0.2, Fault.responseLost(), "PutItem")
                .rate(0.1, Fault.throttled())
                .build());
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            try {
                client.putItem("music_items", album(i));
                outcomes.append('.');
            } catch (ProvisionedThroughputExceededException e) {
                outcomes.append('T');
            } catch (AmazonClientException e) {
                outcomes.append('!');
            }
        }
        return outcomes.toString();
    }

    /** A client that makes each request once. It ends with the JVM. */
    private AmazonDynamoDB withoutRetries(FaultyHttp network) {
        return db.with(network)
                .clientBuilder()
                .withClientConfiguration(new ClientConfiguration().withMaxErrorRetry(0))
                .build();
    }

    private static FaultyHttp firstPut(Fault fault) {
        return FaultyHttp.builder().nth(1, "PutItem", fault).build();
    }

    private static TransactWriteItem transactionPut(int number) {
        return new TransactWriteItem()
                .withPut(new Put().withTableName("music_items").withItem(album(number)));
    }

    private boolean isStored() {
        return db.client()
                        .getItem(new GetItemRequest("music_items", KEY).withConsistentRead(true))
                        .getItem()
                != null;
    }

    private int count() {
        return db.client().scan(new ScanRequest("music_items")).getCount();
    }

    private static Map<String, AttributeValue> album(int number) {
        return Map.of("partitionKey", new AttributeValue("album_" + number), "sortKey", new AttributeValue("INFO_"));
    }
}
