package dev.tempest.samples.musiclibrary.sdk1.kotlin

import com.amazonaws.SdkBaseException
import com.amazonaws.regions.DefaultAwsRegionProviderChain
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException
import com.amazonaws.services.dynamodbv2.model.TableDescription
import dev.tempest.samples.discography.Discography
import dev.tempest.samples.kotlin.Tour
import dev.tempest.samples.kotlin.loadAndReadBack
import dev.tempest.samples.kotlin.race
import dev.tempest.samples.terminal.HelpTexts
import dev.tempest.samples.terminal.Options
import dev.tempest.samples.terminal.Program
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.testing.sdk1.DynamoDbConnection
import dev.tempest.testing.sdk1.TestTable
import java.io.PrintStream
import kotlinx.coroutines.runBlocking

// Lazy, as it wakes the SDK, which is to see first what main sets.
private val TABLE by lazy { TestTable.create(MusicItem::class.java) }

/** Loads a discography, shows it, and lets several writers change one playlist at the same time. */
fun main(args: Array<String>) {
    // Or SDK 1.x tells each time that its support has ended.
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true")
    program.runAndExit(args)
}

val program =
    Program(HelpTexts.MUSIC_LIBRARY, SdkBaseException::class.java) { options, out, err ->
        connect(options).use { connection -> runBlocking { connection.showLibrary(options, out, err) } }
    }

private fun connect(options: Options): DynamoDbConnection =
    when (options) {
        is Options.Endpoint -> DynamoDbConnection.to(options.uri)
        is Options.Aws -> DynamoDbConnection.aws()
        else -> DynamoDbConnection.embedded()
    }

private suspend fun DynamoDbConnection.showLibrary(options: Options, out: PrintStream, err: PrintStream): Boolean {
    out.println("Music library ${options.place { DefaultAwsRegionProviderChain().region }}")
    val found = findTable()
    if (found == null) {
        with(TABLE.request()) {
            val indexes = "${localSecondaryIndexes.size} local and ${globalSecondaryIndexes.size} global indexes"
            out.println("Creates the table $MUSIC_TABLE, billed on demand, with $indexes.")
        }
        createTableIfAbsent(TABLE)
    } else {
        // Somebody else's of the same name might well take the program's rows, which would be a mess for both.
        check(found.keySchema == TABLE.request().keySchema) {
            "There is a table $MUSIC_TABLE already, with the key ${found.keySchema}. Nothing was written to it."
        }
        out.println("Uses the table $MUSIC_TABLE, which is there already.")
    }

    val db: MusicDb = LogicalDb(mapper())
    val discography = Discography.bundled()
    val albums = StoredAlbums(db.music)
    val complete = loadAndReadBack(discography, albums, out, err)
    Tour(albums, out).show(discography)
    val exact = race(discography, StoredPlaylists(db.music), out)
    return complete && exact
}

private fun DynamoDbConnection.findTable(): TableDescription? =
    try {
        client().describeTable(MUSIC_TABLE).table
    } catch (_: ResourceNotFoundException) {
        null
    }
