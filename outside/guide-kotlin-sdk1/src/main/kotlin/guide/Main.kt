package guide

import com.amazonaws.auth.AWSStaticCredentialsProvider
import com.amazonaws.auth.BasicAWSCredentials
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads
import com.amazonaws.services.dynamodbv2.model.BillingMode
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.testing.LocalDynamoDb

interface MusicDb : LogicalDb {
  val music: MusicTable
}

/** Renames a playlist, once alone and once beside a faster writer, and fails unless all is as the guide says. */
fun main() {
  val client =
    AmazonDynamoDBClientBuilder.standard()
      .withEndpointConfiguration(EndpointConfiguration(LocalDynamoDb.shared().endpoint().toString(), "us-east-1"))
      .withCredentials(AWSStaticCredentialsProvider(BasicAWSCredentials("guide", "secret")))
      .build()
  try {
    val mapper = DynamoDBMapper(client)
    client.createTable(
      mapper.generateCreateTableRequest(MusicItem::class.java).withBillingMode(BillingMode.PAY_PER_REQUEST)
    )
    val db: MusicDb = LogicalDb(mapper)
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
  } finally {
    client.shutdown()
  }
  println("Kotlin, SDK 1.x: renamed; a stale writer was refused; nothing was overwritten")
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
  val found = playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"), ConsistentReads.CONSISTENT)
  check(found == expected) { "Expected $expected, found $found" }
}
