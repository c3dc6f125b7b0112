package guide

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** The raw item type of the guide's table. */
@DynamoDbBean
class MusicItem {
  @get:DynamoDbPartitionKey var partition_key: String? = null
  @get:DynamoDbSortKey var sort_key: String? = null
  var playlist_name: String? = null
  @get:DynamoDbConvertedBy(AlbumTrackKeysConverter::class) var playlist_tracks: List<AlbumTrack.Key>? = null
  var playlist_version: Long? = null
}

/** Just the key, which playlists hold. */
object AlbumTrack {
  data class Key(val album_token: String, val track_token: String)
}

/** Stores a track's key as `album/track`. */
class AlbumTrackKeysConverter : AttributeConverter<List<AlbumTrack.Key>> {
  override fun transformFrom(input: List<AlbumTrack.Key>): AttributeValue =
    AttributeValue.fromL(input.map { AttributeValue.fromS("${it.album_token}/${it.track_token}") })

  override fun transformTo(input: AttributeValue): List<AlbumTrack.Key> =
    input.l().map { it.s().split("/", limit = 2) }.map { (album, track) -> AlbumTrack.Key(album, track) }

  override fun type(): EnhancedType<List<AlbumTrack.Key>> = EnhancedType.listOf(AlbumTrack.Key::class.java)

  override fun attributeValueType(): AttributeValueType = AttributeValueType.L
}
