package dev.tempest.samples.kotlin

import dev.tempest.Attribute
import dev.tempest.Version

// The item types of the programs on optimistic locking, for either SDK.

/** A playlist whose writers look after its version themselves, or do not. */
data class Playlist(
    @Attribute(name = "partition_key") val playlist_token: String,
    val playlist_tracks: List<String> = emptyList(),
    val playlist_version: Long = 1,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val playlist_token: String) {
        val sort_key: String = ""
    }
}

/** A playlist whose version Tempest checks and moves on. */
data class VersionedPlaylist(
    @Attribute(name = "partition_key") val playlist_token: String,
    val playlist_tracks: List<String> = emptyList(),
    @Version val playlist_version: Long = 0,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val playlist_token: String) {
        val sort_key: String = ""
    }
}
