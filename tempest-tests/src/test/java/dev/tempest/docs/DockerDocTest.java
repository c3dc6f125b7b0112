package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.docker.DockerDynamoDb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page's test on a server in a container; skipped where there is no Docker. */
class DockerDocTest {
    // doc: field
    @RegisterExtension
    final TestDb testDb = TestDb.builder()
            .table("music_items", MusicItem.class)
            .server(DockerDynamoDb.shared())
            .build();
    // doc: end

    @Test
    void savesAPlaylist() {
        MusicDb db = testDb.logicalDb(MusicDb.class);
        db.music().playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of()));

        assertThat(db.music().playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1")).playlist_name)
                .isEqualTo("Night drive");
    }
}
