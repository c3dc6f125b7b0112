package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.UnprocessedKeysException;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Measure;
import dev.tempest.tests.faces.Media.Track;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Batches that DynamoDB throttles, by SDK 2.x: there the library itself says how often to try again. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC"})
class ThrottledBatchesTest extends FaceTest {
    @Test
    void reportsTheKeysOfATableThatIsThrottledForEver() {
        List<Track> tracks = Media.tracks("a", 40);
        open().batchWrite(BatchWriteSet.builder()
                .clobber(tracks)
                .clobber(new Measure(BigDecimal.ONE, "One"), new Measure(BigDecimal.TEN, "Ten")));
        Operations throttled = throttled();
        List<Object> keys = new ArrayList<>(List.of(new Measure.Key(BigDecimal.ONE)));
        tracks.forEach(track -> keys.add(track.key()));
        keys.add(new Measure.Key(BigDecimal.TEN));
        keys.add(new Measure.Key(new BigDecimal("1.0")));
        Instant start = Instant.now();

        UnprocessedKeysException failure =
                catchThrowableOfType(UnprocessedKeysException.class, () -> throttled.batchLoad(keys));

        assertThat(failure.unprocessedKeys())
                .containsExactly(
                        new Measure.Key(BigDecimal.ONE),
                        new Measure.Key(BigDecimal.TEN),
                        new Measure.Key(new BigDecimal("1.0")));
        assertThat(failure.loadedItems()).containsExactlyElementsOf(tracks);
        assertThat(failure)
                .hasMessageStartingWith("DynamoDB left 3 keys unprocessed, after retries: ")
                .hasMessageContaining("{10} in table measures");

        List<Track> more = Media.tracks("b", 40);
        Measure two = new Measure(BigDecimal.valueOf(2), "Two");
        BatchWriteResult result = throttled.batchWrite(BatchWriteSet.builder()
                .clobber(two)
                .delete(new Measure.Key(BigDecimal.TEN))
                .clobber(more));

        assertThat(result.isSuccessful()).isFalse();
        assertThat(result.unprocessedClobbers()).containsExactly(two);
        assertThat(result.unprocessedDeletes()).containsExactly(new Measure.Key(BigDecimal.TEN));
        assertThat(open().batchLoad(more.stream().map(Track::key).toList())).hasSize(40);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private Operations throttled() {
        ThrottledTable throttling = new ThrottledTable(Media.MEASURES);
        if (kind == Face.Kind.SYNC) {
            DynamoDbClient client = db.connection()
                    .clientBuilder()
                    .overrideConfiguration(config -> config.addExecutionInterceptor(throttling))
                    .build();
            return new SyncOperations(LogicalDb.create(
                    Media.Db.class,
                    DynamoDbEnhancedClient.builder().dynamoDbClient(client).build()));
        }
        DynamoDbAsyncClient client = db.connection()
                .asyncClientBuilder()
                .overrideConfiguration(config -> config.addExecutionInterceptor(throttling))
                .build();
        return new AsyncOperations(AsyncLogicalDb.create(
                Media.AsyncDb.class,
                DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(client).build()));
    }

    @Test
    void aBatchWhoseEveryRequestIsThrottledIsUnprocessed() {
        Face throttled = open(FaultyHttp.builder()
                .rate(1, Fault.throttled(), "BatchWriteItem", "BatchGetItem")
                .build());
        Track track = Media.track("a", 1);

        assertThat(throttled.batchWrite(BatchWriteSet.builder().clobber(track)).unprocessedClobbers())
                .containsExactly(track);
        assertThatThrownBy(() -> throttled.batchLoad(track.key()))
                .isInstanceOfSatisfying(
                        UnprocessedKeysException.class,
                        failure -> assertThat(failure.unprocessedKeys()).containsExactly(track.key()));
    }
}
