package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.BatchLoadContext;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchWriteRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.KeysAndAttributes;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughputExceededException;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.WriteRequest;
import dev.tempest.ItemSet;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.sdk1.BatchLoadConfig;
import dev.tempest.sdk1.BatchWriteResult;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.LoadedItems;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches of any number of keys and items, with the mapper's retry strategies. */
class BatchesTest {
    @RegisterExtension
    final Sdk1Db db = MediaDb.tables();

    private final List<Track> tracks = Media.tracks("1", 330);
    private MediaDb media;

    @BeforeEach
    void connect() {
        media = LogicalDb.create(MediaDb.class, db.mapper());
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

    private MediaDb over(AmazonDynamoDB client, Retries retries) {
        DynamoDBMapperConfig config = DynamoDBMapperConfig.builder()
                .withBatchLoadRetryStrategy(retries)
                .withBatchWriteRetryStrategy(retries)
                .build();
        return LogicalDb.builder(MediaDb.class).client(client).config(config).build();
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
    void writesAndLoadsSomeHundredItemsInOrder() {
        BatchWriteResult result =
                media.batchWrite(BatchWriteSet.builder().clobber(tracks).build());
        List<Track> shuffled = new ArrayList<>(tracks);
        Collections.shuffle(shuffled);

        ItemSet loaded = media.batchLoad(shuffled.stream().map(Track::key).toList());

        assertThat(result.isComplete()).isTrue();
        assertThat(loaded).containsExactlyElementsOf(shuffled);
        assertThat(loaded.get(tracks.get(7).key())).isEqualTo(tracks.get(7));
    }

    @Test
    void mixesTypesWritesAndDeletes() {
        Review review = new Review("1", "R", "Fine");
        media.batchWrite(BatchWriteSet.builder()
                .clobber(tracks.get(0), tracks.get(1), review)
                .build());

        media.batchWrite(BatchWriteSet.builder()
                .delete(tracks.get(0).key())
                .clobber(tracks.get(2))
                .build());

        ItemSet loaded = media.batchLoad(
                new Review.Key("1", "R"),
                tracks.get(0).key(),
                tracks.get(2).key(),
                tracks.get(2).key(),
                tracks.get(1).key());
        assertThat(loaded).containsExactly(review, tracks.get(2), tracks.get(1));
        assertThat(loaded.getItems(Track.class)).containsExactly(tracks.get(2), tracks.get(1));
    }

    @Test
    void letsTheLastOfTwoWritesOfOneItemCount() {
        media.batchWrite(BatchWriteSet.builder()
                .clobber(tracks.get(0))
                .delete(tracks.get(0).key())
                .clobber(new Track("1", "00000", "Last", 1, "g", "r", 1))
                .build());

        assertThat(media.media().tracks().load(tracks.get(0).key()).title()).isEqualTo("Last");
    }

    @Test
    void tellsWhatALoadCosts() {
        media.batchWrite(BatchWriteSet.builder().clobber(tracks.subList(0, 10)).build());
        BatchLoadConfig config = BatchLoadConfig.builder()
                .consistentReads(ConsistentReads.CONSISTENT)
                .maxPageSize(4)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();

        LoadedItems loaded =
                media.batchLoad(tracks.subList(0, 10).stream().map(Track::key).toList(), config);

        assertThat(loaded.items()).hasSize(10);
        assertThat(loaded.consumedCapacity()).hasSize(3);
        assertThat(loaded.consumedCapacity().get(0).getCapacityUnits()).isEqualTo(4);
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

        assertThat(over(slow(), new Retries(9)).batchWrite(set).isComplete()).isTrue();
        BatchWriteResult result = over(slow(), new Retries(5)).batchWrite(set);
        assertThat(result.unprocessedClobbers()).containsExactlyElementsOf(List.copyOf(tracks.subList(6, 9)));
        assertThat(result.unprocessedDeletes()).containsExactly(tracks.get(20).key());
        assertThat(result.failures()).isEmpty();
        assertThat(over(slow(), new Retries(0)).batchWrite(set, new Retries(9)).isComplete())
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
        assertThat(result.isComplete()).isFalse();
        assertThat(result.unprocessedClobbers()).containsExactlyElementsOf(List.copyOf(tracks.subList(25, 50)));
        assertThat(result.failures())
                .singleElement()
                .isInstanceOf(ProvisionedThroughputExceededException.class)
                .asString()
                .contains("batch write of 25 items to media: Too fast");
        assertThat(media.media().tracks().scanAllContents()).hasSize(35);
    }

    @Test
    void refusesVersionsUnlessToldToIgnoreThem() {
        Draft draft = new Draft("1", "D", "Draft", 4L);

        assertThatThrownBy(() ->
                        media.batchWrite(BatchWriteSet.builder().clobber(draft).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a version, but DynamoDB has no conditions in a batch");
        media.batchWrite(BatchWriteSet.builder().clobber(draft).ignoreVersions().build());
        assertThat(media.media().drafts().load(new Draft.Key("1", "D"))).isEqualTo(draft);
    }

    @Test
    void askForTheTableWhereTwoShareAType() {
        MediaDb.Table archive = media.logicalTable(Media.ARCHIVE, MediaDb.Table.class);
        archive.tracks().save(tracks.get(0));
        Track.Key key = tracks.get(0).key();

        assertThatThrownBy(() -> media.batchLoad(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[archive, media]");
        assertThat(media.batchLoad(archive.scoped(key), media.media().scoped(key)))
                .containsExactly(tracks.get(0));
        media.batchWrite(BatchWriteSet.builder()
                .clobber(media.media().scoped(tracks.get(0)))
                .build());
        assertThat(media.batchLoad(archive.scoped(key), media.media().scoped(key)))
                .hasSize(2);
    }

    @Test
    void sendsNothingForNothing() {
        assertThat(media.batchLoad()).isEmpty();
        assertThat(media.batchWrite(BatchWriteSet.builder().build()).isComplete())
                .isTrue();
        assertThatThrownBy(() -> media.batchLoad("no key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A String is no key of any view of this database");
    }
}
