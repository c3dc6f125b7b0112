package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ConditionalOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.MediaRow;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Loads, saves and deletes, with the mapper's expressions and versions. */
class SingleItemsTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media();

    private Media.Sdk1Table media;

    private final Media.Track track = Media.track("1", 1);

    @BeforeEach
    void connect() {
        media = LogicalDb.create(Media.Sdk1Db.class, db.mapper()).media();
    }

    private static DynamoDBSaveExpression ifTitleIs(String title) {
        return new DynamoDBSaveExpression()
                .withExpectedEntry("title", new ExpectedAttributeValue(new AttributeValue(title)));
    }

    private static Media.Draft draft(String title, Long version) {
        return new Media.Draft("1", "D", title, version);
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
    void deletesOnlyTheVersionThatTheItemHas() {
        media.drafts().save(draft("First", null));

        assertThatThrownBy(() -> media.drafts().delete(draft("First", null)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().delete(draft("First", 2L)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().delete(draft("First", 1L))).isEqualTo(draft("First", 1L));
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
    void convertsToRawItemsAndBack() {
        MediaRow raw = media.codec(Media.Track.class).toDb(track);

        assertThat(raw.getPartition_key()).isEqualTo("ALBUM_1");
        assertThat(raw.getVersion()).isNull();
        assertThat(media.codec(Media.Track.class).toApp(raw)).isEqualTo(track);
        assertThat(media.codec(Media.Track.Key.class).toDb(track.key()).getSort_key())
                .isEqualTo("TRACK_00001");

        MediaRow review = new MediaRow();
        review.setPartition_key("ALBUM_1");
        review.setSort_key("REVIEW_1");
        assertThatThrownBy(() -> media.codec(Media.Track.class).toApp(review))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("does not begin with TRACK_");
    }
}
