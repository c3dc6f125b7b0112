package dev.tempest.samples.optimisticlocking.kotlin

import dev.tempest.samples.contest.Scoreboard
import dev.tempest.samples.kotlin.Contest
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.VersionedPlaylist
import dev.tempest.samples.terminal.HelpTexts
import dev.tempest.samples.terminal.Options
import dev.tempest.samples.terminal.Program
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.deleteKey
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.save
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.TestTable
import java.io.PrintStream
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import software.amazon.awssdk.core.exception.SdkException

/**
 * Lets eight writers add tracks to one playlist, in four ways, on a network that loses a fifth of the responses to
 * writes, and counts what became of their changes. Ends with status 1 if a way that is to be exact is not.
 */
fun main(args: Array<String>) = program(Contest()).runAndExit(args)

fun program(contest: Contest) =
    Program(HelpTexts.OPTIMISTIC_LOCKING, SdkException::class.java) { options, out, _ ->
        connect(options).use { connection -> runBlocking { connection.compareWays(contest, out) } }
    }

private fun connect(options: Options): DynamoDbConnection =
    when (options) {
        is Options.Endpoint -> DynamoDbConnection.to(options.uri)
        is Options.Aws -> DynamoDbConnection.aws()
        else -> DynamoDbConnection.embedded()
    }

private suspend fun DynamoDbConnection.compareWays(contest: Contest, out: PrintStream): Boolean {
    createTableIfAbsent(TestTable.create(TABLE, PlaylistTable::class.java))
    val network =
        FaultyHttp.builder()
            .seed(1)
            .rate(0.2, Fault.responseLost(), "PutItem", "UpdateItem", "TransactWriteItems")
            .build()
    val lossy = with(network).enhancedAsyncClient()
    val db: PlaylistDb = AsyncLogicalDb(lossy)
    val traced: TracedDb = AsyncLogicalDb(lossy)
    // What is stored in the end is read without losses.
    val calm: PlaylistDb = AsyncLogicalDb(enhancedAsyncClient())
    val calmTraced: TracedDb = AsyncLogicalDb(enhancedAsyncClient())
    calm.checkTablesAsync().await().orThrow()

    suspend fun make(way: String, isVersioned: Boolean) {
        if (isVersioned) {
            calmTraced.table.versioned.deleteKey(VersionedPlaylist.Key(way))
            calmTraced.table.versioned.save(VersionedPlaylist(way))
        } else {
            calm.table.playlists.save(Playlist(way))
        }
    }
    suspend fun tracks(way: String) =
        checkNotNull(calm.table.playlists.load(Playlist.Key(way), consistentReads = true)).playlist_tracks

    val ways =
        mapOf(
            "last writer wins" to unguarded(db.table.playlists),
            "a condition, and a loop by hand" to guardedByHand(db.table.playlists),
            "update, with a write token" to traced(traced),
            "update, as transactions" to transactional(db),
        )
    val scoreboard = Scoreboard(out)
    scoreboard.start(contest.writers, contest.tracksEach, true)
    val exact =
        ways.map { (way, writer) ->
            val isVersioned = way.startsWith("update")
            make(way, isVersioned)
            val before = network.requests()
            val outcome = contest.run(way, writer) { tracks(way) }
            scoreboard.line(way, outcome, network.requests() - before)
            outcome.isExact || !isVersioned
        }
    return exact.all { it }
}
