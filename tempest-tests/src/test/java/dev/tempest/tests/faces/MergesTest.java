package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.BeginsWith;
import dev.tempest.ItemSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Media.TrackTitle;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes of the attributes that an item type has, and of no others, through all faces. */
@ParameterizedClass
@EnumSource
class MergesTest extends FaceTest {
    private final FaultyHttp network = FaultyHttp.builder().build();
    private final Track track = Media.track("a", 1);
    private final TrackTitle retitled = new TrackTitle("a", track.number(), "Other");
    private Face face;
    private Face.MediaTable media;

    @BeforeEach
    void createFace() {
        face = open(network);
        media = face.media();
    }

    private Map<String, AttributeValue> stored() {
        return db.client()
                .getItem(get -> get.tableName(Media.TABLE)
                        .key(Map.of(
                                "partition_key", AttributeValue.fromS("ALBUM_a"),
                                "sort_key", AttributeValue.fromS("TRACK_00001"))))
                .item();
    }

    private void addAttribute(String name) {
        db.client()
                .updateItem(update -> update.tableName(Media.TABLE)
                        .key(Map.of(
                                "partition_key", AttributeValue.fromS("ALBUM_a"),
                                "sort_key", AttributeValue.fromS("TRACK_00001")))
                        .updateExpression("SET " + name + " = :text")
                        .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("by others"))));
    }

    @Test
    void writesTheTypesAttributesAndLeavesAllOthers() {
        media.tracks().save(track);
        addAttribute("unknown_to_all");

        assertThat(media.titles().merge(retitled)).isEqualTo(retitled);

        assertThat(media.tracks().load(track.key(), true))
                .isEqualTo(new Track(
                        "a", track.number(), "Other", track.length(), track.genre(), track.released(), track.rank()));
        assertThat(stored()).containsEntry("unknown_to_all", AttributeValue.fromS("by others"));
        assertThat(network.requests("UpdateItem")).isEqualTo(1);
        assertThat(network.requests("PutItem")).isEqualTo(1);
    }

    @Test
    void removesWhatIsNull() {
        media.tracks().save(track);
        Track unranked = new Track("a", track.number(), null, track.length(), null, track.released(), null);

        assertThat(media.tracks().merge(unranked)).isEqualTo(unranked);

        assertThat(stored()).doesNotContainKeys("title", "genre", "rank");
        assertThat(media.tracks().load(track.key(), true)).isEqualTo(unranked);
    }

    @Test
    void createsTheItemIfThereIsNone() {
        assertThat(media.tracks().merge(track)).isEqualTo(track);
        assertThat(media.tracks().load(track.key(), true)).isEqualTo(track);
    }

    @Test
    void mergesOnACondition() {
        media.tracks().save(track);

        assertThatThrownBy(() -> media.titles().merge(retitled, titleIs("Nothing")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageStartingWith(
                        "merge of Media.TrackTitle {partition_key=ALBUM_a, sort_key=TRACK_00001} in table media");
        assertThat(media.tracks().load(track.key(), true)).isEqualTo(track);
        assertThat(media.titles().merge(retitled, titleIs(track.title()))).isEqualTo(retitled);
    }

    @Test
    void movesTheVersionOn() {
        assumeTrue(kind.hasSdkVersions());
        Draft first = media.drafts().merge(new Draft("a", "1", "First", null));
        Draft second = media.drafts().merge(new Draft("a", "1", "Second", first.version()));

        assertThat(first.version()).isEqualTo(1);
        assertThat(second).isEqualTo(new Draft("a", "1", "Second", 2L));
        assertThatThrownBy(() -> media.drafts().merge(new Draft("a", "1", "Stale", first.version())))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> media.drafts().merge(new Draft("a", "1", "New", null)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(media.drafts().load(new Draft.Key("a", "1"), true)).isEqualTo(second);
    }

    @Test
    void takesPartInTransactions() {
        assumeTrue(kind.hasSdkVersions());
        media.tracks().save(track);
        addAttribute("unknown_to_all");
        Draft draft = media.drafts().save(new Draft("a", "1", "First", null));
        Draft changed = new Draft("a", "1", "Second", draft.version());

        ItemSet items = face.transactionWrite(TransactionWriteSet.builder()
                .merge(retitled, titleIs(track.title()))
                .merge(changed)
                .merge(new Track("b", "00007", "Seven", null, null, null, null)));

        assertThat(items.get(changed)).isEqualTo(new Draft("a", "1", "Second", 2L));
        assertThat(media.tracks().load(track.key(), true).title()).isEqualTo("Other");
        assertThat(media.tracks().load(track.key(), true).genre()).isEqualTo(track.genre());
        assertThat(stored()).containsKey("unknown_to_all");
        assertThat(media.tracks().load(new Track.Key("b", "00007"), true).title())
                .isEqualTo("Seven");
    }

    @Test
    void failsInATransactionThatItsVersionDoesNotAllow() {
        assumeTrue(kind.hasSdkVersions());
        Draft first = media.drafts().save(new Draft("a", "1", "First", null));
        Draft second = media.drafts().save(new Draft("a", "1", "Second", first.version()));
        Draft stale = new Draft("a", "1", "Stale", first.version());

        TransactionCanceledException cancelled = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> face.transactionWrite(
                        TransactionWriteSet.builder().merge(retitled).merge(stale)));

        assertThat(face.failuresIn(cancelled))
                .singleElement()
                .satisfies(failure -> assertThat(failure.operation().target()).isSameAs(stale))
                .extracting(TransactionFailure::item)
                .isEqualTo(second);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aCallersPlaceholdersMayHaveAnyNames() {
        assumeTrue(kind.hasSdkVersions());
        media.tracks().save(track);
        Draft draft = media.drafts().save(new Draft("a", "1", "First", null));
        for (String word : new String[] {"tempest_0", "tempest_1", "tempest_version", "tempest_type", "tempest_sort"}) {
            Expression condition = Expression.builder()
                    .expression("#" + word + " <> :" + word)
                    .putExpressionName("#" + word, "title")
                    .putExpressionValue(":" + word, AttributeValue.fromS("Nothing"))
                    .build();
            draft = face.transactionWrite(TransactionWriteSet.builder().merge(draft, condition))
                    .get(draft, Draft.class);
            draft = face.transactionWrite(TransactionWriteSet.builder().save(draft, condition))
                    .get(draft, Draft.class);
            assertThat(media.trackPages()
                            .query(
                                    new BeginsWith<>(new Track.Key("a")),
                                    QueryConfig.builder()
                                            .filterExpression(condition)
                                            .build())
                            .contents())
                    .hasSize(1);
        }
        assertThat(draft.version()).isEqualTo(11);
    }

    private static Expression titleIs(String title) {
        return Expression.builder()
                .expression("title = :title")
                .putExpressionValue(":title", AttributeValue.fromS(title))
                .build();
    }
}
