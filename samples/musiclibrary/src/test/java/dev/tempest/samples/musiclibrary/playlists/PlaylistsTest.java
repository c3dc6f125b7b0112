package dev.tempest.samples.musiclibrary.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.samples.musiclibrary.MusicTables;
import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import dev.tempest.testing.TestDb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class PlaylistsTest {
    private static final String TOKEN = "playlist.test";

    @RegisterExtension
    final TestDb db = MusicTables.testDb();

    private Playlists playlists;

    @BeforeEach
    void setUp() {
        playlists = new Playlists(MusicTables.of(db));
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
    void addsATrackAndKeepsTheName() {
        AlbumTrack.Key added = new AlbumTrack.Key("album", "002");

        playlists.change(playlists.load(TOKEN), new PlaylistChange.AddTrack(added, "A title"));

        PlaylistInfo playlist = playlists.load(TOKEN);
        assertThat(playlist.playlist_name).isEqualTo("First name");
        assertThat(playlist.playlist_tracks).containsExactly(new AlbumTrack.Key("album", "001"), added);
        assertThat(playlist.playlist_version).isEqualTo(2);
    }

    @Test
    void refusesAStaleWriterAndOverwritesNothing() {
        PlaylistInfo stale = playlists.load(TOKEN);
        playlists.changePlaylistName(TOKEN, "Second name");

        var refusal = catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> playlists.change(stale, new PlaylistChange.Rename("Stale name")));

        assertThat(playlists.itemIn(refusal).playlist_version).isEqualTo(2);
        assertThat(playlists.itemIn(refusal).playlist_name).isEqualTo("Second name");
        assertThat(playlists.load(TOKEN).playlist_name).isEqualTo("Second name");
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
