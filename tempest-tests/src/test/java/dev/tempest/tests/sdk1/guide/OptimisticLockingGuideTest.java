package dev.tempest.tests.sdk1.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import dev.tempest.tests.guide.AlbumTrack;
import dev.tempest.tests.guide.PlaylistInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's Java tab for SDK 1.x behaves as the guide says. */
class OptimisticLockingGuideTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));

    interface MusicDb extends LogicalDb {
        MusicTable music();
    }

    private final List<AlbumTrack.Key> tracks = List.of(new AlbumTrack.Key("ALBUM_1", "1"));
    private MusicTable table;

    @BeforeEach
    void savePlaylist() {
        table = LogicalDb.create(MusicDb.class, db.mapper()).music();
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
                .isInstanceOf(ConditionalCheckFailedException.class)
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
        assertThat(db.client().scan(new ScanRequest("music_items")).getItems())
                .containsExactly(Map.of(
                        "partition_key", new AttributeValue("PLAYLIST_1"),
                        "sort_key", new AttributeValue("INFO_"),
                        "playlist_name", new AttributeValue("First"),
                        "playlist_tracks", new AttributeValue().withL(new AttributeValue("ALBUM_1/1")),
                        "playlist_version", new AttributeValue().withN("1")));
    }

    private static DynamoDBSaveExpression ifVersionIs(long version) {
        return new DynamoDBSaveExpression()
                .withExpectedEntry(
                        "playlist_version",
                        new ExpectedAttributeValue()
                                .withComparisonOperator(ComparisonOperator.EQ)
                                .withAttributeValueList(new AttributeValue().withN(Long.toString(version))));
    }
}
