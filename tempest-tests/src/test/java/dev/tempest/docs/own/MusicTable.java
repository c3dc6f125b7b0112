package dev.tempest.docs.own;

import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Table(
        partitionKey = "partition_key",
        sortKey = "sort_key",
        indexes = {
            @Index(name = "artist_index", partitionKey = "artist_name", sortKey = "release_date"),
            @Index(name = "title_index", sortKey = "track_title")
        })
public interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
    InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

    InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();

    SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();

    SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack> albumTracksByTitle();
}
