package guide

import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.load
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.TestTable
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

interface MusicDb : LogicalDb {
  @TableName("music_items") val music: MusicTable
}

/** Renames a playlist, once alone and once beside a faster writer, and fails unless all is as the guide says. */
fun main() {
  DynamoDbConnection.embedded().use { dynamoDb ->
    dynamoDb.createTable(TestTable.create("music_items", MusicItem::class.java))
    val db: MusicDb = LogicalDb(dynamoDb.enhancedClient())
    val table = db.music
    table.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "First", tracks))

    val renamer = PlaylistRenamer(table)
    renamer.changePlaylistName("PLAYLIST_1", "Second")
    table.check(PlaylistInfo("PLAYLIST_1", "Second", tracks, 2))

    // Between the late writer's read and its write, another one is faster.
    val late = PausingBeforeWrite(table) { renamer.changePlaylistName("PLAYLIST_1", "Third") }
    try {
      PlaylistRenamer(late).changePlaylistName("PLAYLIST_1", "Late")
      error("The stale writer was not refused")
    } catch (_: ConditionalCheckFailedException) {
      table.check(PlaylistInfo("PLAYLIST_1", "Third", tracks, 3))
    }
  }
  println("Kotlin, SDK 2.x: renamed; a stale writer was refused; nothing was overwritten")
}

private val tracks = listOf(AlbumTrack.Key("ALBUM_1", "1"))

/** The table, to a writer that asks for its view twice: first to read, then to write. */
private class PausingBeforeWrite(private val table: MusicTable, private val pause: () -> Unit) : MusicTable by table {
  private var calls = 0

  override val playlistInfo: InlineView<PlaylistInfo.Key, PlaylistInfo>
    get() {
      if (++calls == 2) {
        pause()
      }
      return table.playlistInfo
    }
}

private fun MusicTable.check(expected: PlaylistInfo) {
  val found = playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"), consistentReads = true)
  check(found == expected) { "Expected $expected, found $found" }
}
