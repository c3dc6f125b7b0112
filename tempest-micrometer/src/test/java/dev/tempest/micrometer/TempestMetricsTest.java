package dev.tempest.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.BeginsWith;
import dev.tempest.UnreadableItemException;
import dev.tempest.micrometer.Music.Track;
import dev.tempest.micrometer.TempestMeter.KeyNames;
import dev.tempest.micrometer.TempestObservation.HighCardinalityKeyNames;
import dev.tempest.micrometer.TempestObservation.LowCardinalityKeyNames;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** Operations as observations and meters, with a real registry of Prometheus's. */
class TempestMetricsTest {
    private static final Track.Key KEY = new Track.Key("a", "1");

    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("music", Music.Tracks.class));

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TestObservationRegistry observations = TestObservationRegistry.create();

    private TempestMetrics.Builder metrics() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return TempestMetrics.builder().observationRegistry(observations).meterRegistry(meters);
    }

    private Music.Db db(DynamoDbEnhancedClient client, TempestMetrics metrics) {
        return LogicalDb.builder(Music.Db.class)
                .enhancedClient(client)
                .listener(metrics)
                .build();
    }

    private Music.Db db() {
        return db(testDb.enhancedClient(), metrics().build());
    }

    private Music.Db over(FaultyHttp network) {
        return db(testDb.with(network).enhancedClient(), metrics().build());
    }

    private static Track track(String number) {
        return new Track("a", number, "Title", 0, null);
    }

    private void putUnreadable() {
        testDb.client()
                .putItem(put -> put.tableName("music")
                        .item(Map.of(
                                "pk", AttributeValue.fromS("a"),
                                "sk", AttributeValue.fromS("TRACK_9"),
                                "plays", AttributeValue.fromS("many"))));
    }

    private double count(TempestMeter meter, String... keyValues) {
        return meters.find(meter.getName()).tags(keyValues).counters().stream()
                .mapToDouble(each -> each.count())
                .sum();
    }

    private static Set<String> names(KeyName[] keys) {
        return Stream.of(keys).map(KeyName::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(KeyValues values) {
        return values.stream().map(KeyValue::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Meter meter) {
        return meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private void doEverything(Music.Db db) {
        db.music().tracks().create(track("1"));
        db.music().tracks().load(KEY);
        db.music().tracks().update(KEY, Track::played);
        db.music().byTitle().query(new BeginsWith<>(new Track.ByTitle("Title", null, null)));
        db.music().tracks().scanCount();
        db.batchLoad(KEY);
        db.batchWrite(BatchWriteSet.builder().delete(new Track.Key("b", "2")).build());
        db.transactionWrite(TransactionWriteSet.builder().create(track("2")).build());
        assertThatThrownBy(() -> db.music().tracks().create(track("1")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        putUnreadable();
        assertThatThrownBy(() -> db.music().tracks().load(new Track.Key("a", "9")))
                .isInstanceOf(UnreadableItemException.class);
    }

    @Test
    void allNamesAreTheDocumentedOnes() {
        doEverything(db());

        assertThat(observations)
                .hasHandledContextsThatSatisfy(contexts -> assertThat(contexts)
                        .hasSize(10)
                        .allSatisfy(context -> {
                            assertThat(context.getName()).isEqualTo(TempestObservation.OPERATION.getName());
                            assertThat(names(context.getLowCardinalityKeyValues()))
                                    .isEqualTo(names(TempestObservation.OPERATION.getLowCardinalityKeyNames()));
                            assertThat(names(context.getHighCardinalityKeyValues()))
                                    .isEqualTo(names(TempestObservation.OPERATION.getHighCardinalityKeyNames()));
                        }));
        Map<String, TempestMeter> documented = new HashMap<>();
        Stream.of(TempestMeter.values()).forEach(meter -> documented.put(meter.getName(), meter));
        List<Meter> own = meters.getMeters().stream()
                .filter(meter -> !meter.getId().getName().startsWith("tempest.operation"))
                .toList();
        assertThat(own).isNotEmpty().allSatisfy(meter -> {
            TempestMeter known = documented.get(meter.getId().getName());
            assertThat(known).isNotNull();
            assertThat(names(meter)).isEqualTo(names(known.getKeyNames()));
            assertThat(meter.getId().getType()).isEqualTo(known.getType());
            assertThat(meter.getId().getBaseUnit()).isEqualTo(known.getBaseUnit());
        });
        assertThat(meters.find("tempest.operation").timers()).isNotEmpty();
    }

    @Test
    void anOperationIsOneObservation() {
        db().music().tracks().create(track("1"));

        assertThat(observations)
                .hasSingleObservationThat()
                .hasNameEqualTo("tempest.operation")
                .hasContextualNameEqualTo("tempest create Track")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.DB_SYSTEM_NAME.asString(), "aws.dynamodb")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.DB_COLLECTION_NAME.asString(), "music")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.DB_OPERATION_NAME.asString(), "create")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.TYPE.asString(), "Track")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.INDEX.asString(), "none")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.OUTCOME.asString(), "done")
                .hasLowCardinalityKeyValue(LowCardinalityKeyNames.ERROR_TYPE.asString(), "none")
                .hasHighCardinalityKeyValue(HighCardinalityKeyNames.REQUESTS.asString(), "1")
                .hasBeenStarted()
                .hasBeenStopped()
                .doesNotHaveError();
    }

    @Test
    void aFailureIsKnownByItsCodeOnly() {
        db().music().tracks().create(track("1"));
        observations.clear();

        Throwable thrown = catchThrowable(() -> db().music().tracks().create(track("1")));

        assertThat(thrown).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(observations)
                .hasAnObservation(each -> each.hasLowCardinalityKeyValue(
                                LowCardinalityKeyNames.OUTCOME.asString(), "condition_failed")
                        .hasLowCardinalityKeyValue(
                                LowCardinalityKeyNames.ERROR_TYPE.asString(), "ConditionalCheckFailedException")
                        .thenError()
                        .hasMessage("ConditionalCheckFailedException")
                        .hasNoCause());
    }

    @Test
    void anUpdateShowsItsAttempts() {
        Music.Db db = db();
        Music.Db others = testDb.logicalDb(Music.Db.class);
        db.music().tracks().create(track("1"));
        List<Integer> calls = new ArrayList<>();

        db.music().tracks().update(KEY, found -> {
            calls.add(calls.size());
            if (calls.size() <= 2) {
                others.music().tracks().update(KEY, Track::played);
            }
            return found.played();
        });

        assertThat(calls).hasSize(3);
        assertThat(count(
                        TempestMeter.REQUESTS,
                        "db.operation.name",
                        "update",
                        "tempest.request",
                        "UpdateItem",
                        "tempest.outcome",
                        "conflict"))
                .isEqualTo(2);
        assertThat(count(TempestMeter.REQUESTS, "db.operation.name", "update", "tempest.outcome", "done"))
                .isGreaterThanOrEqualTo(2);
        double requests = count(TempestMeter.REQUESTS, "db.operation.name", "update");
        assertThat(meters.get(TempestMeter.ATTEMPTS.getName())
                        .tag("db.operation.name", "update")
                        .tag("tempest.outcome", "done")
                        .summary()
                        .max())
                .isEqualTo(requests);
        assertThat(observations)
                .hasAnObservationWithAKeyValue(
                        HighCardinalityKeyNames.REQUESTS.asString(), Integer.toString((int) requests));
    }

    @Test
    void observationsAreOpenWhileRequestsAreSent() {
        List<Observation> current = new CopyOnWriteArrayList<>();
        FaultyHttp network = FaultyHttp.builder()
                .when(
                        request -> {
                            Observation ours = observations.getCurrentObservation();
                            if (ours != null) {
                                current.add(ours);
                            }
                            return false;
                        },
                        Fault.throttled())
                .build();
        Music.Db db = over(network);
        Observation parent = Observation.start("a request of the program's", observations);

        parent.scoped(() -> {
            db.music().tracks().create(track("1"));
            db.music().tracks().update(KEY, Track::played);
        });
        parent.stop();

        assertThat(current).hasSize(3).allSatisfy(ours -> {
            assertThat(ours.getContext()).isInstanceOf(TempestContext.class);
            assertThat(ours.getContext().getParentObservation()).isEqualTo(parent);
        });
        assertThat(observations.getCurrentObservation()).isNull();
    }

    @Test
    void operationsThatDoNotBlock() {
        Music.AsyncDb db = AsyncLogicalDb.builder(Music.AsyncDb.class)
                .enhancedClient(testDb.enhancedAsyncClient())
                .listener(metrics().build())
                .build();

        db.music().tracks().createAsync(track("1")).join();
        db.music().tracks().updateAsync(KEY, Track::played).join();

        assertThat(observations).hasNumberOfObservationsEqualTo(2);
        assertThat(observations.getCurrentObservation()).isNull();
    }

    @Test
    void ownWritesThatAreRecognised() {
        Music.Db db = over(
                FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build());

        db.music().tracks().create(track("1"));

        assertThat(count(TempestMeter.REQUESTS, "tempest.outcome", "own_write_recognised"))
                .isEqualTo(1);
    }

    @Test
    void itemsOfQueriesAndScans() {
        Music.Db db = db();
        db.music().tracks().create(track("1"));
        db.music().tracks().create(track("2"));
        putUnreadable();
        QueryConfig config = QueryConfig.builder().skipUnreadableItems().build();

        db.music().tracks().query(new BeginsWith<>(new Track.Key("a", "")), config);

        assertThat(count(TempestMeter.ITEMS_SCANNED)).isEqualTo(3);
        assertThat(count(TempestMeter.ITEMS_RETURNED)).isEqualTo(3);
        assertThat(count(TempestMeter.ITEMS_UNREADABLE)).isEqualTo(1);
    }

    @Test
    void capacityByTableAndIndex() {
        Music.Db db = db();
        db.music().tracks().create(track("1"));

        db.music().byTitle().query(new BeginsWith<>(new Track.ByTitle("Title", null, null)));

        assertThat(count(TempestMeter.CONSUMED_CAPACITY, "db.collection.name", "music", "tempest.index", "none"))
                .isPositive();
        assertThat(count(
                        TempestMeter.CONSUMED_CAPACITY,
                        "tempest.request",
                        "Query",
                        "db.collection.name",
                        "music",
                        "tempest.index",
                        "by_title"))
                .isPositive();
    }

    @Test
    void whatABatchLeavesUnprocessed() {
        Music.Db db = over(FaultyHttp.builder()
                .nth(1, "BatchGetItem", Fault.unprocessed(1))
                .build());

        db.batchLoad(KEY, new Track.Key("a", "2"));

        assertThat(count(TempestMeter.ITEMS_UNPROCESSED, "db.operation.name", "batchLoad"))
                .isEqualTo(1);
    }

    @Test
    void whyDynamoDbThrottles() {
        DynamoDbClient throttling = new DynamoDbClient() {
            @Override
            public GetItemResponse getItem(GetItemRequest request) {
                throw ProvisionedThroughputExceededException.builder()
                        .throttlingReasons(ThrottlingReason.builder()
                                .reason("TableReadProvisionedThroughputExceeded")
                                .resource("arn:aws:dynamodb:eu-central-1:1:table/music")
                                .build())
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .errorMessage("Throughput exceeds the provisioned.")
                                .build())
                        .statusCode(400)
                        .build();
            }

            @Override
            public String serviceName() {
                return "dynamodb";
            }

            @Override
            public void close() {}
        };
        DynamoDbEnhancedClient client =
                DynamoDbEnhancedClient.builder().dynamoDbClient(throttling).build();
        Music.Db db = db(client, metrics().build());

        assertThatThrownBy(() -> db.music().tracks().load(KEY))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        assertThat(count(
                        TempestMeter.THROTTLED,
                        KeyNames.THROTTLING_REASON.asString(),
                        "TableReadProvisionedThroughputExceeded"))
                .isEqualTo(1);
    }

    @Test
    void aConventionOfTheProgramsOwn() {
        TempestMetrics metrics = metrics()
                .convention(new DefaultTempestObservationConvention() {
                    @Override
                    public String getName() {
                        return "music.db";
                    }

                    @Override
                    public KeyValues getLowCardinalityKeyValues(TempestContext context) {
                        return super.getLowCardinalityKeyValues(context).and("region", "eu-central-1");
                    }
                })
                .build();

        db(testDb.enhancedClient(), metrics).music().tracks().create(track("1"));

        assertThat(observations)
                .hasSingleObservationThat()
                .hasNameEqualTo("music.db")
                .hasLowCardinalityKeyValue("region", "eu-central-1");
    }

    @Test
    void withoutRegistriesThereAreNoEvents() {
        TempestMetrics metrics = TempestMetrics.builder().build();

        assertThat(metrics.wantsConsumedCapacity()).isFalse();
        assertThat(metrics.started(new TempestContextTest.AnOperation())).isNull();
    }

    @Test
    void prometheusScrapesThem() {
        doEverything(db());

        assertThat(meters.scrape())
                .contains("tempest_operation_seconds_count{")
                .contains("tempest_requests_total{")
                .contains("tempest_attempts_requests_count{")
                .contains("tempest_consumed_capacity_units_total{")
                .contains("tempest_items_scanned_total{")
                .contains("tempest_items_returned_total{")
                .contains("tempest_items_unreadable_total{");
    }
}
