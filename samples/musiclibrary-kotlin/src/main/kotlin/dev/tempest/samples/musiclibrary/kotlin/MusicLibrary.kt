package dev.tempest.samples.musiclibrary.kotlin

import dev.tempest.samples.discography.Discography
import dev.tempest.samples.kotlin.Tour
import dev.tempest.samples.kotlin.loadAndReadBack
import dev.tempest.samples.kotlin.race
import dev.tempest.samples.terminal.HelpTexts
import dev.tempest.samples.terminal.Options
import dev.tempest.samples.terminal.Program
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.TestTable
import java.io.PrintStream
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import software.amazon.awssdk.core.exception.SdkException
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException

private val TABLE = TestTable.create(MUSIC_TABLE, MusicTable::class.java)

/** Loads a discography, shows it, and lets several writers change one playlist at the same time. */
fun main(args: Array<String>) = program.runAndExit(args)

val program =
    Program(HelpTexts.MUSIC_LIBRARY, SdkException::class.java) { options, out, err ->
        connect(options).use { connection -> runBlocking { connection.showLibrary(options, out, err) } }
    }

private fun connect(options: Options): DynamoDbConnection =
    when (options) {
        is Options.Endpoint -> DynamoDbConnection.to(options.uri)
        is Options.Aws -> DynamoDbConnection.aws()
        else -> DynamoDbConnection.embedded()
    }

private suspend fun DynamoDbConnection.showLibrary(options: Options, out: PrintStream, err: PrintStream): Boolean {
    out.println("Music library ${options.place { asyncClient().serviceClientConfiguration().region() }}")
    val db: MusicDb = AsyncLogicalDb(enhancedAsyncClient())
    if (isThere()) {
        // Somebody else's of the same name might well take the program's rows, which would be a mess for both.
        db.checkTablesAsync().await().orThrow()
        out.println("Uses the table $MUSIC_TABLE, which is there already.")
    } else {
        with(TABLE.request()) {
            val indexes = "${localSecondaryIndexes().size} local and ${globalSecondaryIndexes().size} global indexes"
            out.println("Creates the table $MUSIC_TABLE, billed on demand, with $indexes.")
        }
        createTableIfAbsent(TABLE)
    }

    val discography = Discography.bundled()
    val albums = StoredAlbums(db.music)
    val complete = loadAndReadBack(discography, albums, out, err)
    Tour(albums, out).show(discography)
    val exact = race(discography, StoredPlaylists(db.music), out)
    return complete && exact
}

private suspend fun DynamoDbConnection.isThere(): Boolean =
    try {
        asyncClient().describeTable { it.tableName(MUSIC_TABLE) }.await()
        true
    } catch (_: ResourceNotFoundException) {
        false
    }
