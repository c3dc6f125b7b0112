package dev.tempest.samples.musiclibrary.kotlin

import dev.tempest.samples.discography.ReleaseDate
import dev.tempest.samples.kotlin.AlbumTrack
import java.time.Duration
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/**
 * The raw item: every attribute that any row of the table may have, with the keys of the table and its indexes and the
 * converters. A row has only those of its own type, so each may be null. Nobody handles instances of this class; it
 * tells the SDK what the table looks like.
 */
@DynamoDbBean
class MusicItem {
    // All items.
    @get:DynamoDbPartitionKey var partition_key: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null

    // AlbumInfo.
    var album_title: String? = null
    @get:DynamoDbSecondaryPartitionKey(indexNames = ["artist_index"]) var artist_name: String? = null
    @get:DynamoDbConvertedBy(ReleaseDateConverter::class)
    @get:DynamoDbSecondarySortKey(indexNames = ["artist_index", "type_index"])
    var release_date: ReleaseDate? = null
    @get:DynamoDbSecondaryPartitionKey(indexNames = ["type_index"]) var release_type: String? = null
    var release_format: String? = null
    var label_name: String? = null
    var track_count: Int? = null

    // AlbumTrack.
    var track_number: Int? = null
    @get:DynamoDbSecondarySortKey(indexNames = ["album_track_title_index"]) var track_title: String? = null
    var run_length: Duration? = null

    // PlaylistInfo.
    var playlist_name: String? = null
    @get:DynamoDbConvertedBy(TrackKeysConverter::class) var playlist_tracks: List<AlbumTrack.Key>? = null
    var playlist_version: Long? = null
}

/** Stores a release date as its text. */
class ReleaseDateConverter : AttributeConverter<ReleaseDate> {
    override fun transformFrom(date: ReleaseDate): AttributeValue = AttributeValue.fromS("$date")

    override fun transformTo(value: AttributeValue): ReleaseDate = ReleaseDate.parse(value.s())

    override fun type(): EnhancedType<ReleaseDate> = EnhancedType.of(ReleaseDate::class.java)

    override fun attributeValueType() = AttributeValueType.S
}

/** Stores the tracks of a playlist as a list of maps: a key type is no bean, so the SDK needs to be told how. */
class TrackKeysConverter : AttributeConverter<List<AlbumTrack.Key>> {
    override fun transformFrom(keys: List<AlbumTrack.Key>): AttributeValue =
        AttributeValue.fromL(
            keys.map { (album, track) ->
                AttributeValue.fromM(
                    mapOf("album_token" to AttributeValue.fromS(album), "track_token" to AttributeValue.fromS(track))
                )
            }
        )

    override fun transformTo(value: AttributeValue): List<AlbumTrack.Key> =
        value.l().map { key ->
            AlbumTrack.Key(key.m().getValue("album_token").s(), key.m().getValue("track_token").s())
        }

    override fun type(): EnhancedType<List<AlbumTrack.Key>> = EnhancedType.listOf(AlbumTrack.Key::class.java)

    override fun attributeValueType() = AttributeValueType.L
}
