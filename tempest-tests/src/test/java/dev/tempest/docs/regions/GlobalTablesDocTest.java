package dev.tempest.docs.regions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.locking.Playlist;
import dev.tempest.docs.locking.PlaylistDb;
import dev.tempest.docs.locking.PlaylistItem;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestRegions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GlobalTablesDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.builder()
            .table("playlists", PlaylistItem.class)
            .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
            .build();

    @Test
    void aChangeIsLost() {
        Playlist.Key key = new Playlist.Key("PLAYLIST_1");
        PlaylistDb us = testDb.inRegion("us-east-1").logicalDb(PlaylistDb.class);
        PlaylistDb eu = testDb.inRegion("eu-west-1").logicalDb(PlaylistDb.class);
        us.music().playlists().save(new Playlist("PLAYLIST_1", "Night drive"));
        testDb.regions().replicate();

        us.music().playlists().update(key, playlist -> playlist.with("from the US"));
        eu.music().playlists().update(key, playlist -> playlist.with("from Europe"));
        testDb.regions().replicate();

        assertThat(us.music().playlists().load(key).playlist_tracks()).containsExactly("from Europe");
    }

    @Test
    void aPartition() {
        Playlist.Key key = new Playlist.Key("PLAYLIST_1");
        PlaylistDb us = testDb.inRegion("us-east-1").logicalDb(PlaylistDb.class);
        us.music().playlists().save(new Playlist("PLAYLIST_1", "Night drive"));

        testDb.regions().partition("us-east-1", "eu-west-1");
        // Both Regions take writes, and do not see those of the other.
        testDb.regions().heal();
        testDb.regions().replicate();

        PlaylistDb eu = testDb.inRegion("eu-west-1").logicalDb(PlaylistDb.class);
        assertThat(Stream.of(us, eu).map(db -> db.music().playlists().load(key)))
                .doesNotContainNull();
        assertThat(List.of(us, eu)).hasSize(2);
    }
}
