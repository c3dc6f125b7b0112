package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.sdk1.guide.MusicItem;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tempest's own versions guard items by both SDK lines. */
class OwnVersionsTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media().table("music_items", MusicItem.class);

    record Mix(
            @Attribute(name = "partition_key") String token,
            @Attribute(name = "sort_key", prefix = "MIX_") String number,
            String playlist_name,
            @Version Long playlist_version) {
        record Key(String token, String number) {}
    }

    /** With a text as its version. */
    record Tagged(
            @Attribute(name = "partition_key") String token,
            @Attribute(name = "sort_key", prefix = "TAG_") String number,
            @Version String playlist_name) {
        record Key(String token, String number) {}
    }

    interface Music extends LogicalTable<MusicItem> {
        InlineView<Mix.Key, Mix> mixes();

        InlineView<Tagged.Key, Tagged> tagged();
    }

    interface MusicDb extends LogicalDb {
        Music music();
    }

    interface Music2 extends dev.tempest.sdk2.LogicalTable<dev.tempest.tests.guide.MusicItem> {
        dev.tempest.sdk2.InlineView<Mix.Key, Mix> mixes();
    }

    interface MusicDb2 extends dev.tempest.sdk2.LogicalDb {
        @TableName("music_items")
        Music2 music();
    }

    private MusicDb music;
    private InlineView<Mix.Key, Mix> mixes;

    @BeforeEach
    void connect() {
        music = LogicalDb.create(MusicDb.class, db.mapper());
        mixes = music.music().mixes();
    }

    private static Mix mix(String name, Long version) {
        return new Mix("M", "1", name, version);
    }

    @Test
    void guardSavesAndDeletes() {
        assertThat(mixes.save(mix("First", null))).isEqualTo(mix("First", 1L));
        assertThat(mixes.save(mix("Second", 1L))).isEqualTo(mix("Second", 2L));

        assertThatThrownBy(() -> mixes.save(mix("New", null))).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> mixes.save(mix("Stale", 1L))).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> mixes.delete(mix("Stale", 1L))).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> mixes.delete(mix("New", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OwnVersionsTest.Mix.playlist_version has no value");
        assertThat(mixes.save(mix("Third", 7L), true)).isEqualTo(mix("Third", 8L));
        assertThat(mixes.delete(mix("Third", 8L))).isEqualTo(mix("Third", 8L));
    }

    @Test
    void guardTransactionsTogetherWithConditions() {
        DynamoDBTransactionWriteExpression named =
                new DynamoDBTransactionWriteExpression().withConditionExpression("attribute_exists(playlist_name)");
        Mix first = mix("First", null);
        assertThat(music.transactionWrite(
                                TransactionWriteSet.builder().save(first).build())
                        .get(first))
                .isEqualTo(mix("First", 1L));

        assertThatThrownBy(() -> music.transactionWrite(
                        TransactionWriteSet.builder().save(first).build()))
                .isInstanceOf(TransactionCanceledException.class);
        assertThatThrownBy(() -> music.transactionWrite(TransactionWriteSet.builder()
                        .save(mix("Second", 2L), named)
                        .build()))
                .isInstanceOf(TransactionCanceledException.class);
        music.transactionWrite(
                TransactionWriteSet.builder().save(mix("Second", 1L), named).build());
        music.transactionWrite(
                TransactionWriteSet.builder().delete(mix("Second", 2L), named).build());
        assertThat(db.rows("music_items")).isEmpty();
        assertThatThrownBy(() ->
                        music.batchWrite(BatchWriteSet.builder().clobber(first).build()))
                .hasMessageContaining("has a version, but DynamoDB has no conditions in a batch");
    }

    @Test
    void areTheSameByBothModules() {
        var sdk2 = db.sdk2().logicalDb(MusicDb2.class).music().mixes();

        Mix first = mixes.save(mix("First", null));
        Mix second = sdk2.save(mix("Second", first.playlist_version()));

        assertThat(mixes.save(second)).isEqualTo(mix("Second", 3L));
    }

    @Test
    void mayBeTexts() {
        InlineView<Tagged.Key, Tagged> tagged = music.music().tagged();
        Tagged first = tagged.save(new Tagged("T", "1", null));
        Tagged second = tagged.save(first);

        assertThat(second.playlist_name()).isNotEmpty().isNotEqualTo(first.playlist_name());
        assertThatThrownBy(() -> tagged.save(first)).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void areTheSameTextWhenATransactionIsSentAgain() {
        InlineView<Tagged.Key, Tagged> tagged = music.music().tagged();
        Tagged first = tagged.save(new Tagged("T", "1", null));
        TransactionWriteSet set = TransactionWriteSet.builder()
                .save(first)
                .idempotencyToken(UUID.randomUUID().toString())
                .build();

        Tagged second = music.transactionWrite(set).get(first, Tagged.class);
        MusicDb anotherProcess = LogicalDb.create(MusicDb.class, db.mapper());
        anotherProcess.music();

        assertThat(second.playlist_name()).isNotEqualTo(first.playlist_name());
        assertThat(anotherProcess.transactionWrite(set)).containsExactly(second);
        assertThat(tagged.load(new Tagged.Key("T", "1"))).isEqualTo(second);
    }

    record TwoVersions(
            @Attribute(name = "partition_key") String token,
            @Attribute(name = "sort_key", prefix = "TWO_") String number,
            @Version Integer length,
            Long version) {
        record Key(String token, String number) {}
    }

    @WriteToken("playlist_name")
    interface Traced extends LogicalTable<MusicItem> {}

    @Test
    void areOneOfAKindAndHaveNoTraces() {
        Media.Sdk1Table media =
                LogicalDb.create(Media.Sdk1Db.class, db.mapper()).media();

        assertThatThrownBy(() -> media.inlineView(TwoVersions.Key.class, TwoVersions.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OwnVersionsTest.TwoVersions has a @Version, and also stores version, the"
                        + " @DynamoDBVersionAttribute of MediaRow. Keep one of them.");
        assertThatThrownBy(() -> music.logicalTable("music_items", Traced.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("OwnVersionsTest.Traced has a @WriteToken, which only tempest-sdk2 respects.");
    }
}
