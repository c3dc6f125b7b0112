package dev.tempest.samples.musiclibrary;

import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Albums, their tracks, and playlists, side by side in one table:
 *
 * <pre>
 * partition_key            sort_key    what
 * token of an album        INFO_       the album itself
 * token of an album        TRACK_001   its first track
 * token of a playlist      INFO_       a playlist
 * </pre>
 *
 * <p>So one query finds an album's tracks in order, and one load finds an album or a playlist.
 */
@Table(
        partitionKey = "partition_key",
        sortKey = "sort_key",
        indexes = {
            @Index(name = "artist_index", partitionKey = "artist_name", sortKey = "release_date"),
            @Index(name = "type_index", partitionKey = "release_type", sortKey = "release_date"),
            @Index(name = "album_track_title_index", sortKey = "track_title")
        })
public interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
    InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

    InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();

    /** Albums of one artist, oldest first; a global index. */
    SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();

    /** Albums of one kind (LP, EP, mix ...), oldest first; a global index. */
    SecondaryIndex<AlbumInfo.TypeIndexOffset, AlbumInfo> albumInfoByType();

    /** Tracks of one album by title; a local index. */
    SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack> albumTracksByTitle();
}
