package dev.tempest.kotlin.fourways

import dev.tempest.Attribute
import java.time.Duration

/** The item type of the Kotlin programs, of both SDKs. */
data class KotlinTrack(
    @Attribute(name = "partition_key") val album: String,
    @Attribute(name = "sort_key", prefix = "TRACK_") val number: String,
    val title: String,
    val plays: Int = 0,
    val rating: Int? = null,
    val live: Boolean = false,
    val run_length: Duration,
    val artists: List<String>,
    val tags: Set<String>? = null,
) {
    data class Key(val album: String, val number: String = "")

    fun toJava() = JavaTrack(album, number, title, plays, rating, live, run_length, artists, tags)

    companion object {
        fun of(track: JavaTrack) =
            KotlinTrack(
                album = track.album,
                number = track.number,
                title = track.title,
                plays = track.plays,
                rating = track.rating,
                live = track.live,
                run_length = track.run_length,
                artists = track.artists,
                tags = track.tags,
            )
    }
}
