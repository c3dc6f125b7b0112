package dev.tempest.docs.model

import java.time.Duration
import java.time.LocalDate
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

@DynamoDbBean
class MusicItem {
    // All items.
    @get:DynamoDbPartitionKey var partition_key: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null

    // AlbumInfo.
    var album_title: String? = null
    @get:DynamoDbSecondaryPartitionKey(indexNames = ["artist_index"]) var artist_name: String? = null
    @get:DynamoDbSecondarySortKey(indexNames = ["artist_index"]) var release_date: LocalDate? = null
    var track_count: Int? = null

    // AlbumTrack.
    @get:DynamoDbSecondarySortKey(indexNames = ["title_index"]) var track_title: String? = null
    var run_length: Duration? = null

    // PlaylistInfo.
    var playlist_name: String? = null
    @get:DynamoDbConvertedBy(AlbumTrackKeysConverter::class) var playlist_tracks: List<AlbumTrack.Key>? = null
    var playlist_version: Long? = null
}
