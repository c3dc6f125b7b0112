package dev.tempest.samples.musicservice;

import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Table(
        partitionKey = "partition_key",
        sortKey = "sort_key",
        indexes = @Index(name = "artist_index", partitionKey = "artist", sortKey = "released"))
public interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
    InlineView<Album.Key, Album> albums();

    SecondaryIndex<Album.ByArtist, Album> albumsByArtist();

    InlineView<Playlist.Key, Playlist> playlists();
}
