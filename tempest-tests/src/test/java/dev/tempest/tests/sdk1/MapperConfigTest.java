package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.Request;
import com.amazonaws.Response;
import com.amazonaws.metrics.RequestMetricCollector;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.SaveBehavior;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import dev.tempest.BeginsWith;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.MediaRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database respects the mapper's configuration, and one of its own before it. */
class MapperConfigTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media().table("test-media", MediaRow.class);

    private final Track track = Media.track("1", 1);

    @Test
    void writesToTheTableThatAnOverrideNames() {
        DynamoDBMapper mapper = new DynamoDBMapper(
                db.client(), TableNameOverride.withTableNamePrefix("test-").config());

        LogicalDb.create(Media.Sdk1Db.class, mapper).media().tracks().save(track);
        assertThat(db.rows("test-media")).hasSize(1);

        DynamoDBMapperConfig archive =
                TableNameOverride.withTableNameReplacement("archive").config();
        LogicalDb.create(Media.Sdk1Db.class, mapper, archive).media().tracks().save(track);
        assertThat(db.rows("archive")).hasSize(1);
        assertThat(db.rows("media")).isEmpty();
    }

    @Test
    void readsAsConsistentlyAsTheConfigurationSays() {
        List<Boolean> consistent = new ArrayList<>();
        AmazonDynamoDB client = Intercepted.client(db.client(), "getItem", (request, proceed) -> {
            consistent.add(((GetItemRequest) request).getConsistentRead());
            return proceed.apply(request);
        });
        AmazonDynamoDB watched = Intercepted.client(client, "batchGetItem", (request, proceed) -> {
            consistent.add(((BatchGetItemRequest) request)
                    .getRequestItems()
                    .get("media")
                    .getConsistentRead());
            return proceed.apply(request);
        });
        DynamoDBMapper mapper = new DynamoDBMapper(watched, ConsistentReads.CONSISTENT.config());
        Media.Sdk1Db media = LogicalDb.create(Media.Sdk1Db.class, mapper);

        media.media().tracks().load(track.key());
        media.media().tracks().load(track.key(), ConsistentReads.EVENTUAL);
        media.batchLoad(track.key());
        media.batchLoad(List.of(track.key()), ConsistentReads.EVENTUAL);

        assertThat(consistent).containsExactly(true, false, true, false);
    }

    @Test
    void checksNoVersionsWhereSavesAreToClobber() {
        DynamoDBMapper mapper = new DynamoDBMapper(db.client(), SaveBehavior.CLOBBER.config());
        Media.Sdk1Table media = LogicalDb.create(Media.Sdk1Db.class, mapper).media();
        Draft draft = new Draft("1", "D", "Draft", 5L);

        assertThat(media.drafts().save(draft)).isEqualTo(new Draft("1", "D", "Draft", 6L));
        assertThat(media.drafts().save(draft)).isEqualTo(new Draft("1", "D", "Draft", 6L));
        assertThat(media.drafts().delete(draft)).isNotNull();

        Media.Sdk1Table checked = LogicalDb.create(Media.Sdk1Db.class, mapper, SaveBehavior.PUT.config())
                .media();
        assertThatThrownBy(() -> checked.drafts().save(draft)).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void hidesWhatTheAttributeTransformerHides() {
        DynamoDBMapper mapper = new DynamoDBMapper(db.client(), DynamoDBMapperConfig.DEFAULT, new Masking());
        Media.Sdk1Db media = LogicalDb.create(Media.Sdk1Db.class, mapper);
        Draft draft = new Draft("1", "D", "Draft", null);

        assertThat(media.media().tracks().save(track)).isEqualTo(track);
        media.batchWrite(BatchWriteSet.builder().clobber(Media.track("1", 2)).build());
        media.transactionWrite(TransactionWriteSet.builder().save(draft).build());

        assertThat(db.rows("media"))
                .extracting(row -> row.get("title").getS())
                .containsOnly("1 eltiT", "2 eltiT", "tfarD");
        assertThat(media.media().tracks().load(track.key())).isEqualTo(track);
        assertThat(media.media()
                        .tracks()
                        .query(new BeginsWith<>(new Track.Key("1")))
                        .contents())
                .containsExactly(track, Media.track("1", 2));
        assertThat(media.media().tracks().scanAllContents()).hasSize(2).contains(track);
        assertThat(media.batchLoad(track.key())).containsExactly(track);
        assertThat(media.transactionLoad(track.key())).containsExactly(track);
        assertThat(media.media().tracks().delete(track)).isEqualTo(track);
    }

    /** Stores titles backwards. */
    private static final class Masking implements AttributeTransformer {
        @Override
        public Map<String, AttributeValue> transform(Parameters<?> parameters) {
            assertThat(parameters.getModelClass()).isEqualTo(MediaRow.class);
            assertThat(parameters.getTableName()).isEqualTo("media");
            assertThat(parameters.getHashKeyName()).isEqualTo("partition_key");
            assertThat(parameters.getRangeKeyName()).isEqualTo("sort_key");
            assertThat(parameters.isPartialUpdate()).isFalse();
            assertThat(parameters.getMapperConfig()).isNotNull();
            Map<String, AttributeValue> row = new HashMap<>(parameters.getAttributeValues());
            row.computeIfPresent(
                    "title",
                    (name, value) -> new AttributeValue(
                            new StringBuilder(value.getS()).reverse().toString()));
            return row;
        }

        @Override
        public Map<String, AttributeValue> untransform(Parameters<?> parameters) {
            return transform(parameters);
        }
    }

    @Test
    void reportsToTheMetricCollector() {
        List<String> requests = new CopyOnWriteArrayList<>();
        DynamoDBMapperConfig config = DynamoDBMapperConfig.builder()
                .withRequestMetricCollector(new RequestMetricCollector() {
                    @Override
                    public void collectMetrics(Request<?> request, Response<?> response) {
                        requests.add(request.getOriginalRequest().getClass().getSimpleName());
                    }
                })
                .build();
        Media.Sdk1Table media =
                LogicalDb.create(Media.Sdk1Db.class, db.mapper(), config).media();

        media.tracks().save(track);
        media.tracks().load(track.key());
        media.tracks().scan();

        assertThat(requests).containsExactly("PutItemRequest", "GetItemRequest", "ScanRequest");
    }

    @Test
    void worksWithAClientAndNoMapper() {
        Media.Sdk1Table media = LogicalDb.builder(Media.Sdk1Db.class)
                .client(db.client())
                .attributeTransformer(new Masking())
                .build()
                .media();

        media.tracks().save(track);

        assertThat(media.tracks().load(track.key())).isEqualTo(track);
        assertThat(db.rows("media").get(0).get("title")).isEqualTo(new AttributeValue("1 eltiT"));
    }
}
