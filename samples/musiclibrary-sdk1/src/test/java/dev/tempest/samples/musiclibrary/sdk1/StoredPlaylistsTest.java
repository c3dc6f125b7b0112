package dev.tempest.samples.musiclibrary.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.Conflict;
import dev.tempest.samples.race.PlaylistState;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoredPlaylistsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(MusicItem.class));

    @Test
    void makesTheChangeOfAStaleWriterToWhatIsStored() throws InterruptedException {
        var playlists = new StoredPlaylists(db.logicalDb(MusicDb.class).music());
        PlaylistInfo stale = playlists.replace("P", "First name", List.of(new AlbumTrack.Key("album", "001")));
        playlists.changePlaylistName("P", "Second name");

        var accepted = playlists.change(stale, new Change.AddTrack("album", "002", "A title"));

        assertThat(accepted.conflicts()).containsExactly(new Conflict(1, 2));
        assertThat(playlists.load("P").state())
                .isEqualTo(new PlaylistState("Second name", List.of("album/001", "album/002"), 3));
    }
}
