package dev.tempest.docs;

import static org.junit.Assert.assertEquals;

import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.TestDbRule;
import dev.tempest.testing.TestTable;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

/** The page's test by JUnit 4. */
// doc: test
public class PlaylistRuleDocTest {
    @Rule
    public final TestDbRule testDb = TestDbRule.of(TestTable.create("music_items", MusicItem.class));

    @Test
    public void savesAPlaylist() {
        MusicDb db = testDb.logicalDb(MusicDb.class);
        db.music().playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of()));

        PlaylistInfo loaded = db.music().playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        assertEquals("Night drive", loaded.playlist_name);
    }
}
// doc: end
