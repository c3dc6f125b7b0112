package dev.tempest.docs.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.BeginsWith;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.sdk1.DatabaseDefinition;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table of SDK 1.x without a raw item type, as the page on SDK 1.x declares it. */
class OwnKeysDocTest {
    // doc: declare
    @Table(
            partitionKey = "partition_key",
            sortKey = "sort_key",
            indexes = @Index(name = "artist_index", partitionKey = "artist_name", sortKey = "release_date"))
    public interface AlbumTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

        InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

        SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();
    }

    public interface AlbumDb extends LogicalDb {
        @TableName("albums")
        AlbumTable albums();
    }
    // doc: end

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("albums", AlbumTable.class));

    @Test
    void aTableIsDeclaredByItsInterface() {
        AlbumTable table = LogicalDb.create(AlbumDb.class, db.mapper()).albums();
        AlbumInfo album = new AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3);
        table.albumInfo().save(album);
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)));

        assertThat(table.albumInfoByArtist()
                        .queryAllContents(new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("The Lanterns"))))
                .containsExactly(album);
        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_1", "1")).track_title())
                .isEqualTo("Low Tide");
    }

    @Test
    void theDefinitionIsATemplate() {
        String template = DatabaseDefinition.of(AlbumDb.class).cloudFormation();

        assertThat(template).contains("\"TableName\": \"albums\"");
    }
}
