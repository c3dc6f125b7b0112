package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// doc: test
class PlaylistDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("music_items", MusicItem.class));

    @Test
    void savesAPlaylist() {
        MusicDb db = testDb.logicalDb(MusicDb.class);
        db.music().playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of()));

        PlaylistInfo loaded = db.music().playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        assertThat(loaded.playlist_name).isEqualTo("Night drive");
    }
}
// doc: end
