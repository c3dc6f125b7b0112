package guide

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression
import com.amazonaws.services.dynamodbv2.model.AttributeValue
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue

/** Renames playlists; all but the constructor stands in the guide. */
class PlaylistRenamer(musicTable: MusicTable) {
  private val table: MusicTable

  fun changePlaylistName(playlistToken: String, newName: String) {
    // Read.
    val existing = checkNotNull(
      table.playlistInfo.load(PlaylistInfo.Key(playlistToken))
    ) { "Playlist does not exist: $playlistToken" }
    // Modify.
    val newPlaylist = existing.copy(
      playlist_name = newName,
      playlist_version = existing.playlist_version + 1
    )
    // Write.
    table.playlistInfo.save(
      newPlaylist,
      ifPlaylistVersionIs(existing.playlist_version)
    )
  }

  private fun ifPlaylistVersionIs(playlist_version: Long): DynamoDBSaveExpression {
    return DynamoDBSaveExpression()
      .withExpectedEntry(
        "playlist_version",
        ExpectedAttributeValue()
          .withComparisonOperator(ComparisonOperator.EQ)
          .withAttributeValueList(AttributeValue().withN("$playlist_version"))
      )
  }

  init {
    table = musicTable
  }
}
