package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.UnreadableItemException;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.items.Rows;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Single items, through all faces. */
@ParameterizedClass
@EnumSource
class ItemsTest extends FaceTest {
    private final Track track = Media.track("a", 1);
    private Face face;
    private Face.MediaTable media;

    @BeforeEach
    void createFace() {
        face = open();
        media = face.media();
    }

    @Test
    void loadsWhatWasSaved() {
        assertThat(media.tracks().save(track)).isEqualTo(track);

        assertThat(media.tracks().load(track.key())).isEqualTo(track);
        assertThat(media.tracks().load(track.key(), true)).isEqualTo(track);
        assertThat(media.tracks().load(new Track.Key("a", "other"))).isNull();
        assertThat(media.tracks().load(new Track.Key("a", "other"), true)).isNull();
    }

    @Test
    void savesOnACondition() {
        media.tracks().save(track);
        Track longer = new Track("a", track.number(), "Longer", 9, null, null, null);

        assertThatThrownBy(() -> media.tracks().save(longer, lengthIs(8)))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageStartingWith(
                        "save of Media.Track {partition_key=ALBUM_a, sort_key=TRACK_00001} in table media");
        assertThat(media.tracks().load(track.key())).isEqualTo(track);
        assertThat(media.tracks().save(longer, lengthIs(track.length()))).isEqualTo(longer);
        assertThat(media.tracks().load(track.key())).isEqualTo(longer);
    }

    @Test
    void deletesByItemAndByKey() {
        media.tracks().save(track);
        assertThat(media.tracks().delete(track)).isEqualTo(track);
        assertThat(media.tracks().delete(track)).isNull();

        media.tracks().save(track);
        assertThat(media.tracks().deleteKey(track.key())).isEqualTo(track);
        assertThat(media.tracks().deleteKey(track.key())).isNull();
    }

    @Test
    void deletesOnACondition() {
        media.tracks().save(track);

        assertThatThrownBy(() -> media.tracks().delete(track, lengthIs(8)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.tracks().deleteKey(track.key(), lengthIs(8)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.tracks().deleteKey(track.key(), lengthIs(track.length())))
                .isEqualTo(track);
        assertThatThrownBy(() -> media.tracks().deleteKey(track.key(), lengthIs(8)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void guardsAVersionedItem() {
        assumeTrue(kind.hasSdkVersions());
        Draft first = media.drafts().save(new Draft("a", "1", "First", null));
        assertThat(first.version()).isEqualTo(1);
        Draft second = media.drafts().save(new Draft("a", "1", "Second", first.version()));
        assertThat(second.version()).isEqualTo(2);

        assertThatThrownBy(() -> media.drafts().save(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().save(new Draft("a", "1", "New", null)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().delete(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().load(new Draft.Key("a", "1"), true)).isEqualTo(second);
        assertThat(media.drafts().delete(second)).isEqualTo(second);
    }

    @Test
    void deletesByKeyWhateverTheVersion() {
        assumeTrue(kind.hasSdkVersions());
        Draft draft = media.drafts().save(new Draft("a", "1", "First", null));

        assertThat(media.drafts().deleteKey(new Draft.Key("a", "1"))).isEqualTo(draft);
    }

    @Test
    void storesNoVersionForATypeThatHasNone() {
        media.tracks().save(track);
        media.tracks().save(track);
        media.tracks().save(track, lengthIs(track.length()));

        assertThat(Rows.all(db, Media.TABLE))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContainKey("version").hasSize(7));
        assertThat(media.tracks().delete(track)).isEqualTo(track);
    }

    @Test
    void replacesAllAttributesThoseOfOtherTypesIncluded() {
        Rows.put(db, Media.TABLE, "partition_key", "ALBUM_a", "sort_key", "TRACK_00001", "title", "Old", "other", "x");

        media.tracks().save(new Track("a", "00001", null, null, "rock", "r1", null));

        assertThat(Rows.all(db, Media.TABLE))
                .containsExactly(Map.of(
                        "partition_key", AttributeValue.fromS("ALBUM_a"),
                        "sort_key", AttributeValue.fromS("TRACK_00001"),
                        "genre", AttributeValue.fromS("rock"),
                        "released", AttributeValue.fromS("r1")));
    }

    @Test
    void neverReadsARowOfAnotherKindAsTheAskedOne() {
        Rows.put(db, Media.TABLE, "partition_key", "ALBUM_a", "sort_key", "TRACK_1", "length", "no number");

        assertThatThrownBy(() -> media.tracks().load(new Track.Key("a", "1")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("{partition_key=ALBUM_a, sort_key=TRACK_1}")
                .hasMessageContaining("length");
    }

    @Test
    void refusesKeysThatDynamoDbWouldRefuse() {
        assertThatThrownBy(() -> media.tracks().save(new Track("a", "1", "T", 1, "", "r", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Track.genre is empty");
        assertThatThrownBy(() -> media.tracks().load(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTypesApart() {
        media.tracks().save(track);
        Review review = media.reviews().save(new Review("a", "1", "Good"));

        assertThat(media.reviews().load(new Review.Key("a", "1"))).isEqualTo(review);
        assertThat(media.handles().load(new Track.Handle("a", track.number()))).isEqualTo(track);
        assertThat(media.titles()
                        .load(new Media.TrackTitle.Key("a", track.number()))
                        .title())
                .isEqualTo(track.title());
    }

    @Test
    void refusesRawItemsWithoutAKey() {
        assumeTrue(kind.hasRawTypes());

        assertThatThrownBy(() -> media.rows().save(new MediaRow()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MediaRow.partition_key is null, but it is a key attribute of the table");
    }

    @Test
    void loadsAndSavesRawItems() {
        assumeTrue(kind.hasRawTypes());
        media.tracks().save(track);
        MediaRow key = new MediaRow();
        key.setPartition_key("ALBUM_a");
        key.setSort_key("TRACK_00001");

        assertThat(media.rows().load(key).getTitle()).isEqualTo(track.title());
        assertThat(media.rows().deleteKey(key).getTitle()).isEqualTo(track.title());
        assertThat(media.rows().load(key)).isNull();

        key.setTitle("Raw");
        MediaRow stored = media.rows().save(key);
        assertThat(stored.getVersion()).isEqualTo(1);
        assertThat(key.getVersion()).isNull();
        assertThat(media.rows().delete(stored).getVersion()).isEqualTo(1);
    }

    @Test
    void callsDefaultMethodsOfTheUsersInterfaces() {
        Track first = media.tracks().save(Media.track("b", 0));

        assertThat(media.firstTrack("b")).isEqualTo(first);
    }

    @Test
    void itsObjectsSayWhatTheyAre() {
        String async = kind.isAsync() ? "Async" : "";
        String model = (kind.isSdk1() ? "Sdk1" : async) + (kind.hasRawTypes() ? "" : "Item");

        assertThat(face.text()).isEqualTo("Media." + model + "Db[measures, media]");
        assertThat(media.text()).isEqualTo("Media." + model + "Table of table media");
        assertThat(media.tableName()).isEqualTo("media");
        assertThat(media.trackPages().text())
                .isEqualTo(async + "InlineView<Media.Track.Key, Media.Track> of table media");
        assertThat(media.tracksByGenre().text())
                .isEqualTo(async + "SecondaryIndex<Media.Track.ByGenre, Media.Track> of index by_genre of table media");
    }

    private static Expression lengthIs(int length) {
        return Expression.builder()
                .expression("#length = :length")
                .putExpressionName("#length", "length")
                .putExpressionValue(":length", AttributeValue.fromN(Integer.toString(length)))
                .build();
    }
}
