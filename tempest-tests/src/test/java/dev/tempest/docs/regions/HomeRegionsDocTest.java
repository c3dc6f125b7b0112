package dev.tempest.docs.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.docs.locking.Playlist;
import dev.tempest.docs.locking.PlaylistDb;
import dev.tempest.docs.locking.PlaylistItem;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.WrongRegionException;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestRegions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

class HomeRegionsDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.builder()
            .table("playlists", PlaylistItem.class)
            .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
            .build();

    private static String regionOf(String playlistToken) {
        return playlistToken.startsWith("EU_") ? "eu-west-1" : "us-east-1";
    }

    private static PlaylistDb create(DynamoDbEnhancedClient client) {
        HomeRegions homes = HomeRegions.builder()
                .home(Playlist.class, Playlist.Key.class, key -> regionOf(key.playlist_token()))
                .build();
        PlaylistDb db = LogicalDb.builder(PlaylistDb.class)
                .enhancedClient(client)
                .homeRegions(homes)
                .build();
        return db;
    }

    @Test
    void aWriteElsewhereFails() {
        PlaylistDb us = create(testDb.inRegion("us-east-1").enhancedClient());
        PlaylistDb eu = create(testDb.inRegion("eu-west-1").enhancedClient());
        Playlist playlist = new Playlist("EU_1", "Night drive");

        try {
            us.music().playlists().save(playlist);
        } catch (WrongRegionException e) {
            // Nothing was sent. e.homeRegion() is eu-west-1.
            eu.music().playlists().save(playlist);
        }

        testDb.regions().replicate();
        assertThat(us.music().playlists().load(new Playlist.Key("EU_1"))).isNotNull();
    }

    @Test
    void oneActiveRegion() {
        String activeRegion = "us-east-1";
        HomeRegions homes = HomeRegions.allIn(() -> activeRegion);

        PlaylistDb eu = LogicalDb.builder(PlaylistDb.class)
                .enhancedClient(testDb.inRegion("eu-west-1").enhancedClient())
                .homeRegions(homes)
                .build();
        assertThatThrownBy(() -> eu.music().playlists().save(new Playlist("EU_1", "Night drive")))
                .isInstanceOf(WrongRegionException.class);
    }
}
