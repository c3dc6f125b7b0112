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
    val genre_name: String? = null,
    val play_count: Long = 0,
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
}

data class Album(val info: AlbumInfo?, val tracks: List<AlbumTrack>) {
    data class Key(val album_token: String)
}
