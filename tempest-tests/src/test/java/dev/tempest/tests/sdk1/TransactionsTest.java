package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.IdempotentParameterMismatchException;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.ItemSet;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.TransactionFailure;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions, on a raw item type with a version, of which some of the types know nothing. */
class TransactionsTest {
    @RegisterExtension
    final Sdk1Db db = MediaDb.tables();

    private final List<Track> tracks = Media.tracks("1", 101);
    private final Track track = tracks.get(0);
    private final Review review = new Review("1", "R", "Fine");
    private MediaDb media;

    @BeforeEach
    void connect() {
        media = LogicalDb.create(MediaDb.class, db.mapper());
    }

    private static DynamoDBTransactionWriteExpression ifTitleIs(String title) {
        return new DynamoDBTransactionWriteExpression()
                .withConditionExpression("#title = :title")
                .withExpressionAttributeNames(Map.of("#title", "title"))
                .withExpressionAttributeValues(Map.of(":title", new AttributeValue(title)));
    }

    private static Draft draft(String title, Long version) {
        return new Draft("1", "D", title, version);
    }

    @Test
    void writesAllOperations() {
        media.media().reviews().save(review);
        media.media().tracks().save(tracks.get(1));

        ItemSet stored = media.transactionWrite(TransactionWriteSet.builder()
                .save(track)
                .save(draft("Draft", null))
                .delete(new Review.Key("1", "R"), ifTitleIs("Fine"))
                .checkCondition(tracks.get(1).key(), ifTitleIs("Title 1"))
                .build());

        assertThat(stored).containsExactly(track, draft("Draft", 1L));
        assertThat(media.transactionLoad(new Draft.Key("1", "D"), track.key(), new Review.Key("1", "R"), track.key()))
                .containsExactly(draft("Draft", 1L), track);
    }

    @Test
    void writesATypeWithoutTheVersionMoreThanOnce() {
        TransactionWriteSet set = TransactionWriteSet.builder().save(track).build();
        media.transactionWrite(set);
        media.transactionWrite(set);

        assertThat(db.rows("media"))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContainKey("version"));
    }

    @Test
    void namesTheOperationsThatCancelATransaction() {
        media.media().reviews().save(review);

        assertThatThrownBy(() -> media.transactionWrite(TransactionWriteSet.builder()
                        .save(track)
                        .save(review, ifTitleIs("Bad"))
                        .checkCondition(tracks.get(1).key(), ifTitleIs("Title 1"))
                        .build()))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e -> assertThat(media.failuresIn(e))
                                .extracting(
                                        TransactionFailure::index, TransactionFailure::code, TransactionFailure::item)
                                .containsExactly(
                                        tuple(1, "ConditionalCheckFailed", review),
                                        tuple(2, "ConditionalCheckFailed", null)))
                .hasMessageStartingWith("transaction of 3 operations, cancelled because of"
                        + " 1: Save of Media.Review {partition_key=ALBUM_1, sort_key=REVIEW_R} in table media"
                        + " (ConditionalCheckFailed); 2: CheckCondition of Media.Track {partition_key=ALBUM_1,"
                        + " sort_key=TRACK_00001} in table media (ConditionalCheckFailed): ");
        assertThat(media.media().tracks().load(track.key())).isNull();
    }

    @Test
    void checksVersionAndExpressionTogether() {
        media.media().drafts().save(draft("First", null));

        for (TransactionWriteSet.Builder refused : List.of(
                TransactionWriteSet.builder().save(draft("Second", 2L)),
                TransactionWriteSet.builder().save(draft("Second", null)),
                TransactionWriteSet.builder().save(draft("Second", 1L), ifTitleIs("Another")),
                TransactionWriteSet.builder().save(draft("Second", 2L), ifTitleIs("First")),
                TransactionWriteSet.builder().delete(draft("First", 2L)),
                TransactionWriteSet.builder().delete(draft("First", 1L), ifTitleIs("Another")))) {
            assertThatThrownBy(() -> media.transactionWrite(refused.build()))
                    .isInstanceOf(TransactionCanceledException.class);
        }
        Draft second = draft("Second", 1L);
        ItemSet stored = media.transactionWrite(
                TransactionWriteSet.builder().save(second, ifTitleIs("First")).build());
        assertThat(stored.get(second)).isEqualTo(draft("Second", 2L));
        media.transactionWrite(TransactionWriteSet.builder()
                .delete(draft("Second", 2L), ifTitleIs("Second"))
                .build());
        assertThat(db.rows("media")).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheOperations() {
        List<String> sent = new ArrayList<>();
        MediaDb watched = LogicalDb.builder(MediaDb.class)
                .client(Intercepted.client(db.client(), "transactWriteItems", (request, proceed) -> {
                    ((TransactWriteItemsRequest) request)
                            .getTransactItems()
                            .forEach(item -> sent.add(
                                    item.getPut() != null
                                            ? "put "
                                                    + item.getPut()
                                                            .getItem()
                                                            .get("sort_key")
                                                            .getS()
                                            : "delete "
                                                    + item.getDelete()
                                                            .getKey()
                                                            .get("sort_key")
                                                            .getS()));
                    return proceed.apply(request);
                }))
                .build();

        watched.transactionWrite(TransactionWriteSet.builder()
                .delete(tracks.get(3).key())
                .put(tracks.get(1))
                .addAll(TransactionWriteSet.builder()
                        .delete(tracks.get(2).key())
                        .save(review))
                .build());

        assertThat(sent).containsExactly("delete TRACK_00003", "put TRACK_00001", "delete TRACK_00002", "put REVIEW_R");
    }

    @Test
    void takesAHundredOperationsAndNoMore() {
        TransactionWriteSet.Builder hundred = TransactionWriteSet.builder();
        tracks.subList(0, 100).forEach(hundred::save);
        media.transactionWrite(hundred.build());
        List<Track.Key> keys = tracks.stream().map(Track::key).toList();

        assertThat(media.transactionLoad(keys.subList(0, 100))).containsExactlyElementsOf(tracks.subList(0, 100));
        assertThatThrownBy(() ->
                        media.transactionWrite(hundred.save(tracks.get(100)).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 operations at most, not 101");
        assertThatThrownBy(() -> media.transactionLoad(keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 keys at most, not 101");
    }

    @Test
    void doesWhatBearsOneTokenOnce() {
        TransactionWriteSet set = TransactionWriteSet.builder()
                .save(track)
                .idempotencyToken("token")
                .build();
        media.transactionWrite(set);
        media.media().tracks().delete(track);

        media.transactionWrite(set);

        assertThat(media.media().tracks().load(track.key())).isNull();
        assertThatThrownBy(() -> media.transactionWrite(TransactionWriteSet.builder()
                        .save(review)
                        .idempotencyToken("token")
                        .build()))
                .isInstanceOf(IdempotentParameterMismatchException.class)
                .hasMessageContaining("transaction of 1 operations");
    }

    @Test
    void refusesTwoOperationsOnOneItem() {
        assertThatThrownBy(() -> media.transactionWrite(TransactionWriteSet.builder()
                        .save(track)
                        .delete(track.key())
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("touch one item: Save of Media.Track");
        assertThat(media.transactionWrite(TransactionWriteSet.builder().build()))
                .isEmpty();
    }
}
