package dev.tempest.samples.musiclibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.Conflict;
import dev.tempest.samples.race.PlaylistState;
import dev.tempest.testing.TestDb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoredPlaylistsTest {
    private static final String TOKEN = "playlist.test";

    @RegisterExtension
    final TestDb db = MusicTables.testDb();

    private StoredPlaylists playlists;

    @BeforeEach
    void setUp() {
        playlists = new StoredPlaylists(MusicTables.of(db));
        playlists.replace(TOKEN, "First name", List.of(new AlbumTrack.Key("album", "001")));
    }

    @Test
    void renamesAPlaylistAndKeepsItsTracks() {
        playlists.changePlaylistName(TOKEN, "Second name");

        PlaylistInfo playlist = playlists.load(TOKEN);
        assertThat(playlist.playlist_name).isEqualTo("Second name");
        assertThat(playlist.playlist_tracks).containsExactly(new AlbumTrack.Key("album", "001"));
        assertThat(playlist.playlist_version).isEqualTo(2);
    }

    @Test
    void addsATrackAndKeepsTheName() throws InterruptedException {
        playlists.change(playlists.load(TOKEN), new Change.AddTrack("album", "002", "A title"));

        PlaylistInfo playlist = playlists.load(TOKEN);
        assertThat(playlist.playlist_name).isEqualTo("First name");
        assertThat(playlist.playlist_tracks)
                .containsExactly(new AlbumTrack.Key("album", "001"), new AlbumTrack.Key("album", "002"));
        assertThat(playlist.playlist_version).isEqualTo(2);
    }

    @Test
    void makesTheChangeOfAStaleWriterToWhatIsStored() throws InterruptedException {
        PlaylistInfo stale = playlists.load(TOKEN);
        playlists.changePlaylistName(TOKEN, "Second name");

        var accepted = playlists.change(stale, new Change.AddTrack("album", "002", "A title"));

        assertThat(accepted.conflicts()).containsExactly(new Conflict(1, 2));
        assertThat(playlists.load(TOKEN).state())
                .isEqualTo(new PlaylistState("Second name", List.of("album/001", "album/002"), 3));
    }

    @Test
    void makesAPlaylistAnew() {
        playlists.changePlaylistName(TOKEN, "Second name");

        playlists.replace(TOKEN, "Other name", List.of());

        PlaylistInfo playlist = playlists.load(TOKEN);
        assertThat(playlist.playlist_name).isEqualTo("Other name");
        assertThat(playlist.playlist_tracks).isEmpty();
        assertThat(playlist.playlist_version).isEqualTo(1);
    }

    @Test
    void tellsThatAPlaylistDoesNotExist() {
        assertThatIllegalStateException()
                .isThrownBy(() -> playlists.changePlaylistName("playlist.none", "Any name"))
                .withMessage("Playlist does not exist: playlist.none");
    }
}
