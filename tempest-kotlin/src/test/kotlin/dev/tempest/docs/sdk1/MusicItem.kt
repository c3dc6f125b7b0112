package dev.tempest.docs.sdk1

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter
import dev.tempest.docs.model.AlbumTrack
import java.time.Duration
import java.time.LocalDate

@DynamoDBTable(tableName = "music_items")
class MusicItem {
    // All items.
    @get:DynamoDBHashKey var partition_key: String? = null
    @get:DynamoDBRangeKey var sort_key: String? = null

    // AlbumInfo.
    var album_title: String? = null

    @get:DynamoDBIndexHashKey(globalSecondaryIndexName = "artist_index") var artist_name: String? = null

    @get:DynamoDBIndexRangeKey(globalSecondaryIndexName = "artist_index")
    @get:DynamoDBTypeConverted(converter = LocalDateConverter::class)
    var release_date: LocalDate? = null

    var track_count: Int? = null

    // AlbumTrack.
    @get:DynamoDBIndexRangeKey(localSecondaryIndexName = "title_index") var track_title: String? = null

    @get:DynamoDBTypeConverted(converter = DurationConverter::class) var run_length: Duration? = null

    // PlaylistInfo.
    var playlist_name: String? = null

    @get:DynamoDBTypeConverted(converter = AlbumTrackKeysConverter::class)
    var playlist_tracks: List<AlbumTrack.Key>? = null

    var playlist_version: Long? = null

    class LocalDateConverter : DynamoDBTypeConverter<String, LocalDate> {
        override fun convert(date: LocalDate): String = date.toString()

        override fun unconvert(stored: String): LocalDate = LocalDate.parse(stored)
    }

    class DurationConverter : DynamoDBTypeConverter<Long, Duration> {
        override fun convert(duration: Duration): Long = duration.toSeconds()

        override fun unconvert(stored: Long): Duration = Duration.ofSeconds(stored)
    }

    class AlbumTrackKeysConverter : DynamoDBTypeConverter<List<@JvmSuppressWildcards String>, List<AlbumTrack.Key>> {
        override fun convert(keys: List<AlbumTrack.Key>): List<String> =
            keys.map { "${it.album_token}/${it.track_token}" }

        override fun unconvert(stored: List<String>): List<AlbumTrack.Key> =
            stored.map { it.split("/", limit = 2) }.map { (album, track) -> AlbumTrack.Key(album, track) }
    }
}
