package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.ItemSet;
import dev.tempest.Scoped;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Measure;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Media.TrackTitle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Batches of any size, tables and types, through all faces. */
@ParameterizedClass
@EnumSource
class BatchesTest extends FaceTest {
    private final FaultyHttp network = FaultyHttp.builder().build();
    private Face face;

    @BeforeEach
    void createFace() {
        face = open(network);
    }

    @Test
    void loadsAnyNumberOfKeysInTheirOrder() {
        List<Track> tracks = Media.tracks("a", 250);
        assertThat(face.batchWrite(BatchWriteSet.builder().clobber(tracks)).isSuccessful())
                .isTrue();
        assertThat(network.requests("BatchWriteItem")).isEqualTo(10);

        List<Track> shuffled = new ArrayList<>(tracks);
        Collections.shuffle(shuffled, new Random(1));
        List<Track.Key> keys = shuffled.stream().map(Track::key).toList();

        ItemSet loaded = face.batchLoad(keys);

        assertThat(loaded.getItems(Track.class)).isEqualTo(shuffled);
        assertThat(loaded).hasSize(250);
        assertThat(loaded.get(keys.get(7), Track.class)).isEqualTo(shuffled.get(7));
        assertThat(network.requests("BatchGetItem")).isEqualTo(3);
    }

    @Test
    void anEmptyBatchSendsNothing() {
        assertThat(face.batchLoad()).isEmpty();
        assertThat(face.batchLoad(List.of())).isEmpty();
        assertThat(face.batchWrite(BatchWriteSet.builder()).isSuccessful()).isTrue();
        assertThat(network.requests()).isZero();
    }

    @Test
    void loadsKeysOfSeveralTablesAndTypes() {
        Track track = Media.track("a", 1);
        Review review = new Review("a", "1", "Good");
        Measure measure = new Measure(BigDecimal.ONE, "One");
        Draft draft = face.media().drafts().save(new Draft("a", "1", "Draft", null));
        face.batchWrite(BatchWriteSet.builder().clobber(track, review, measure));
        assertThat(network.requests("BatchWriteItem")).isEqualTo(1);

        ItemSet loaded = face.batchLoad(
                new Measure.Key(BigDecimal.ONE),
                new Draft.Key("a", "1"),
                new Review.Key("a", "none"),
                track.key(),
                new Review.Key("a", "1"));

        assertThat(loaded).containsExactly(measure, draft, track, review);
        assertThat(loaded.getItems(Review.class)).containsExactly(review);
        assertThat(loaded.get(new Review.Key("a", "1"))).isEqualTo(review);
        assertThat(loaded.get(new Review.Key("a", "none"))).isNull();
        assertThat(network.requests("BatchGetItem")).isEqualTo(1);
    }

    @Test
    void asksOnceForAKeyGivenTwice() {
        List<Track> tracks = Media.tracks("a", 60);
        face.batchWrite(BatchWriteSet.builder().clobber(tracks));
        List<Track.Key> twice =
                IntStream.range(0, 120).mapToObj(i -> tracks.get(i % 60).key()).toList();

        ItemSet loaded = face.batchLoad(twice);

        assertThat(loaded).containsExactlyElementsOf(tracks);
        assertThat(network.requests("BatchGetItem")).isEqualTo(1);
    }

    @Test
    void oneRowUnderTwoKeyTypesIsOneItemOfEachType() {
        Track track = Media.track("a", 1);
        face.batchWrite(BatchWriteSet.builder().clobber(track));
        Track.Handle handle = new Track.Handle("a", track.number());
        TrackTitle.Key titleKey = new TrackTitle.Key("a", track.number());
        TrackTitle title = new TrackTitle("a", track.number(), track.title());

        ItemSet loaded = face.batchLoad(handle, titleKey, track.key());

        assertThat(loaded).containsExactly(track, title);
        assertThat(loaded.get(handle)).isEqualTo(track);
        assertThat(loaded.get(track.key())).isEqualTo(track);
        assertThat(loaded.get(titleKey)).isEqualTo(title);
    }

    @Test
    void theLastOperationOnARowCounts() {
        Track track = Media.track("a", 1);
        Track other = Media.track("a", 2);
        Track again = new Track("a", other.number(), "Again", 0, null, null, null);
        face.batchWrite(BatchWriteSet.builder()
                .clobber(track)
                .delete(track.key())
                .clobber(other)
                .delete(new Track.Handle("a", other.number()))
                .clobber(again));

        assertThat(face.media().tracks().load(track.key())).isNull();
        assertThat(face.media().tracks().load(other.key())).isEqualTo(again);

        face.batchWrite(BatchWriteSet.builder().delete(other.key()));
        assertThat(face.media().tracks().load(other.key())).isNull();
    }

    @Test
    void oneAndOnePointZeroAreOneRow() {
        face.batchWrite(BatchWriteSet.builder()
                .clobber(new Measure(new BigDecimal("1"), "One"), new Measure(new BigDecimal("1.0"), "One again"))
                .clobber(new Measure(new BigDecimal("1E+2"), "Hundred")));

        ItemSet loaded = face.batchLoad(
                new Measure.Key(new BigDecimal("1.00")),
                new Measure.Key(new BigDecimal("1")),
                new Measure.Key(new BigDecimal("100.0")));

        assertThat(loaded.getItems(Measure.class)).extracting(Measure::title).containsExactly("One again", "Hundred");
        assertThat(loaded.get(new Measure.Key(new BigDecimal("1"))))
                .isSameAs(loaded.get(new Measure.Key(new BigDecimal("1.00"))));
    }

    @Test
    void keysOfTwoTablesAreScoped() {
        Face.MediaTable media = face.media();
        Face.MediaTable archive = face.archive();
        Track track = Media.track("a", 1);
        Track old = new Track("a", track.number(), "Old", 0, null, null, null);
        face.batchWrite(BatchWriteSet.builder().clobber(media.scoped(track), archive.scoped(old)));

        Scoped<Track.Key> here = media.scoped(track.key());
        Scoped<Track.Key> there = archive.scoped(track.key());
        ItemSet loaded = face.batchLoad(there, here);

        assertThat(loaded).containsExactly(old, track);
        assertThat(loaded.get(here)).isEqualTo(track);
        assertThat(loaded.get(there)).isEqualTo(old);
        assertThat(media.tracks().load(track.key())).isEqualTo(track);
        assertThat(archive.tracks().load(track.key())).isEqualTo(old);

        face.batchWrite(BatchWriteSet.builder().clobber(archive.scoped(track)));
        assertThat(face.batchLoad(here, there)).as("equal items of two tables").containsExactly(track, track);

        long requests = network.requests();
        assertThatThrownBy(() -> face.batchLoad(track.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Track.Key")
                .hasMessageContaining("[archive, media]")
                .hasMessageContaining("table.scoped(key)");
        assertThatThrownBy(() -> face.batchWrite(BatchWriteSet.builder().clobber(track)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[archive, media]")
                .hasMessageContaining("table.scoped(item)");
        assertThatThrownBy(() -> face.batchLoad(new Scoped<>("measures", track.key())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measures");
        assertThat(network.requests()).isEqualTo(requests);
    }

    @Test
    void refusesWhatIsNoKeyOrItem() {
        assertThatThrownBy(() -> face.batchLoad(Media.track("a", 1).key(), "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A String is no key of any view of this database. Its key types are ")
                .hasMessageContaining("Media.Track.Key");
        assertThatThrownBy(() -> face.batchLoad(Media.track("a", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Track is no key");
        assertThatThrownBy(() -> face.batchWrite(
                        BatchWriteSet.builder().clobber(Media.track("a", 1).key())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Track.Key is no item");
        assertThatThrownBy(() -> face.batchWrite(BatchWriteSet.builder().delete(Media.track("a", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Track is no key");
        assertThatThrownBy(() -> face.batchLoad(new Measure.Key(BigDecimal.ONE), new Measure.Key(null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(network.requests()).isZero();
    }

    @Test
    void refusesVersionedItemsUnlessVersionsAreIgnored() {
        assumeTrue(kind.hasSdkVersions());
        Draft draft = new Draft("a", "1", "Draft", 7L);
        assertThatThrownBy(() -> face.batchWrite(
                        BatchWriteSet.builder().clobber(Media.track("a", 1)).clobber(draft)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Media.Draft {partition_key=ALBUM_a, sort_key=DRAFT_1}")
                .hasMessageContaining("ignoreVersions()");
        assertThat(network.requests()).isZero();

        face.batchWrite(BatchWriteSet.builder().clobber(draft).ignoreVersions());
        assertThat(face.media().drafts().load(new Draft.Key("a", "1"))).isEqualTo(draft);
        face.batchWrite(BatchWriteSet.builder().delete(new Draft.Key("a", "1")));
        assertThat(face.media().drafts().load(new Draft.Key("a", "1"))).isNull();
    }

    @Test
    void configuresALoad() {
        List<Track> tracks = Media.tracks("a", 30);
        face.batchWrite(BatchWriteSet.builder().clobber(tracks));
        List<Track.Key> keys = tracks.stream().map(Track::key).toList();

        LoadedItems loaded = face.batchLoad(
                keys,
                BatchLoadConfig.builder()
                        .maxPageSize(7)
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build());

        assertThat(loaded.items()).containsExactlyElementsOf(tracks);
        assertThat(network.requests("BatchGetItem")).isEqualTo(5);
        assertThat(loaded.consumedCapacity()).hasSize(5);
        assertThat(loaded.consumedCapacity().stream()
                        .mapToDouble(each -> each.capacityUnits())
                        .sum())
                .isEqualTo(30);
        assertThat(face.batchLoad(keys, BatchLoadConfig.builder().build()).consumedCapacity())
                .isEmpty();
    }

    @Test
    void loadsMoreThanOneAnswerCanHold() {
        String filler = "x".repeat(390_000);
        List<Review> reviews = IntStream.range(0, 45)
                .mapToObj(i -> new Review("big", Integer.toString(i), i + filler))
                .toList();
        reviews.parallelStream().forEach(review -> face.media().reviews().save(review));

        ItemSet loaded = face.batchLoad(
                reviews.stream().map(each -> new Review.Key("big", each.id())).toList());

        assertThat(loaded.getItems(Review.class))
                .extracting(review -> review.id() + review.title().length())
                .containsExactlyElementsOf(reviews.stream()
                        .map(review -> review.id() + review.title().length())
                        .toList());
        assertThat(network.requests("BatchGetItem")).isGreaterThan(1);
    }

    @Test
    void anItemThatDynamoDbRejectsIsFoundAndAllOthersAreWritten() {
        List<Track> tracks = Media.tracks("a", 60);
        Track bad = new Track("a", "9".repeat(1_100), "The sort key is too long", 1, null, null, null);
        Track.Key badKey = new Track.Key("a", "8".repeat(1_100));

        BatchWriteException failure = catchThrowableOfType(
                BatchWriteException.class,
                () -> face.batchWrite(BatchWriteSet.builder()
                        .clobber(tracks.subList(0, 33))
                        .clobber(bad)
                        .delete(badKey)
                        .clobber(tracks.subList(33, 60))));

        assertThat(failure.unprocessedClobbers()).containsExactly(bad);
        assertThat(failure.unprocessedDeletes()).containsExactly(badKey);
        assertThat(failure.getCause())
                .isInstanceOf(DynamoDbException.class)
                .hasMessageStartingWith("batch write, ")
                .hasMessageContaining(" of Media.Track {partition_key=ALBUM_a, sort_key=TRACK_");
        assertThat(failure.getMessage()).doesNotContain("The sort key is too long");
        assertThat(network.requests("BatchWriteItem")).isLessThan(30);
        List<Track.Key> keys = new ArrayList<>(tracks.stream().map(Track::key).toList());
        keys.add(40, badKey);

        UnprocessedKeysException partial =
                catchThrowableOfType(UnprocessedKeysException.class, () -> face.batchLoad(keys));

        assertThat(partial.loadedItems()).containsExactlyElementsOf(tracks);
        assertThat(partial.unprocessedKeys()).containsExactly(badKey);
        assertThat(partial.getCause()).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void anItemThatIsTooLargeIsRefusedBeforeAnythingIsSent() {
        Track large = new Track("a", "1", "x".repeat(410_000), 1, null, null, null);

        assertThatThrownBy(() -> face.batchWrite(
                        BatchWriteSet.builder().clobber(Media.tracks("a", 30)).clobber(large)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Media.Track {partition_key=ALBUM_a, sort_key=TRACK_1} in table media has 4")
                .hasMessageMatching(".* has \\d+ bytes, but DynamoDB stores items of up to 400 KB.");
        assertThat(network.requests()).isZero();
    }

    @Test
    void aRequestThatIsRejectedLeavesItsOwnOperationsOnly() {
        Face failing = open(FaultyHttp.builder()
                .nth(2, "BatchWriteItem", Fault.error(400, "AccessDeniedException", "injected"))
                .nth(2, "BatchGetItem", Fault.error(400, "AccessDeniedException", "injected"))
                .build());
        List<Track> tracks = Media.tracks("a", 300);
        List<Track.Key> keys = tracks.stream().map(Track::key).toList();

        BatchWriteException failure = catchThrowableOfType(
                BatchWriteException.class,
                () -> failing.batchWrite(BatchWriteSet.builder().clobber(tracks)));

        assertThat(failure.unprocessedClobbers()).hasSize(25);
        assertThat(failure.getCause()).hasMessageContaining("batch write of 25 items to media: injected");
        List<Object> written = new ArrayList<>(tracks);
        written.removeAll(failure.unprocessedClobbers());
        assertThat(face.batchLoad(keys)).containsExactlyElementsOf(written);

        UnprocessedKeysException partial =
                catchThrowableOfType(UnprocessedKeysException.class, () -> failing.batchLoad(keys));
        assertThat(partial.unprocessedKeys()).hasSize(100);
        assertThat(partial.getCause()).hasMessageContaining("batch load of 100 keys from media: injected");
    }

    @Test
    void aTableThatIsMissingLeavesTheOthersToTheRest() {
        Face failing = open(FaultyHttp.builder()
                .when(
                        request -> request.body().contains("\"measures\""),
                        Fault.error(400, "ResourceNotFoundException", "injected"))
                .build());
        Track track = Media.track("a", 1);
        Measure measure = new Measure(BigDecimal.ONE, "One");

        BatchWriteException failure = catchThrowableOfType(
                BatchWriteException.class,
                () -> failing.batchWrite(BatchWriteSet.builder().clobber(track, measure)));

        assertThat(failure.unprocessedClobbers()).containsExactly(measure);
        UnprocessedKeysException partial = catchThrowableOfType(
                UnprocessedKeysException.class, () -> failing.batchLoad(new Measure.Key(BigDecimal.ONE), track.key()));
        assertThat(partial.loadedItems()).containsExactly(track);
        assertThat(partial.unprocessedKeys()).containsExactly(new Measure.Key(BigDecimal.ONE));
    }

    @Test
    void whatNoRequestCanGetThroughIsSentOnce() {
        FaultyHttp refusing = FaultyHttp.builder()
                .rate(1, Fault.error(400, "UnrecognizedClientException", "injected"))
                .build();
        Face failing = open(refusing);
        List<Track> tracks = Media.tracks("a", 2_000);

        BatchWriteException failure = catchThrowableOfType(
                BatchWriteException.class,
                () -> failing.batchWrite(BatchWriteSet.builder().clobber(tracks)));
        UnprocessedKeysException partial = catchThrowableOfType(
                UnprocessedKeysException.class,
                () -> failing.batchLoad(tracks.stream().map(Track::key).toList()));

        assertThat(failure.unprocessedClobbers()).isEqualTo(tracks);
        assertThat(partial.unprocessedKeys()).hasSize(2_000);
        assertThat(refusing.requests()).as("those that were under way at once").isLessThanOrEqualTo(20);
    }
}
