package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.BatchLoadContext;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchWriteRetryStrategy;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.KeysAndAttributes;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughputExceededException;
import com.amazonaws.services.dynamodbv2.model.WriteRequest;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.sdk1.BatchLoadConfig;
import dev.tempest.sdk1.BatchWriteResult;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches of any number of keys and items, with the mapper's retry strategies. */
class BatchesTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media();

    private final List<Track> tracks = Media.tracks("1", 330);
    private Media.Sdk1Db media;

    @BeforeEach
    void connect() {
        media = LogicalDb.create(Media.Sdk1Db.class, db.mapper());
    }

    /** Tries again at once, so often. */
    private record Retries(int times) implements BatchLoadRetryStrategy, BatchWriteRetryStrategy {
        @Override
        public boolean shouldRetry(BatchLoadContext context) {
            return context.getRetriesAttempted() < times;
        }

        @Override
        public long getDelayBeforeNextRetry(BatchLoadContext context) {
            return 0;
        }

        @Override
        public int getMaxRetryOnUnprocessedItems(Map<String, List<WriteRequest>> batch) {
            return times;
        }

        @Override
        public long getDelayBeforeRetryUnprocessedItems(Map<String, List<WriteRequest>> left, int retriesAttempted) {
            return 0;
        }
    }

    private Media.Sdk1Db over(AmazonDynamoDB client, Retries retries) {
        DynamoDBMapperConfig config = DynamoDBMapperConfig.builder()
                .withBatchLoadRetryStrategy(retries)
                .withBatchWriteRetryStrategy(retries)
                .build();
        return LogicalDb.builder(Media.Sdk1Db.class)
                .client(client)
                .config(config)
                .build();
    }

    /** A table that takes one write of each request, and gives one item. */
    private AmazonDynamoDB slow() {
        AmazonDynamoDB writes = Intercepted.client(db.client(), "batchWriteItem", (request, proceed) -> {
            Map<String, List<WriteRequest>> all = ((BatchWriteItemRequest) request).getRequestItems();
            List<WriteRequest> items = all.get("media");
            BatchWriteItemResult result = (BatchWriteItemResult)
                    proceed.apply(new BatchWriteItemRequest(Map.of("media", items.subList(0, 1))));
            return items.size() == 1
                    ? result
                    : result.withUnprocessedItems(Map.of("media", items.subList(1, items.size())));
        });
        return Intercepted.client(writes, "batchGetItem", (request, proceed) -> {
            KeysAndAttributes all =
                    ((BatchGetItemRequest) request).getRequestItems().get("media");
            BatchGetItemResult result = (BatchGetItemResult) proceed.apply(new BatchGetItemRequest(Map.of(
                    "media", new KeysAndAttributes().withKeys(all.getKeys().subList(0, 1)))));
            return all.getKeys().size() == 1
                    ? result
                    : result.withUnprocessedKeys(Map.of(
                            "media",
                            new KeysAndAttributes()
                                    .withKeys(all.getKeys()
                                            .subList(1, all.getKeys().size()))));
        });
    }

    @Test
    void asksAgainAsOftenAsTheStrategySays() {
        media.batchWrite(BatchWriteSet.builder().clobber(tracks.subList(0, 10)).build());
        List<Track.Key> keys = tracks.subList(0, 10).stream().map(Track::key).toList();

        assertThat(over(slow(), new Retries(9)).batchLoad(keys)).hasSize(10);
        assertThatThrownBy(() -> over(slow(), new Retries(5)).batchLoad(keys))
                .isInstanceOfSatisfying(UnprocessedKeysException.class, e -> {
                    assertThat(e.loadedItems()).hasSize(6);
                    assertThat(e.unprocessedKeys()).containsExactlyElementsOf(keys.subList(6, 10));
                });
        assertThat(over(slow(), new Retries(0))
                        .batchLoad(
                                keys,
                                BatchLoadConfig.builder()
                                        .retryStrategy(new Retries(9))
                                        .build())
                        .items())
                .hasSize(10);
    }

    @Test
    void writesAgainAsOftenAsTheStrategySays() {
        BatchWriteSet set = BatchWriteSet.builder()
                .clobber(tracks.subList(0, 9))
                .delete(tracks.get(20).key())
                .build();

        assertThat(over(slow(), new Retries(9)).batchWrite(set).isSuccessful()).isTrue();
        BatchWriteResult result = over(slow(), new Retries(5)).batchWrite(set);
        assertThat(result.unprocessedClobbers()).containsExactlyElementsOf(List.copyOf(tracks.subList(6, 9)));
        assertThat(result.unprocessedDeletes()).containsExactly(tracks.get(20).key());
        assertThat(result.failures()).isEmpty();
        assertThat(over(slow(), new Retries(0)).batchWrite(set, new Retries(9)).isSuccessful())
                .isTrue();
    }

    @Test
    void tellsFailedBatchesAndDoesTheOthers() {
        List<Integer> sizes = new ArrayList<>();
        AmazonDynamoDB failing = Intercepted.client(db.client(), "batchWriteItem", (request, proceed) -> {
            sizes.add(((BatchWriteItemRequest) request)
                    .getRequestItems()
                    .get("media")
                    .size());
            if (sizes.size() == 2) {
                ProvisionedThroughputExceededException e = new ProvisionedThroughputExceededException("Too fast");
                e.setErrorCode("ProvisionedThroughputExceededException");
                throw e;
            }
            return proceed.apply(request);
        });

        BatchWriteResult result = over(failing, new Retries(0))
                .batchWrite(
                        BatchWriteSet.builder().clobber(tracks.subList(0, 60)).build());

        assertThat(sizes).containsExactly(25, 25, 10);
        assertThat(result.isSuccessful()).isFalse();
        assertThat(result.unprocessedClobbers()).containsExactlyElementsOf(List.copyOf(tracks.subList(25, 50)));
        assertThat(result.failures())
                .singleElement()
                .isInstanceOf(ProvisionedThroughputExceededException.class)
                .asString()
                .contains("batch write of 25 items to media: Too fast");
        assertThat(media.media().tracks().scanAllContents()).hasSize(35);
    }
}
