package dev.tempest.samples.kotlin

import dev.tempest.samples.contest.Outcome
import java.time.Duration
import kotlin.time.measureTime
import kotlin.time.toJavaDuration
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch

/** A way to add a track to a playlist. */
fun interface Writer {
    suspend fun add(playlistToken: String, track: String)
}

/** Several coroutines that add their tracks to one playlist at the same time. */
data class Contest(val writers: Int = 8, val tracksEach: Int = 25) {
    /** Waits for all writers, and counts what is stored by then. */
    suspend fun run(playlistToken: String, writer: Writer, stored: suspend () -> List<String>): Outcome {
        val time: Duration =
            measureTime {
                    coroutineScope {
                        for (name in 1..writers) {
                            launch {
                                for (track in 1..tracksEach) writer.add(playlistToken, "writer $name, track $track")
                            }
                        }
                    }
                }
                .toJavaDuration()
        return Outcome.of(writers * tracksEach, stored(), time)
    }
}
