package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.ItemSet;
import dev.tempest.Scoped;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Measure;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Media.TrackTitle;
import dev.tempest.tests.items.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions across tables and types, through all faces. */
@ParameterizedClass
@EnumSource
class TransactionsTest extends FaceTest {
    private final FaultyHttp network = FaultyHttp.builder().build();
    private final Track track = Media.track("a", 1);
    private final Review review = new Review("a", "1", "Good");
    private Face face;
    private Face.MediaTable media;

    @BeforeEach
    void createFace() {
        face = open(network);
        media = face.media();
    }

    @Test
    void doesOperationsOfEveryKindAtOnce() {
        assumeTrue(kind.hasSdkVersions());
        Track condition = media.tracks().save(Media.track("b", 1));
        Review toDelete = media.reviews().save(new Review("b", "1", "Bad"));
        Draft draft = media.drafts().save(new Draft("b", "1", "Draft", null));
        Draft other = media.drafts().save(new Draft("b", "2", "Other draft", null));
        Measure measure = new Measure(BigDecimal.ONE, "One");
        Draft newDraft = new Draft("c", "1", "New", null);

        ItemSet stored = face.transactionWrite(TransactionWriteSet.builder()
                .save(track)
                .create(review)
                .put(measure)
                .put(newDraft, titleIsAbsent())
                .save(draft)
                .delete(new Review.Key("b", "1"))
                .delete(other)
                .checkCondition(condition.key(), titleIs("Title 1")));

        Draft secondVersion = new Draft("b", "1", "Draft", 2L);
        Draft firstVersion = new Draft("c", "1", "New", 1L);
        assertThat(stored).containsExactly(track, review, measure, firstVersion, secondVersion);
        assertThat(stored.get(draft)).isEqualTo(secondVersion);
        assertThat(stored.get(newDraft, Draft.class)).isEqualTo(firstVersion);
        assertThat(network.requests("TransactWriteItems")).isEqualTo(1);

        assertThat(media.tracks().load(track.key())).isEqualTo(track);
        assertThat(media.reviews().load(new Review.Key("a", "1"))).isEqualTo(review);
        assertThat(face.measures().load(new Measure.Key(BigDecimal.ONE))).isEqualTo(measure);
        assertThat(media.drafts().load(new Draft.Key("b", "1"))).isEqualTo(secondVersion);
        assertThat(media.drafts().load(new Draft.Key("c", "1"))).isEqualTo(firstVersion);
        assertThat(media.reviews().load(new Review.Key("b", "1"))).isNull();
        assertThat(media.drafts().load(new Draft.Key("b", "2"))).isNull();
        assertThat(toDelete).isNotNull();
    }

    @Test
    void aCancelledTransactionNamesTheOperationsThatFailed() {
        assumeTrue(kind.hasSdkVersions());
        media.reviews().save(review);
        Draft draft = media.drafts().save(new Draft("a", "1", "Draft", null));
        Draft current = media.drafts().save(new Draft("a", "1", "Changed", draft.version()));
        Track absent = Media.track("a", 2);

        TransactionWriteSet set = TransactionWriteSet.builder()
                .save(track)
                .save(new Review("a", "1", "Another"), titleIsAbsent())
                .delete(new Track.Key("a", "3"))
                .delete(draft)
                .checkCondition(absent.key(), titleIs("Title 2"))
                .build();
        TransactionCanceledException refusal =
                catchThrowableOfType(TransactionCanceledException.class, () -> face.transactionWrite(set));

        assertThat(refusal)
                .hasMessageContaining("transaction of 5 operations")
                .hasMessageContaining("1: Save of Media.Review {partition_key=ALBUM_a, sort_key=REVIEW_1}"
                        + " in table media (ConditionalCheckFailed")
                .hasMessageContaining("3: Delete of Media.Draft")
                .hasMessageContaining("4: CheckCondition of Media.Track");
        assertThat(refusal.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly(
                        "None", "ConditionalCheckFailed", "None", "ConditionalCheckFailed", "ConditionalCheckFailed");
        List<TransactionFailure> failures = face.failuresIn(refusal);
        assertThat(failures).extracting(TransactionFailure::index).containsExactly(1, 3, 4);
        assertThat(failures).extracting(TransactionFailure::item).containsExactly(review, current, null);
        assertThat(failures)
                .extracting(TransactionFailure::operation)
                .containsExactly(
                        set.operations().get(1),
                        set.operations().get(3),
                        set.operations().get(4));
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure.code()).isEqualTo("ConditionalCheckFailed");
            assertThat(failure.tableName()).isEqualTo("media");
            assertThat(failure.message()).isNotEmpty();
        });
        assertThat(media.tracks().load(track.key())).as("nothing is done").isNull();
    }

    @Test
    void guardsVersions() {
        assumeTrue(kind.hasSdkVersions());
        Draft draft = media.drafts().save(new Draft("a", "1", "Draft", null));
        media.drafts().save(draft);

        assertThatThrownBy(() ->
                        face.transactionWrite(TransactionWriteSet.builder().save(draft)))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        refusal -> assertThat(face.failuresIn(refusal))
                                .extracting(TransactionFailure::item)
                                .containsExactly(new Draft("a", "1", "Draft", 2L)));
        face.transactionWrite(TransactionWriteSet.builder().delete(new Draft.Key("a", "1"), titleIs("Draft")));
        assertThat(media.drafts().load(new Draft.Key("a", "1"))).isNull();
    }

    @Test
    void checksVersionAndConditionTogether() {
        assumeTrue(kind.hasSdkVersions());
        media.drafts().save(new Draft("a", "1", "First", null));
        Draft second = new Draft("a", "1", "Second", 1L);

        for (TransactionWriteSet.Builder refused : List.of(
                TransactionWriteSet.builder().save(new Draft("a", "1", "Second", 2L)),
                TransactionWriteSet.builder().save(new Draft("a", "1", "Second", null)),
                TransactionWriteSet.builder().save(second, titleIs("Another")),
                TransactionWriteSet.builder().save(new Draft("a", "1", "Second", 2L), titleIs("First")),
                TransactionWriteSet.builder().delete(new Draft("a", "1", "First", 2L)),
                TransactionWriteSet.builder().delete(new Draft("a", "1", "First", 1L), titleIs("Another")))) {
            assertThatThrownBy(() -> face.transactionWrite(refused)).isInstanceOf(TransactionCanceledException.class);
        }
        Draft stored = new Draft("a", "1", "Second", 2L);
        assertThat(face.transactionWrite(TransactionWriteSet.builder().save(second, titleIs("First")))
                        .get(second))
                .isEqualTo(stored);
        face.transactionWrite(TransactionWriteSet.builder().delete(stored, titleIs("Second")));
        assertThat(media.drafts().load(new Draft.Key("a", "1"))).isNull();
    }

    @Test
    void writesATypeWithoutTheVersionMoreThanOnce() {
        TransactionWriteSet set = TransactionWriteSet.builder().save(track).build();
        face.transactionWrite(set);
        face.transactionWrite(set);

        assertThat(Rows.all(db, Media.TABLE))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContainKey("version"));
    }

    @Test
    void anotherTransactionUnderWayIsAFailureToo() {
        Face conflicted = open(Face.Settings.DEFAULT
                .sdkTries(1)
                .network(FaultyHttp.builder()
                        .rate(1, Fault.transactionConflict(), "TransactWriteItems", "TransactGetItems")
                        .build()));

        TransactionCanceledException refusal = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> conflicted.transactionWrite(TransactionWriteSet.builder().save(track)));

        assertThat(refusal)
                .hasMessageContaining("0: Save of Media.Track")
                .hasMessageContaining("(TransactionConflict)");
        assertThat(conflicted.failuresIn(refusal)).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("TransactionConflict");
            assertThat(failure.item()).isNull();
        });
        TransactionCanceledException read =
                catchThrowableOfType(TransactionCanceledException.class, () -> conflicted.transactionLoad(track.key()));
        assertThat(read).hasMessageContaining("transactional load of 1 keys");
        assertThat(conflicted.failuresIn(read)).isEmpty();
    }

    @Test
    void takesAHundredOperationsAndRefusesMore() {
        TransactionWriteSet.Builder writes = TransactionWriteSet.builder();
        Media.tracks("a", 100).forEach(writes::save);
        assertThat(face.transactionWrite(writes)).containsExactlyElementsOf(Media.tracks("a", 100));
        assertThat(face.transactionLoad(
                        Media.tracks("a", 100).stream().map(Track::key).toList()))
                .containsExactlyElementsOf(Media.tracks("a", 100));

        long requests = network.requests();
        writes.save(Media.track("a", 100));
        assertThatThrownBy(() -> face.transactionWrite(writes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A transaction has 100 operations at most, not 101.");
        assertThatThrownBy(() -> face.transactionLoad(
                        Media.tracks("a", 101).stream().map(Track::key).toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A transaction has 100 keys at most, not 101.");
        assertThat(network.requests()).isEqualTo(requests);
    }

    @Test
    void refusesTwoOperationsOnOneItem() {
        assertThatThrownBy(() -> face.transactionWrite(
                        TransactionWriteSet.builder().save(track).save(review).delete(track.key())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two operations of the transaction touch one item: ")
                .hasMessageContaining("Save of Media.Track {partition_key=ALBUM_a, sort_key=TRACK_00001}")
                .hasMessageContaining("Delete of Media.Track");
        assertThatThrownBy(() -> face.transactionWrite(TransactionWriteSet.builder()
                        .save(new Measure(BigDecimal.ONE, "One"))
                        .checkCondition(new Measure.Key(new BigDecimal("1.0")), titleIs("One"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(network.requests()).isZero();
    }

    @Test
    void anEmptyTransactionSendsNothing() {
        assertThat(face.transactionWrite(TransactionWriteSet.builder())).isEmpty();
        assertThat(face.transactionLoad()).isEmpty();
        assertThat(network.requests()).isZero();
    }

    @Test
    void joinsBuilders() {
        TransactionWriteSet.Builder more =
                TransactionWriteSet.builder().save(review).delete(new Track.Key("b", "1"));
        TransactionWriteSet.Builder all =
                TransactionWriteSet.builder().save(track).addAll(more);

        assertThat(all.size()).isEqualTo(3);
        assertThat(face.transactionWrite(all)).containsExactly(track, review);
    }

    @Test
    void theSameTokenTwiceWritesOnce() {
        assumeTrue(kind.hasSdkVersions());
        Draft draft = media.drafts().save(new Draft("a", "1", "Draft", null));
        TransactionWriteSet set = TransactionWriteSet.builder()
                .save(new Draft("a", "1", "Changed", draft.version()))
                .idempotencyToken(UUID.randomUUID().toString())
                .build();

        Draft changed = new Draft("a", "1", "Changed", 2L);
        assertThat(face.transactionWrite(set)).containsExactly(changed);
        assertThat(face.transactionWrite(set)).containsExactly(changed);

        assertThat(media.drafts().load(new Draft.Key("a", "1"))).isEqualTo(changed);
        assertThat(network.requests("TransactWriteItems")).isEqualTo(2);
        assertThatThrownBy(() -> face.transactionWrite(
                        TransactionWriteSet.builder().save(track).idempotencyToken(set.idempotencyToken())))
                .isInstanceOf(IdempotentParameterMismatchException.class)
                .hasMessageContaining("transaction of 1 operations");
    }

    @Test
    void aLostAnswerWritesOnce() {
        assumeTrue(kind.hasSdkVersions());
        FaultyHttp losing = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.responseLost())
                .build();
        Face face = open(losing);
        Draft draft = media.drafts().save(new Draft("a", "1", "Draft", null));

        assertThat(face.transactionWrite(
                        TransactionWriteSet.builder().save(draft).create(review)))
                .containsExactly(new Draft("a", "1", "Draft", 2L), review);

        assertThat(losing.requests("TransactWriteItems")).isEqualTo(2);
        assertThat(media.drafts().load(new Draft.Key("a", "1")).version()).isEqualTo(2);
    }

    @Test
    void loadsAtOneMoment() {
        Measure measure = new Measure(BigDecimal.ONE, "One");
        face.batchWrite(BatchWriteSet.builder().clobber(track, review, measure));
        Track.Handle handle = new Track.Handle("a", track.number());
        TrackTitle.Key titleKey = new TrackTitle.Key("a", track.number());
        TrackTitle title = new TrackTitle("a", track.number(), track.title());

        ItemSet loaded = face.transactionLoad(
                new Review.Key("a", "none"),
                new Measure.Key(new BigDecimal("1.0")),
                track.key(),
                new Review.Key("a", "1"),
                new Track.Key("a", track.number()));

        assertThat(loaded).containsExactly(measure, track, review);
        assertThat(loaded.get(track.key())).isEqualTo(track);
        assertThat(loaded.get(new Review.Key("a", "none"))).isNull();
        assertThat(network.requests("TransactGetItems")).isEqualTo(1);

        ItemSet twoTypes = face.transactionLoad(handle, titleKey, track.key());
        assertThat(twoTypes).containsExactlyInAnyOrder(track, title);
        assertThat(twoTypes.get(handle)).isEqualTo(track);
        assertThat(twoTypes.get(titleKey)).isEqualTo(title);
    }

    @Test
    void answersInTheOrderOfTheKeys() {
        face.batchWrite(BatchWriteSet.builder().clobber(track, review));
        TrackTitle title = new TrackTitle("a", track.number(), track.title());

        assertThat(face.transactionLoad(track.key(), new Review.Key("a", "1"), new TrackTitle.Key("a", track.number())))
                .containsExactly(track, review, title);
    }

    @Test
    void keysOfTwoTablesAreScoped() {
        Face.MediaTable archive = face.archive();
        Scoped<Track> here = media.scoped(track);
        Scoped<Track> there = archive.scoped(track);

        ItemSet stored =
                face.transactionWrite(TransactionWriteSet.builder().save(here).create(there));
        assertThat(stored).containsExactly(track, track);
        assertThat(stored.get(here)).isEqualTo(track);
        assertThat(face.transactionLoad(archive.scoped(track.key()), media.scoped(track.key())))
                .containsExactly(track, track);

        long requests = network.requests();
        assertThatThrownBy(() ->
                        face.transactionWrite(TransactionWriteSet.builder().delete(track.key())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[archive, media]");
        assertThatThrownBy(() -> face.transactionLoad(track.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[archive, media]");
        assertThat(network.requests()).isEqualTo(requests);

        TransactionCanceledException refusal = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> face.transactionWrite(TransactionWriteSet.builder()
                        .delete(media.scoped(track))
                        .create(there)));
        assertThat(face.failuresIn(refusal))
                .singleElement()
                .extracting(TransactionFailure::tableName)
                .isEqualTo("archive");
    }

    private static Expression titleIs(String title) {
        return Expression.builder()
                .expression("title = :title")
                .putExpressionValue(":title", AttributeValue.fromS(title))
                .build();
    }

    private static Expression titleIsAbsent() {
        return Expression.builder().expression("attribute_not_exists(title)").build();
    }
}
