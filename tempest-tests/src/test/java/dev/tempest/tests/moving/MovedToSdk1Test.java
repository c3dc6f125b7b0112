package dev.tempest.tests.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.NoRetryBatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.KeySet;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import dev.tempest.tests.faces.MediaRow;
import dev.tempest.tests.moving.MovedToSdk2Test.Track;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same over SDK 1.x. */
class MovedToSdk1Test {
    @RegisterExtension
    final TestDb dynamo = TestDb.of(TestTable.create(MediaRow.class));

    interface Table extends LogicalTable<MediaRow> {
        InlineView<Track.Key, Track> tracks();
    }

    interface Db extends LogicalDb {
        Table media();
    }

    private final List<Track.Key> keys = List.of(new Track.Key("A", "1"), new Track.Key("A", "2"));
    private Db db;

    private static Track track(String number) {
        return new Track("A", number, "Title " + number, "jazz", "r" + number);
    }

    @BeforeEach
    void save() {
        db = dynamo.logicalDb();
        db.transactionWrite(new TransactionWriteSet.Builder()
                .save(track("1"), track("2"), track("3"))
                .build());
    }

    @Test
    void loadsBatchesByAStrategy() {
        BatchLoadRetryStrategy strategy = new NoRetryBatchLoadRetryStrategy();

        assertThat(db.batchLoad(keys, ConsistentReads.CONSISTENT)).hasSize(2);
        assertThat(db.batchLoad(keys, ConsistentReads.CONSISTENT, strategy)).hasSize(2);
        assertThat(db.batchLoad(new KeySet(keys), ConsistentReads.EVENTUAL, strategy)
                        .getAllItems())
                .hasSize(2);
    }

    @Test
    void writesSeveralItemsAndChecksThatOthersExist() {
        db.transactionWrite(new TransactionWriteSet.Builder()
                .delete(keys.get(0), keys.get(1))
                .checkCondition(new Track.Key("A", "3"))
                .build());

        assertThat(db.media().tracks().scanAllContents().toList())
                .extracting(Track::number)
                .containsExactly("3");
        assertThatThrownBy(() -> db.transactionWrite(new TransactionWriteSet.Builder()
                        .checkCondition(new Track.Key("A", "3"), new Track.Key("A", "9"))
                        .save(track("7"))
                        .build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("1: CheckCondition of MovedToSdk2Test.Track {partition_key=A, sort_key=TRACK_9}");
        assertThat(db.media().tracks().load(new Track.Key("A", "7"))).isNull();
    }
}
