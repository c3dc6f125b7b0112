package dev.tempest.samples.optimisticlocking

import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.save
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.TestTable
import java.io.PrintStream
import java.util.Locale
import kotlin.system.exitProcess
import kotlin.system.measureTimeMillis
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** Several coroutines that add their tracks to one playlist at the same time. */
data class Contest(val writers: Int, val tracksEach: Int) {
    /**
     * What became of it.
     *
     * @param lost how many of the tracks that were added are not in the playlist
     * @param twice how many are there more than once
     */
    data class Result(val changes: Int, val lost: Int, val twice: Int, val millis: Long) {
        val isExact = lost == 0 && twice == 0
    }

    suspend fun run(playlistToken: String, writer: Writer, stored: suspend () -> List<String>): Result {
        val millis = measureTimeMillis {
            coroutineScope {
                for (name in 1..writers) {
                    launch { for (track in 1..tracksEach) writer.add(playlistToken, "writer $name, track $track") }
                }
            }
        }
        val found = stored().groupingBy { it }.eachCount()
        val changes = writers * tracksEach
        return Result(changes, changes - found.size, found.values.count { it > 1 }, millis)
    }
}

/**
 * Lets eight writers add tracks to one playlist, in four ways, on a network that loses a fifth of the answers to
 * writes, and counts what became of their changes. Ends with status 1 if a way that is to be exact is not.
 */
fun main() {
    if (!run(System.out, Contest(writers = 8, tracksEach = 25))) {
        exitProcess(1)
    }
}

fun run(out: PrintStream, contest: Contest): Boolean =
    DynamoDbConnection.embedded().use { connection ->
        connection.createTable(TestTable.create(TABLE, PlaylistItem::class.java))
        val network =
            FaultyHttp.builder().seed(1).rate(0.2, Fault.responseLost(), "PutItem", "TransactWriteItems").build()
        val lossy = connection.with(network).enhancedAsyncClient()
        val db: PlaylistDb = AsyncLogicalDb(lossy)
        val traced: TracedDb = AsyncLogicalDb(lossy)
        // What is stored in the end is read without losses.
        val calm: PlaylistDb = AsyncLogicalDb(connection.enhancedAsyncClient())
        val calmTraced: TracedDb = AsyncLogicalDb(connection.enhancedAsyncClient())

        out.println(
            "${contest.writers} writers add ${contest.tracksEach} tracks each to one playlist." +
                " A fifth of the answers to their writes is lost.\n"
        )
        out.println("%-34s %8s %6s %6s %9s %8s".format("", "changes", "lost", "twice", "requests", "seconds"))
        val ways =
            mapOf(
                "last writer wins" to unguarded(db.table.playlists),
                "a condition, and a loop by hand" to guardedByHand(db.table.playlists),
                "update, with a write token" to traced(traced),
                "update, as transactions" to transactional(db),
            )
        runBlocking {
            val exact =
                ways.map { (way, writer) ->
                    val isVersioned = way.startsWith("update")
                    if (isVersioned) {
                        calmTraced.table.versioned.save(VersionedPlaylist(way))
                    } else {
                        calm.table.playlists.save(Playlist(way))
                    }
                    val before = network.requests()
                    val result =
                        contest.run(way, writer) {
                            checkNotNull(calm.table.playlists.load(Playlist.Key(way), consistentReads = true))
                                .playlist_tracks
                        }
                    out.println(line(way, result, network.requests().toLong() - before))
                    result.isExact || !isVersioned
                }
            exact.all { it }
        }
    }

private fun line(way: String, result: Contest.Result, requests: Long): String =
    String.format(
        Locale.ROOT,
        "%-34s %8d %6d %6d %9d %8.1f",
        way,
        result.changes,
        result.lost,
        result.twice,
        requests,
        result.millis / 1000.0,
    )
