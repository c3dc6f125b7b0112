package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.sdk2.Loaded;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, through both faces. */
@ParameterizedClass
@EnumSource
class ItemsTest {
    @RegisterExtension
    final TestDb db = Media.tables();

    @Parameter
    Face.Kind kind;

    private final Track track = Media.track("a", 1);
    private Face face;
    private Face.MediaTable media;

    @BeforeEach
    void createFace() {
        face = kind.of(db.connection());
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
    void tellsWhatALoadCosts() {
        media.tracks().save(track);

        Loaded<Track> loaded = media.tracks().load(track.key(), true, ReturnConsumedCapacity.TOTAL);
        assertThat(loaded.item()).isEqualTo(track);
        assertThat(loaded.consumedCapacity().capacityUnits()).isEqualTo(1.0);
        assertThat(media.tracks()
                        .load(track.key(), false, ReturnConsumedCapacity.TOTAL)
                        .consumedCapacity()
                        .capacityUnits())
                .isEqualTo(0.5);
        assertThat(media.tracks()
                        .load(track.key(), false, ReturnConsumedCapacity.NONE)
                        .consumedCapacity())
                .isNull();
        assertThat(media.tracks()
                        .load(new Track.Key("a", "none"), true, ReturnConsumedCapacity.TOTAL)
                        .item())
                .isNull();
    }

    @Test
    void savesOnACondition() {
        media.tracks().save(track);
        Track longer = new Track("a", track.number(), "Longer", 9, null, null, null);

        ConditionalCheckFailedException refusal = catchThrowableOfType(
                ConditionalCheckFailedException.class, () -> media.tracks().save(longer, lengthIs(8)));

        assertThat(media.tracks().itemIn(refusal)).contains(track);
        assertThat(media.tracks().save(longer, lengthIs(track.length()))).isEqualTo(longer);
        assertThat(media.tracks().load(track.key())).isEqualTo(longer);
    }

    @Test
    void createsOnlyWhereTheKeyIsFree() {
        assertThat(media.tracks().create(track)).isEqualTo(track);

        ConditionalCheckFailedException refusal = catchThrowableOfType(
                ConditionalCheckFailedException.class, () -> media.tracks().create(Media.track("a", 1)));

        assertThat(refusal).hasMessageContaining("create of Media.Track {partition_key=ALBUM_a, sort_key=TRACK_00001}");
        assertThat(media.tracks().itemIn(refusal)).contains(track);
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
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(media.tracks().itemIn(refusal)).contains(track));
        assertThatThrownBy(() -> media.tracks().deleteKey(track.key(), lengthIs(8)))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(media.tracks().itemIn(refusal)).contains(track));
        assertThat(media.tracks().deleteKey(track.key(), lengthIs(track.length())))
                .isEqualTo(track);
        assertThatThrownBy(() -> media.tracks().deleteKey(track.key(), lengthIs(8)))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(media.tracks().itemIn(refusal)).isEmpty());
    }

    @Test
    void guardsAVersionedItem() {
        Draft first = media.drafts().save(new Draft("a", "1", "First", null));
        assertThat(first.version()).isEqualTo(1);
        Draft second = media.drafts().save(new Draft("a", "1", "Second", first.version()));
        assertThat(second.version()).isEqualTo(2);

        assertThatThrownBy(() -> media.drafts().save(first))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(media.drafts().itemIn(refusal)).contains(second));
        assertThatThrownBy(() -> media.drafts().delete(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().delete(second)).isEqualTo(second);
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
    void loadsAndSavesRawItems() {
        media.tracks().save(track);
        MediaRow key = new MediaRow();
        key.setPartition_key("ALBUM_a");
        key.setSort_key("TRACK_00001");

        assertThat(media.rows().load(key).getTitle()).isEqualTo(track.title());
        assertThat(media.rows().deleteKey(key).getTitle()).isEqualTo(track.title());
        assertThat(media.rows().load(key)).isNull();
    }

    @Test
    void callsDefaultMethodsOfTheUsersInterfaces() {
        Track first = media.tracks().save(Media.track("b", 0));

        assertThat(media.firstTrack("b")).isEqualTo(first);
    }

    @Test
    void itsObjectsSayWhatTheyAre() {
        String async = kind == Face.Kind.ASYNC ? "Async" : "";

        assertThat(face.text()).isEqualTo("Media." + async + "Db[measures, media]");
        assertThat(media.text()).isEqualTo("Media." + async + "Table of table media");
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
