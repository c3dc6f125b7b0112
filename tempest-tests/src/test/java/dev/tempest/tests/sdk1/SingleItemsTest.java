package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ConditionalOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.UnreadableRowException;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.faces.Media;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Loads, saves and deletes, with the mapper's expressions and versions. */
class SingleItemsTest {
    @RegisterExtension
    final Sdk1Db db = MediaDb.tables();

    private MediaDb.Table media;

    private final Media.Track track = Media.track("1", 1);

    @BeforeEach
    void connect() {
        media = LogicalDb.create(MediaDb.class, db.mapper()).media();
    }

    private static DynamoDBSaveExpression ifTitleIs(String title) {
        return new DynamoDBSaveExpression()
                .withExpectedEntry("title", new ExpectedAttributeValue(new AttributeValue(title)));
    }

    private static Media.Draft draft(String title, Long version) {
        return new Media.Draft("1", "D", title, version);
    }

    private Media.Draft storedDraft() {
        return media.drafts().load(new Media.Draft.Key("1", "D"), ConsistentReads.CONSISTENT);
    }

    @Test
    void savesAndLoadsAnItem() {
        assertThat(media.tracks().load(track.key())).isNull();

        assertThat(media.tracks().save(track)).isEqualTo(track);

        assertThat(media.tracks().load(track.key())).isEqualTo(track);
        assertThat(media.tracks().load(track.key(), ConsistentReads.CONSISTENT)).isEqualTo(track);
        assertThat(media.firstTrack("1")).isNull();
    }

    @Test
    void replacesAllAttributesThoseOfOtherTypesIncluded() {
        db.put("media", "partition_key", "ALBUM_1", "sort_key", "TRACK_00001", "title", "Old", "unknown_to_all", "x");

        media.tracks().save(new Media.Track("1", "00001", null, null, "rock", "r1", null));

        assertThat(db.rows("media"))
                .containsExactly(Map.of(
                        "partition_key", new AttributeValue("ALBUM_1"),
                        "sort_key", new AttributeValue("TRACK_00001"),
                        "genre", new AttributeValue("rock"),
                        "released", new AttributeValue("r1")));
    }

    @Test
    void storesNoVersionForATypeThatHasNone() {
        media.tracks().save(track);
        media.tracks().save(track);
        media.tracks().save(track, ifTitleIs(track.title()));

        assertThat(db.rows("media"))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContainKey("version").hasSize(7));
        assertThat(media.tracks().delete(track)).isEqualTo(track);
    }

    @Test
    void savesOnlyIfTheExpressionHolds() {
        media.tracks().save(track);

        assertThatThrownBy(() -> media.tracks().save(track, ifTitleIs("Another")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageStartingWith(
                        "save of Media.Track {partition_key=ALBUM_1, sort_key=TRACK_00001} in table media:");
        media.tracks().save(track, ifTitleIs("Title 1"));
    }

    @Test
    void movesTheVersionOnAndRefusesAStaleOne() {
        Media.Draft first = media.drafts().save(draft("First", null));
        Media.Draft second = media.drafts().save(draft("Second", first.version()));

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(storedDraft()).isEqualTo(second);
        assertThatThrownBy(() -> media.drafts().save(draft("Stale", 1L)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().save(draft("New", null)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(storedDraft()).isEqualTo(second);
    }

    @Test
    void checksVersionAndExpressionTogether() {
        media.drafts().save(draft("First", null));

        assertThatThrownBy(() -> media.drafts().save(draft("Second", 7L), ifTitleIs("First")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().save(draft("Second", 1L), ifTitleIs("Another")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().save(draft("Second", 1L), ifTitleIs("First"))).isEqualTo(draft("Second", 2L));
    }

    @Test
    void letsAnExpressionOnTheVersionTakeTheChecksPlace() {
        media.drafts().save(draft("First", null));
        DynamoDBSaveExpression ifVersionIsOne = new DynamoDBSaveExpression()
                .withExpectedEntry("version", new ExpectedAttributeValue(new AttributeValue().withN("1")));

        assertThat(media.drafts().save(draft("Second", 8L), ifVersionIsOne)).isEqualTo(draft("Second", 9L));
    }

    @Test
    void refusesAlternativesThatWouldHollowOutTheVersion() {
        DynamoDBSaveExpression either = new DynamoDBSaveExpression()
                .withExpectedEntry("title", new ExpectedAttributeValue(false))
                .withExpectedEntry("genre", new ExpectedAttributeValue(false))
                .withConditionalOperator(ConditionalOperator.OR);

        assertThatThrownBy(() -> media.drafts().save(draft("First", null), either))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[version] must be checked besides");
        assertThat(media.drafts().save(draft("First", null), either, true)).isEqualTo(draft("First", 1L));
        media.tracks().save(track, either);
    }

    @Test
    void ignoresVersionConstraintsWhereAsked() {
        media.drafts().save(draft("First", 5L), true);
        assertThat(media.drafts().save(draft("Second", 2L), true)).isEqualTo(draft("Second", 3L));
        assertThat(media.drafts().save(draft("Third", 9L), ifTitleIs("Second"), true))
                .isEqualTo(draft("Third", 10L));
        assertThatThrownBy(() -> media.drafts().save(draft("Fourth", 9L), ifTitleIs("Second"), true))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(media.drafts().delete(draft("Stale", 1L), true)).isEqualTo(draft("Third", 10L));
    }

    @Test
    void deletesAnItemAndGivesItBack() {
        media.tracks().save(track);

        assertThat(media.tracks().delete(track)).isEqualTo(track);
        assertThat(media.tracks().delete(track)).isNull();
        assertThat(media.tracks().deleteKey(track.key())).isNull();
        assertThat(db.rows("media")).isEmpty();
    }

    @Test
    void deletesOnlyTheVersionThatTheItemHas() {
        media.drafts().save(draft("First", null));

        assertThatThrownBy(() -> media.drafts().delete(draft("First", null)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().delete(draft("First", 2L)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().delete(draft("First", 1L))).isEqualTo(draft("First", 1L));
    }

    @Test
    void deletesByKeyWhateverTheVersion() {
        media.drafts().save(draft("First", null));

        assertThat(media.drafts().deleteKey(new Media.Draft.Key("1", "D"))).isEqualTo(draft("First", 1L));
    }

    @Test
    void deletesOnlyIfTheExpressionHolds() {
        media.drafts().save(draft("First", null));
        DynamoDBDeleteExpression expected = new DynamoDBDeleteExpression()
                .withExpectedEntry("title", new ExpectedAttributeValue(new AttributeValue("Another")));
        DynamoDBDeleteExpression condition = new DynamoDBDeleteExpression()
                .withConditionExpression("#t = :t")
                .withExpressionAttributeNames(Map.of("#t", "title"))
                .withExpressionAttributeValues(Map.of(":t", new AttributeValue("First")));
        Media.Draft.Key key = new Media.Draft.Key("1", "D");

        assertThatThrownBy(() -> media.drafts().deleteKey(key, expected))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().delete(draft("First", 1L), expected))
                .isInstanceOf(ConditionalCheckFailedException.class);
        // With a version besides, which the mapper itself refuses.
        assertThatThrownBy(() -> media.drafts().delete(draft("First", 2L), condition))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().delete(draft("First", 1L), condition)).isEqualTo(draft("First", 1L));
    }

    @Test
    void savesAndLoadsRawItems() {
        MediaRow row = new MediaRow();
        row.setPartition_key("ALBUM_1");
        row.setSort_key("OTHER_1");
        row.setTitle("Raw");

        MediaRow stored = media.save(row);

        assertThat(stored.getVersion()).isEqualTo(1);
        assertThat(row.getVersion()).isNull();
        assertThat(media.load(row).getTitle()).isEqualTo("Raw");
        assertThat(media.delete(stored).getVersion()).isEqualTo(1);
    }

    @Test
    void convertsToRawItemsAndBack() {
        MediaRow raw = media.codec(Media.Track.class).toDb(track);

        assertThat(raw.getPartition_key()).isEqualTo("ALBUM_1");
        assertThat(raw.getVersion()).isNull();
        assertThat(media.codec(Media.Track.class).toApp(raw)).isEqualTo(track);
        assertThat(media.codec(Media.Track.Key.class).toDb(track.key()).getSort_key())
                .isEqualTo("TRACK_00001");
    }

    @Test
    void refusesKeysThatDynamoDbWouldRefuse() {
        assertThatThrownBy(() -> media.tracks().save(new Media.Track("1", "1", "T", 1, "", "r", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Track.genre is empty");
        assertThatThrownBy(() -> media.save(new MediaRow()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MediaRow.partition_key is null or empty");
        assertThatThrownBy(() -> media.tracks().load(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverReadsARowOfAnotherTypeAsTheAskedOne() {
        db.put("media", "partition_key", "ALBUM_1", "sort_key", "TRACK_1", "length", "no number");

        assertThatThrownBy(() -> media.tracks().load(new Media.Track.Key("1", "1")))
                .isInstanceOf(UnreadableRowException.class)
                .hasMessageContaining("{partition_key=ALBUM_1, sort_key=TRACK_1}")
                .hasMessageContaining("length");
        MediaRow review = new MediaRow();
        review.setPartition_key("ALBUM_1");
        review.setSort_key("REVIEW_1");
        assertThatThrownBy(() -> media.codec(Media.Track.class).toApp(review))
                .isInstanceOf(UnreadableRowException.class)
                .hasMessageContaining("does not begin with TRACK_");
    }

    @Test
    void namesItsObjects() {
        assertThat(media).hasToString("MediaDb.Table of table media");
        assertThat(media.tracks()).hasToString("InlineView<Media.Track.Key, Media.Track> of table media");
        assertThat(media.tracksByRank())
                .hasToString("SecondaryIndex<Media.Track.ByRank, Media.Track> of index by_rank of table media");
        assertThat(media.tableName()).isEqualTo("media");
        assertThat(Set.of(media, media.tracks())).contains(media, media.tracks());
    }
}
