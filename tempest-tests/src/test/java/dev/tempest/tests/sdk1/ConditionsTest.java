package dev.tempest.tests.sdk1;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.BeginsWith;
import dev.tempest.Condition;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Track;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions by attributes, wherever there is one of the SDK's. */
class ConditionsTest {
    private static final Condition<Track> IS_FIRST = attr(Track::title).eq("Title 1");
    private static final Condition<Track> IS_OTHER = text(Track::title).beginsWith("other");

    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media();

    private final Track track = Media.track("a", 1);
    private Media.Sdk1Db media;
    private InlineView<Track.Key, Track> tracks;
    private InlineView<Draft.Key, Draft> drafts;

    @BeforeEach
    void connect() {
        media = LogicalDb.create(Media.Sdk1Db.class, new DynamoDBMapper(db.client()));
        tracks = media.media().tracks();
        drafts = media.media().drafts();
        tracks.save(track);
    }

    @Test
    void guardSavesAndMergesAndDeletes() {
        assertThatThrownBy(() -> tracks.save(track, IS_OTHER))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(e.getItem()).containsKey("title"));
        assertThatThrownBy(() -> tracks.merge(track, IS_OTHER)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> tracks.delete(track, IS_OTHER)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> tracks.deleteKey(track.key(), IS_OTHER))
                .isInstanceOf(ConditionalCheckFailedException.class);

        Condition<Track> holds = attr(Track::title).eq(track.title());
        assertThat(tracks.save(track, holds)).isEqualTo(track);
        assertThat(tracks.merge(track, holds)).isEqualTo(track);
        assertThat(tracks.delete(track, holds)).isEqualTo(track);
        assertThat(tracks.deleteKey(track.key(), attr(Track::title).absent())).isNull();
    }

    @Test
    void holdBesidesAVersion() {
        Draft first = drafts.save(new Draft("a", "1", "First", null));
        Condition<Draft> isFirst = attr(Draft::title).eq("First");

        assertThatThrownBy(() -> drafts.save(new Draft("a", "1", "Stale", 7L), isFirst))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> drafts.save(first, isFirst.not())).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(drafts.save(new Draft("a", "1", "First", 7L), isFirst, true).version())
                .isEqualTo(8);
        assertThatThrownBy(() -> drafts.delete(first, isFirst)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(drafts.delete(first, isFirst, true)).isNotNull();
    }

    @Test
    void guardTransactions() {
        TransactionWriteSet.Builder fails = TransactionWriteSet.builder()
                .save(track, IS_OTHER)
                .merge(Media.track("a", 2), attr(Track::title).exists())
                .delete(Media.track("a", 3).key(), IS_OTHER)
                .checkCondition(Media.track("a", 4).key(), IS_OTHER);

        assertThatThrownBy(() -> media.transactionWrite(fails.build()))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e -> assertThat(media.failuresIn(e))
                                .hasSize(4)
                                .allSatisfy(failure -> assertThat(
                                                failure.operation().condition())
                                        .isNotNull()));
        media.transactionWrite(TransactionWriteSet.builder()
                .save(track, IS_OTHER.not())
                .checkCondition(Media.track("a", 4).key(), attr(Track::title).absent())
                .build());
    }

    @Test
    void filterQueriesAndScans() {
        tracks.save(Media.track("a", 2));
        Condition<Track> isTrack = attr(Track::title).eq(track.title());
        FilterExpression longerThanNothing = new FilterExpression(
                "#t0 >= :t0", Map.of("#t0", "length"), Map.of(":t0", new AttributeValue().withN("0")));

        assertThat(tracks.query(
                                new BeginsWith<>(new Track.Key("a")),
                                QueryConfig.builder()
                                        .filter(isTrack)
                                        .filterExpression(longerThanNothing)
                                        .build())
                        .contents())
                .containsExactly(track);
        assertThat(tracks.scan(ScanConfig.builder()
                                .filter(isTrack)
                                .filterExpression(longerThanNothing)
                                .build())
                        .contents())
                .containsExactly(track);
        assertThat(QueryConfig.builder().filter(isTrack).build().toString()).contains("filter=Media.Track.title = ?");
    }

    /** The library's own begin with a word that none of the caller's begins with. */
    @ParameterizedTest
    @ValueSource(strings = {"t", "t0", "t1", "tt0", "ttt1", "tempest_version", "tempest_key"})
    void neverMeetACallersPlaceholders(String word) {
        Draft first = drafts.save(new Draft("a", "1", "First", null));
        String text = "#" + word + " = :" + word;
        Map<String, String> names = Map.of("#" + word, "title");
        Map<String, AttributeValue> values = Map.of(":" + word, new AttributeValue("First"));
        DynamoDBTransactionWriteExpression isFirst = new DynamoDBTransactionWriteExpression()
                .withConditionExpression(text)
                .withExpressionAttributeNames(names)
                .withExpressionAttributeValues(values);

        media.transactionWrite(
                TransactionWriteSet.builder().merge(first, isFirst).build());

        assertThat(drafts.query(
                                new BeginsWith<>(new Draft.Key("a", "")),
                                QueryConfig.builder()
                                        .filterExpression(new FilterExpression(text, names, values))
                                        .build())
                        .contents())
                .hasSize(1);
        assertThat(drafts.delete(
                        new Draft("a", "1", "First", 2L),
                        new DynamoDBDeleteExpression()
                                .withConditionExpression(text)
                                .withExpressionAttributeNames(names)
                                .withExpressionAttributeValues(values)))
                .isEqualTo(new Draft("a", "1", "First", 2L));
    }

    @Test
    void nameWhatTheTypeHas() {
        assertThatThrownBy(() -> drafts.attribute("nothing", String.class))
                .hasMessageContaining("Media.Draft has no stored property nothing.");
        assertThat(drafts.attribute("title", String.class).exists().toString())
                .isEqualTo(drafts.attr(draft -> draft.title()).exists().toString());
        assertThatThrownBy(() -> tracks.query(
                        new BeginsWith<>(new Track.Key("a")),
                        QueryConfig.builder().filter(attr(Track::album).eq("a")).build()))
                .hasMessageContaining("is stored in a key attribute of what is queried");
        assertThatThrownBy(() -> tracks.save(track, number(Track::length).between(3, 1)))
                .hasMessageContaining("cannot lie between two values of which the first is the greater one");
        assertThat(IS_FIRST.toString()).isEqualTo("Media.Track.title = ?");
    }
}
