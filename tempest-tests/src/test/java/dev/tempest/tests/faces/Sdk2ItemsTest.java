package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.sdk2.Loaded;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Track;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** What single items can do through SDK 2.x only. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC", "SYNC_ITEMS", "ASYNC_ITEMS"})
class Sdk2ItemsTest extends FaceTest {
    private final Track track = Media.track("a", 1);
    private Face.MediaTable media;

    @BeforeEach
    void createFace() {
        media = open().media();
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
    void createsOnlyWhereTheKeyIsFree() {
        assertThat(media.tracks().create(track)).isEqualTo(track);

        ConditionalCheckFailedException refusal = catchThrowableOfType(
                ConditionalCheckFailedException.class, () -> media.tracks().create(Media.track("a", 1)));

        assertThat(refusal).hasMessageContaining("create of Media.Track {partition_key=ALBUM_a, sort_key=TRACK_00001}");
        assertThat(media.tracks().itemIn(refusal)).contains(track);
    }

    @Test
    void aRefusalGivesTheItemThatStoodInTheWay() {
        media.tracks().save(track);
        Draft first = media.drafts().save(new Draft("a", "1", "First", null));
        Draft second = media.drafts().save(new Draft("a", "1", "Second", first.version()));

        assertRefused(() -> media.tracks().save(track, lengthIs(8)), media.tracks(), track);
        assertRefused(() -> media.tracks().delete(track, lengthIs(8)), media.tracks(), track);
        assertRefused(() -> media.tracks().deleteKey(track.key(), lengthIs(8)), media.tracks(), track);
        assertRefused(() -> media.drafts().save(first), media.drafts(), second);

        media.tracks().delete(track);
        assertRefused(() -> media.tracks().deleteKey(track.key(), lengthIs(8)), media.tracks(), null);
    }

    private static <I> void assertRefused(ThrowingCallable write, Items<?, I> items, I inTheWay) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(items.itemIn(refusal)).isEqualTo(Optional.ofNullable(inTheWay)));
    }

    private static Expression lengthIs(int length) {
        return Expression.builder()
                .expression("#length = :length")
                .putExpressionName("#length", "length")
                .putExpressionValue(":length", AttributeValue.fromN(Integer.toString(length)))
                .build();
    }
}
