package dev.tempest.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.ItemSet;
import dev.tempest.Offset;
import dev.tempest.sdk1.MusicDb.Album;
import dev.tempest.sdk1.MusicDb.MusicTable;
import dev.tempest.sdk1.MusicDb.Playlist;
import dev.tempest.sdk1.MusicDb.Track;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries, scans, batches and transactions. */
class ManyItemsTest {
    private static final Album ALBUM = new Album("A1", "Harbour Lights", "The Lanterns", "2020-02-21");
    private static final Track FIRST = new Track("A1", "1", "Low Tide");
    private static final Track SECOND = new Track("A1", "2", "Breakwater");
    private static final Track THIRD = new Track("A1", "3", "Foghorn");

    @RegisterExtension
    final LocalMusic music = new LocalMusic();

    private MusicDb db;
    private MusicTable table;

    @BeforeEach
    void fill() {
        db = music.db();
        table = db.music();
        table.albums().save(ALBUM);
        List.of(FIRST, SECOND, THIRD).forEach(table.tracks()::save);
    }

    @Test
    void aQueryReadsTheItemsOfItsTypeOnly() {
        assertThat(table.tracks().queryAllContents(new BeginsWith<>(new Track.Key("A1", ""))))
                .containsExactly(FIRST, SECOND, THIRD);
        assertThat(table.tracks().queryAllContents(new Between<>(new Track.Key("A1", "2"), new Track.Key("A1", "3"))))
                .containsExactly(SECOND, THIRD);
    }

    @Test
    void anOffsetGoesOnAfterItsPage() {
        QueryConfig two = QueryConfig.builder().pageSize(2).build();
        BeginsWith<Track.Key> all = new BeginsWith<>(new Track.Key("A1", ""));
        Page<Track.Key, Track> page = table.tracks().query(all, two);
        String text = table.tracks().offsetToString(page.offset());
        Offset<Track.Key> offset = music.db().music().tracks().offsetFromString(text);

        assertThat(page.contents()).containsExactly(FIRST, SECOND);
        assertThat(table.tracks().query(all, two, offset).contents()).containsExactly(THIRD);
    }

    @Test
    void anIndexFindsItemsByItsOwnKey() {
        Album older = new Album("A2", "Slack Water", "The Lanterns", "2015-06-01");
        table.albums().save(older);

        assertThat(table.albumsByArtist()
                        .queryAllContents(new BeginsWith<>(new Album.ByArtist("The Lanterns", "", null))))
                .containsExactly(older, ALBUM);
    }

    @Test
    void aScanReadsTheItemsOfItsTypeOnly() {
        assertThat(table.albums().scanAllContents()).containsExactly(ALBUM);
        assertThat(table.tracks().scanAllContents()).hasSize(3);
    }

    @Test
    void aBatchLoadKeepsTheOrderOfItsKeys() {
        ItemSet items = db.batchLoad(new Track.Key("A1", "3"), new Album.Key("A1"), new Track.Key("A1", "1"));

        assertThat(items).containsExactly(THIRD, ALBUM, FIRST);
    }

    @Test
    void aBatchWritesAndDeletesItemsOfSeveralTypes() {
        BatchWriteResult result = db.batchWrite(BatchWriteSet.builder()
                .clobber(new Track("A1", "4", "Ebb"))
                .delete(new Album.Key("A1"))
                .build());

        assertThat(result.isSuccessful()).isTrue();
        assertThat(table.albums().load(new Album.Key("A1"))).isNull();
        assertThat(table.tracks().scanAllContents()).hasSize(4);
    }

    @Test
    void aTransactionWritesAllOrNothingAndNamesWhatFailed() {
        Playlist stored = table.playlists().save(new Playlist("P1", "Night drive", null));
        table.playlists().save(stored);
        TransactionWriteSet set = TransactionWriteSet.builder()
                .save(new Track("A1", "4", "Ebb"))
                .save(stored)
                .build();

        assertThatThrownBy(() -> db.transactionWrite(set))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        cancelled -> assertThat(db.failuresIn(cancelled))
                                .extracting(TransactionFailure::index)
                                .containsExactly(1));
        assertThat(table.tracks().load(new Track.Key("A1", "4"))).isNull();
    }

    @Test
    void aTransactionLoadsItemsAtOneMoment() {
        assertThat(db.transactionLoad(new Album.Key("A1"), new Track.Key("A1", "2")))
                .containsExactly(ALBUM, SECOND);
    }
}
