package dev.tempest.docs;

import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.MusicTable;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the code of the documentation runs on: a table with a few albums and a playlist. The methods of the subclasses hold
 * the pages' code, each followed by what must come of it; {@link DocsTest} compares it with the pages.
 */
abstract class DocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("music_items", MusicItem.class));

    MusicDb db;
    MusicTable table;

    @BeforeEach
    void fillTable() {
        db = testDb.logicalDb(MusicDb.class);
        table = db.music();
        table.albumInfo()
                .save(new AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3));
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)));
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "2", "Breakwater", Duration.ofSeconds(188)));
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "3", "Foghorn", Duration.ofSeconds(254)));
        table.albumInfo().save(new AlbumInfo("ALBUM_2", "Night Ferry", "The Lanterns", LocalDate.of(2022, 9, 2), 1));
        table.albumTracks().save(new AlbumTrack("ALBUM_2", "1", "Gangway", Duration.ofSeconds(221)));
        table.playlistInfo()
                .save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of(new AlbumTrack.Key("ALBUM_1", "1"))));
    }
}
