package guide

import dev.tempest.Attribute
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalTable

interface MusicTable : LogicalTable<MusicItem> {
  val playlistInfo: InlineView<PlaylistInfo.Key, PlaylistInfo>
}

data class PlaylistInfo(
  @Attribute(name = "partition_key")
  val playlist_token: String,
  val playlist_name: String,
  val playlist_tracks: List<AlbumTrack.Key>,
  val playlist_version: Long = 1
) {
  @Attribute(prefix = "INFO_")
  val sort_key: String = ""

  data class Key(
    val playlist_token: String
  ) {
    val sort_key: String = ""
  }
}
