package dev.tempest.samples.musiclibrary.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel.DynamoDBAttributeType
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped
import dev.tempest.samples.discography.ReleaseDate
import dev.tempest.samples.kotlin.AlbumTrack
import java.math.BigDecimal
import java.time.Duration

const val MUSIC_TABLE = "music_items"

/**
 * The raw item: every attribute that any row of the table may have, with the keys of the table and its indexes and the
 * converters. A row has only those of its own type, so each may be null. Nobody handles instances of this class; it
 * tells the mapper what the table looks like.
 */
@DynamoDBTable(tableName = MUSIC_TABLE)
class MusicItem {
    // All items.
    @get:DynamoDBHashKey var partition_key: String? = null
    @get:DynamoDBRangeKey var sort_key: String? = null

    // AlbumInfo.
    var album_title: String? = null
    @get:DynamoDBIndexHashKey(globalSecondaryIndexName = "artist_index") var artist_name: String? = null
    @get:DynamoDBTypeConverted(converter = ReleaseDateConverter::class)
    @get:DynamoDBIndexRangeKey(globalSecondaryIndexNames = ["artist_index", "type_index"])
    var release_date: ReleaseDate? = null
    @get:DynamoDBIndexHashKey(globalSecondaryIndexName = "type_index") var release_type: String? = null
    var release_format: String? = null
    var label_name: String? = null
    var track_count: Int? = null

    // AlbumTrack.
    var track_number: Int? = null
    @get:DynamoDBIndexRangeKey(localSecondaryIndexName = "album_track_title_index") var track_title: String? = null
    @get:DynamoDBTypeConverted(converter = DurationConverter::class) var run_length: Duration? = null

    // PlaylistInfo.
    var playlist_name: String? = null
    @get:DynamoDBTyped(DynamoDBAttributeType.L)
    @get:DynamoDBTypeConverted(converter = TrackKeysConverter::class)
    var playlist_tracks: List<AlbumTrack.Key>? = null
    var playlist_version: Long? = null
}

/** Stores a release date as its text. */
class ReleaseDateConverter : DynamoDBTypeConverter<String, ReleaseDate> {
    override fun convert(date: ReleaseDate) = "$date"

    override fun unconvert(stored: String): ReleaseDate = ReleaseDate.parse(stored)
}

/**
 * Stores a length as its seconds, which is what SDK 2.x makes of it without being told. The mapper knows no lengths.
 */
class DurationConverter : DynamoDBTypeConverter<BigDecimal, Duration> {
    override fun convert(length: Duration) = length.toSeconds().toBigDecimal()

    override fun unconvert(seconds: BigDecimal): Duration = Duration.ofSeconds(seconds.longValueExact())
}

/**
 * Stores the tracks of a playlist as a list of maps: a key type is no document, so the mapper needs to be told how. The
 * collections are mutable ones, as Kotlin declares others with wildcards, which the mapper does not understand.
 */
class TrackKeysConverter : DynamoDBTypeConverter<MutableList<MutableMap<String, String>>, List<AlbumTrack.Key>> {
    override fun convert(keys: List<AlbumTrack.Key>): MutableList<MutableMap<String, String>> =
        keys.mapTo(mutableListOf()) { (album, track) -> mutableMapOf("album_token" to album, "track_token" to track) }

    override fun unconvert(stored: MutableList<MutableMap<String, String>>) =
        stored.map { key -> AlbumTrack.Key(key.getValue("album_token"), key.getValue("track_token")) }
}
