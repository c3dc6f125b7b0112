package dev.tempest.samples.kotlin

import dev.tempest.Attribute
import dev.tempest.ForIndex
import dev.tempest.samples.discography.ReleaseDate
import java.time.Duration

// The item types of the music libraries. They know no SDK: those for SDK 1.x and for SDK 2.x store the very same types.

/** An album, or whatever else was released under one title. */
data class AlbumInfo(
    @Attribute(name = "partition_key") val album_token: String,
    val album_title: String,
    val artist_name: String,
    val release_date: ReleaseDate,
    val release_type: String,
    val release_format: String,
    val label_name: String,
    // As it cannot be null it must be there: a playlist, whose sort key is the same, is not mistaken for an album.
    val track_count: Int,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val album_token: String) {
        val sort_key: String = ""
    }

    /** A place in the index of albums by artist. With the artist alone it stands for all of them. */
    @ForIndex(name = "artist_index")
    data class ArtistIndexOffset(
        val artist_name: String,
        val release_date: ReleaseDate? = null,
        val album_token: String? = null,
    ) {
        val sort_key: String = ""
    }

    /** A place in the index of albums by kind. */
    @ForIndex(name = "type_index")
    data class TypeIndexOffset(
        val release_type: String,
        val release_date: ReleaseDate? = null,
        val album_token: String? = null,
    ) {
        val sort_key: String = ""
    }
}

/**
 * A track of an album. Its token is its place there, and not its number: real albums give several tracks the same one.
 */
data class AlbumTrack(
    @Attribute(name = "partition_key") val album_token: String,
    @Attribute(name = "sort_key", prefix = "TRACK_") val track_token: String,
    val track_number: Int,
    val track_title: String,
    val run_length: Duration,
) {
    val key: Key
        get() = Key(album_token, track_token)

    /** The key of a track. Without a token it stands for all tracks of the album. */
    data class Key(val album_token: String, val track_token: String = "")

    /** A place in the index of an album's tracks by title. */
    @ForIndex(name = "album_track_title_index")
    data class TitleIndexOffset(
        val album_token: String,
        val track_title: String? = null,
        val track_token: String? = null,
    )
}

/** A playlist, as the guide to optimistic locking has it: each write moves `playlist_version` on by one. */
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
