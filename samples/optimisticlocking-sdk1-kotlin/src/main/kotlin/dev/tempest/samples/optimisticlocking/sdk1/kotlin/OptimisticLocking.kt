package dev.tempest.samples.optimisticlocking.sdk1.kotlin

import com.amazonaws.SdkBaseException
import dev.tempest.samples.contest.Scoreboard
import dev.tempest.samples.kotlin.Contest
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.Writer
import dev.tempest.samples.terminal.HelpTexts
import dev.tempest.samples.terminal.Options
import dev.tempest.samples.terminal.Program
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.load
import dev.tempest.sdk1.kotlin.save
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.sdk1.DynamoDbConnection
import dev.tempest.testing.sdk1.TestTable
import java.io.PrintStream
import kotlinx.coroutines.runBlocking

/**
 * Lets eight writers add tracks to one playlist, in six ways, on a network that loses a fifth of the responses to
 * writes, and counts what became of their changes. Ends with status 1 if a way that is to be exact is not.
 */
fun main(args: Array<String>) {
    // Or SDK 1.x tells each time that its support has ended.
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true")
    program(Contest()).runAndExit(args)
}

fun program(contest: Contest) =
    Program(HelpTexts.OPTIMISTIC_LOCKING, SdkBaseException::class.java) { options, out, _ ->
        connect(options).use { connection ->
            // AWS takes no request that was signed for another host, so that nothing can stand in between.
            runBlocking { connection.compareWays(contest, lossy = options !is Options.Aws, out) }
        }
    }

private fun connect(options: Options): DynamoDbConnection =
    when (options) {
        is Options.Endpoint -> DynamoDbConnection.to(options.uri)
        is Options.Aws -> DynamoDbConnection.aws()
        else -> DynamoDbConnection.embedded()
    }

/** A way to add tracks, and whether it does all changes exactly once. */
private data class Way(val name: String, val writer: Writer, val isExact: Boolean = false)

private suspend fun DynamoDbConnection.compareWays(contest: Contest, lossy: Boolean, out: PrintStream): Boolean {
    createTableIfAbsent(TestTable.create(PlaylistItem::class.java))
    val network = FaultyHttp.builder().seed(1).rate(0.2, Fault.responseLost(), "PutItem", "TransactWriteItems").build()
    val mapper = if (lossy) with(network).mapper() else mapper()
    val db: PlaylistDb = LogicalDb(mapper)
    val mapped: MappedDb = LogicalDb(mapper)
    // What is stored in the end is read without losses.
    val calm: PlaylistDb = LogicalDb(mapper())
    val playlists = calm.table.playlists

    val ways =
        listOf(
            Way("last writer wins", unguarded(db)),
            Way("a condition, and a loop by hand", guardedByHand(db)),
            Way("the mapper's version, and a loop", versionedByTheMapper(mapped)),
            Way("Tempest's @Version, and a loop", versioned(db)),
            Way("a version, and a look before each try", looking(db), isExact = true),
            Way("a version, in a transaction", transactional(db), isExact = true),
        )
    val scoreboard = Scoreboard(out)
    scoreboard.start(contest.writers, contest.tracksEach, lossy)
    val asPromised =
        ways.map { (name, writer, isExact) ->
            playlists.save(Playlist(name))
            val before = network.requests()
            val outcome =
                contest.run(name, writer) {
                    checkNotNull(playlists.load(Playlist.Key(name), consistentReads = true)).playlist_tracks
                }
            scoreboard.line(name, outcome, network.requests() - before)
            outcome.isExact || !isExact
        }
    return asPromised.all { it }
}
