package guide

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter

/** The raw item type of the guide's table. */
@DynamoDBTable(tableName = "music_items")
class MusicItem {
  @get:DynamoDBHashKey var partition_key: String? = null
  @get:DynamoDBRangeKey var sort_key: String? = null
  var playlist_name: String? = null
  @get:DynamoDBTypeConverted(converter = AlbumTrackKeysConverter::class)
  var playlist_tracks: List<AlbumTrack.Key>? = null
  var playlist_version: Long? = null
}

/** Just the key, which playlists hold. */
object AlbumTrack {
  data class Key(val album_token: String, val track_token: String)
}

/** Stores a track's key as `album/track`. */
class AlbumTrackKeysConverter :
  // The mapper reads these types, and does not know what to do with Kotlin's wildcards.
  DynamoDBTypeConverter<List<@JvmSuppressWildcards String>, List<@JvmSuppressWildcards AlbumTrack.Key>> {
  override fun convert(keys: List<AlbumTrack.Key>): List<String> = keys.map { "${it.album_token}/${it.track_token}" }

  override fun unconvert(stored: List<String>): List<AlbumTrack.Key> =
    stored.map { it.split("/", limit = 2) }.map { (album, track) -> AlbumTrack.Key(album, track) }
}
