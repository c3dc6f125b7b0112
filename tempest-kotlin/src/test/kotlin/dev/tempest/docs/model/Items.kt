package dev.tempest.docs.model

import dev.tempest.Attribute
import dev.tempest.ForIndex
import java.time.Duration
import java.time.LocalDate

data class AlbumInfo(
    @Attribute(name = "partition_key") val album_token: String,
    val album_title: String,
    val artist_name: String,
    val release_date: LocalDate,
    val track_count: Int,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val album_token: String) {
        val sort_key: String = ""
    }

    @ForIndex(name = "artist_index")
    data class ArtistIndexOffset(
        val artist_name: String,
        val release_date: LocalDate? = null,
        val album_token: String? = null,
    ) {
        val sort_key: String = ""
    }
}

data class AlbumTrack(
    @Attribute(name = "partition_key") val album_token: String,
    @Attribute(name = "sort_key", prefix = "TRACK_") val track_token: String,
    val track_title: String,
    val run_length: Duration = Duration.ZERO,
) {
    data class Key(val album_token: String, val track_token: String = "")

    @ForIndex(name = "title_index")
    data class TitleIndexOffset(
        val album_token: String,
        val track_title: String? = null,
        val track_token: String? = null,
    )
}

data class PlaylistInfo(
    @Attribute(name = "partition_key") val playlist_token: String,
    val playlist_name: String,
    val playlist_tracks: List<AlbumTrack.Key>,
    val playlist_version: Long = 1,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val playlist_token: String) {
        val sort_key: String = ""
    }
}
