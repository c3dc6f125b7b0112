package dev.tempest.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The guide's Java tab for SDK 2.x behaves as the guide says. */
class OptimisticLockingGuideTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));

    interface MusicDb extends LogicalDb {
        @TableName("music_items")
        MusicTable music();
    }

    private final List<AlbumTrack.Key> tracks = List.of(new AlbumTrack.Key("ALBUM_1", "1"));
    private MusicTable table;

    @BeforeEach
    void savePlaylist() {
        table = LogicalDb.create(MusicDb.class, db.enhancedClient()).music();
        table.playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "First", tracks));
    }

    @Test
    void renamesAPlaylist() {
        new PlaylistRenamer(table).changePlaylistName("PLAYLIST_1", "Second");

        PlaylistInfo renamed = table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        assertThat(renamed).usingRecursiveComparison().isEqualTo(new PlaylistInfo("PLAYLIST_1", "Second", tracks, 2L));
    }

    @Test
    void refusesAStaleWriterAndOverwritesNothing() {
        PlaylistInfo stale = table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        new PlaylistRenamer(table).changePlaylistName("PLAYLIST_1", "Second");

        PlaylistInfo late = new PlaylistInfo(stale.playlist_token, "Late", tracks, stale.playlist_version + 1);
        assertThatThrownBy(() -> table.playlistInfo().save(late, ifVersionIs(stale.playlist_version)))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(
                                        table.playlistInfo().itemIn(refusal).orElseThrow().playlist_name)
                                .isEqualTo("Second"))
                .hasMessageContaining("PlaylistInfo {partition_key=PLAYLIST_1, sort_key=INFO_}")
                .hasMessageContaining("music_items");

        assertThat(table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1")).playlist_name)
                .isEqualTo("Second");
    }

    @Test
    void letsTheLastWriterWinWithoutAnExpression() {
        table.playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Second", tracks, 7L));
        table.playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Third", tracks, 3L));

        assertThat(table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1")).playlist_name)
                .isEqualTo("Third");
    }

    @Test
    void storesExactlyTheAttributesOfTheType() {
        Map<String, AttributeValue> stored =
                db.client().scan(scan -> scan.tableName("music_items")).items().get(0);

        assertThat(stored)
                .containsOnly(
                        Map.entry("partition_key", AttributeValue.fromS("PLAYLIST_1")),
                        Map.entry("sort_key", AttributeValue.fromS("INFO_")),
                        Map.entry("playlist_name", AttributeValue.fromS("First")),
                        Map.entry("playlist_tracks", AttributeValue.fromL(List.of(AttributeValue.fromS("ALBUM_1/1")))),
                        Map.entry("playlist_version", AttributeValue.fromN("1")));
    }

    private static Expression ifVersionIs(long version) {
        return Expression.builder()
                .expression("playlist_version = :playlist_version")
                .putExpressionValue(":playlist_version", AttributeValue.fromN(Long.toString(version)))
                .build();
    }
}
