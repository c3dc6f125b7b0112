package dev.tempest.docs.locking;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class VersionsDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("playlists", PlaylistItem.class));

    private PlaylistDb db;
    private PlaylistTable table;

    @BeforeEach
    void open() {
        db = testDb.logicalDb(PlaylistDb.class);
        table = db.music();
    }

    @Test
    void guardsByVersions() {
        // doc: versions
        Playlist created = table.playlists().save(new Playlist("PLAYLIST_1", "Night drive")); // version 1
        Playlist renamed = table.playlists().save(created.named("Day drive")); // version 2
        // doc: end

        assertThat(created.playlist_version()).isEqualTo(1);
        assertThat(renamed.playlist_version()).isEqualTo(2);
        assertThatThrownBy(() -> table.playlists().save(created.named("Late drive")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageStartingWith(
                        "save of Playlist {partition_key=PLAYLIST_1, sort_key=INFO_} in table playlists,"
                                + " expected playlist_version 1, found playlist_version 2: ");
        assertThatThrownBy(() -> table.playlists().delete(created)).isInstanceOf(ConditionalCheckFailedException.class);
        table.playlists().delete(renamed);
        assertThat(table.playlists().load(new Playlist.Key("PLAYLIST_1"))).isNull();
    }

    @Test
    void updates() {
        table.playlists().save(new Playlist("PLAYLIST_1", "Night drive"));

        // doc: update
        Playlist changed =
                table.playlists().update(new Playlist.Key("PLAYLIST_1"), playlist -> playlist.with("ALBUM_1/2"));
        // doc: end

        assertThat(changed.playlist_tracks()).containsExactly("ALBUM_1/2");
        assertThat(changed.playlist_version()).isEqualTo(2);
    }

    @Test
    void updatesOrCreates() {
        // doc: update or create
        Playlist changed = table.playlists()
                .updateOrCreate(
                        new Playlist.Key("PLAYLIST_1"),
                        playlist -> (playlist == null ? new Playlist("PLAYLIST_1", "Favourites") : playlist)
                                .with("ALBUM_1/2"));
        // doc: end

        assertThat(changed.playlist_name()).isEqualTo("Favourites");
        assertThat(changed.playlist_version()).isEqualTo(1);
    }

    @Test
    void updatesWithoutBlocking() {
        AsyncTable async = testDb.asyncLogicalDb(AsyncDb.class).music();
        table.playlists().save(new Playlist("PLAYLIST_1", "Night drive"));

        // doc: async update
        CompletableFuture<Playlist> changed =
                async.playlists().updateAsync(new Playlist.Key("PLAYLIST_1"), playlist -> playlist.with("ALBUM_1/2"));
        // doc: end

        assertThat(changed.join().playlist_version()).isEqualTo(2);
    }

    interface AsyncTable extends AsyncLogicalTable<PlaylistItem> {
        AsyncInlineView<Playlist.Key, Playlist> playlists();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @dev.tempest.TableName("playlists")
        AsyncTable music();
    }

    @Test
    void counts() {
        table.playlists().save(new Playlist("PLAYLIST_1", "Night drive"));

        // doc: counters
        Playlist.Key key = new Playlist.Key("PLAYLIST_1");
        long plays = table.playlists().increment(key, number(Playlist::play_count), 1);
        Map<String, Number> sums = table.playlists()
                .increment(key, Increment.of(number(Playlist::play_count), 1).and(number(Playlist::skip_count), 1));
        // doc: end

        assertThat(plays).isEqualTo(1);
        assertThat(sums).containsExactly(Map.entry("play_count", 2L), Map.entry("skip_count", 1L));
        assertThat(table.playlists().load(key).playlist_version()).isEqualTo(3);

        // doc: exact counter
        db.transactionWrite(TransactionWriteSet.builder()
                .increment(key, Increment.of(number(Playlist::play_count), 1))
                .build());
        // doc: end

        assertThat(table.playlists().load(key).play_count()).isEqualTo(3);
    }

    @Test
    void makesWhatItCounts() {
        Playlist.Key key = new Playlist.Key("PLAYLIST_1");

        // doc: counter start
        table.playlists()
                .increment(
                        key,
                        Increment.of(number(Playlist::play_count), 1)
                                .startingAt(number(Playlist::play_count), 100)
                                .orCreate());
        // doc: end

        assertThat(table.playlists().load(key).play_count()).isEqualTo(101);
    }

    @Test
    void knowsItsOwnWriteByTheToken() {
        FaultyHttp network =
                FaultyHttp.builder().nth(2, "PutItem", Fault.responseLost()).build();
        TracedTable table = testDb.with(network).logicalDb(TracedDb.class).music();
        Playlist created = table.playlists().save(new Playlist("PLAYLIST_1", "Night drive"));

        Playlist renamed = table.playlists().save(created.named("Day drive"));

        assertThat(network.requests("PutItem")).isEqualTo(3);
        assertThat(renamed.playlist_version()).isEqualTo(2);
    }

    @Test
    void sendsGuardedWritesAsTransactions() {
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.responseLost())
                .build();
        DynamoDbEnhancedClient enhancedClient = testDb.with(network).enhancedClient();

        // doc: transactional database
        PlaylistDb db = LogicalDb.builder(PlaylistDb.class)
                .enhancedClient(enhancedClient)
                .conditionalWrites(ConditionalWrites.TRANSACTIONAL)
                .updateTimeout(Duration.ofSeconds(10))
                .build();
        // doc: end

        assertThat(db.music().playlists().save(new Playlist("PLAYLIST_1", "Night drive")))
                .isEqualTo(table.playlists().load(new Playlist.Key("PLAYLIST_1")));
        assertThat(network.requests("TransactWriteItems")).isEqualTo(2);
        Playlist playlist = table.playlists().load(new Playlist.Key("PLAYLIST_1"));

        // doc: transactional call
        table.playlists().with(ConditionalWrites.TRANSACTIONAL).save(playlist.named("Day drive"));
        // doc: end

        assertThat(table.playlists().load(new Playlist.Key("PLAYLIST_1")).playlist_version())
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsNotKnown() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "UpdateItem", Fault.responseLost()).build();
        PlaylistTable table = testDb.with(network).logicalDb(PlaylistDb.class).music();
        table.playlists().save(new Playlist("PLAYLIST_1", "Night drive"));

        List<String> tracks = addOnce(table, "ALBUM_1/2").playlist_tracks();

        assertThat(tracks).containsExactly("ALBUM_1/2");
    }

    // doc: unknown
    static Playlist addOnce(PlaylistTable table, String track) {
        Playlist.Key key = new Playlist.Key("PLAYLIST_1");
        while (true) {
            try {
                return table.playlists()
                        .update(
                                key,
                                playlist -> playlist.playlist_tracks().contains(track)
                                        ? playlist // it is there: write nothing
                                        : playlist.with(track));
            } catch (OutcomeUnknownException e) {
                // Begin again: the change looks first whether it was made.
            }
        }
    }
    // doc: end
}
