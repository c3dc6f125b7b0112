package dev.tempest.docs.locking;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attr;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class ExpressionsDocTest {
    private static final Playlist.Key KEY = new Playlist.Key("PLAYLIST_1");

    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("playlists", PlaylistItem.class));

    private PlaylistDb db;
    private PlaylistTable table;

    @BeforeEach
    void open() {
        db = testDb.logicalDb(PlaylistDb.class);
        table = db.music();
        table.playlists().save(new Playlist("PLAYLIST_1", "Night drive"));
    }

    @Test
    void writesOnACondition() {
        Playlist playlist = table.playlists().load(KEY, true);
        Playlist renamed = playlist.named("Day drive");

        table.playlists().save(renamed, attr(Playlist::playlist_name).eq("Night drive"));

        Condition<Playlist> isUnused = number(Playlist::play_count).absent();
        Condition<Playlist> isShort = list(Playlist::playlist_tracks).size().lt(10);
        assertThat(table.playlists().deleteKey(KEY, isUnused.and(isShort))).isNotNull();
        assertThat(table.playlists().load(KEY)).isNull();
    }

    @Test
    void namesAttributes() {
        Attr<Playlist, String> name = attr(Playlist::playlist_name);
        Attr<Playlist, Long> plays = table.playlists().attr(p -> p.play_count());
        Attr<Playlist, String> byName = table.playlists().attribute("playlist_name", String.class);

        assertThat(List.of(name, plays, byName)).hasSize(3);
        assertThatThrownBy(() -> table.playlists().attribute("playlist_nam", String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filters() {
        table.playlists().patch(KEY, number(Playlist::play_count).add(7));
        Condition<Playlist> isPopular = number(Playlist::play_count).ge(5L);

        List<Playlist> popular = table.playlists()
                .scanAllContents(ScanConfig.builder().filter(isPopular).build())
                .toList();
        QueryConfig config = QueryConfig.builder()
                .filter(text(Playlist::playlist_name).beginsWith("Night"))
                .build();

        assertThat(popular).hasSize(1);
        assertThat(config.filter()).isNotNull();
    }

    @Test
    void patches() {
        Playlist after = table.playlists()
                .patch(
                        KEY,
                        changes(
                                attr(Playlist::playlist_name).set("Day drive"),
                                number(Playlist::play_count).add(1),
                                list(Playlist::playlist_tracks).append("ALBUM_1/2")));

        assertThat(after.playlist_name()).isEqualTo("Day drive");
        assertThat(after.playlist_tracks()).containsExactly("ALBUM_1/2");
        assertThat(after.playlist_version()).isEqualTo(2);
    }

    @Test
    void renames() {
        Playlist read = table.playlists().load(KEY, true);

        Playlist after =
                table.playlists().patchItem(read, attr(Playlist::playlist_name).set("Day drive"));

        assertThat(after.playlist_name()).isEqualTo("Day drive");
        assertThatThrownBy(() -> table.playlists()
                        .patchItem(read, attr(Playlist::playlist_name).set("Late drive")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void renamesOnTheVersion() {
        Playlist existing = table.playlists().load(KEY);
        table.playlists()
                .patch(
                        KEY,
                        attr(Playlist::playlist_name)
                                .set("Day drive")
                                .onlyIf(attr(Playlist::playlist_version).eq(existing.playlist_version())));

        assertThat(table.playlists().load(KEY).playlist_version()).isEqualTo(2);
    }

    @Test
    void patchesOnAConditionOrCreates() {
        Change<Playlist> play = number(Playlist::play_count).add(1);

        table.playlists().patch(KEY, play.onlyIf(attr(Playlist::playlist_name).exists()));
        table.playlists()
                .patch(
                        new Playlist.Key("PLAYLIST_2"),
                        changes(
                                        play,
                                        attr(Playlist::playlist_name).set("Untitled"),
                                        attr(Playlist::playlist_tracks).set(List.of()))
                                .orCreate());

        assertThat(table.playlists().load(new Playlist.Key("PLAYLIST_2")).play_count())
                .isEqualTo(1);
    }

    @Test
    void patchesInTransactions() {
        db.transactionWrite(TransactionWriteSet.builder()
                .patch(KEY, number(Playlist::play_count).add(1))
                .build());
        long plays = table.playlists().increment(KEY, number(Playlist::play_count), 1);

        assertThat(plays).isEqualTo(2);
    }
}
