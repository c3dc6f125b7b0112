package dev.tempest.docs.sdk1

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression
import com.amazonaws.services.dynamodbv2.model.AttributeValue
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException
import dev.tempest.BeginsWith
import dev.tempest.ItemSet
import dev.tempest.docs.ObservingDocTest.Counts
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.kotlin.changes
import dev.tempest.kotlin.gt
import dev.tempest.sdk1.FilterExpression
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.QueryConfig
import dev.tempest.sdk1.kotlin.Sdk1Db
import dev.tempest.sdk1.kotlin.batchWriteSet
import dev.tempest.sdk1.kotlin.code
import dev.tempest.sdk1.kotlin.load
import dev.tempest.sdk1.kotlin.operation
import dev.tempest.sdk1.kotlin.patch
import dev.tempest.sdk1.kotlin.query
import dev.tempest.sdk1.kotlin.transactionWriteSet
import java.time.Duration
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension

/** The Kotlin code of the page on SDK 1.x, each piece followed by what must come of it. */
class Sdk1DocTest {
    @RegisterExtension val testDb = Sdk1Db("music_items" to MusicItem::class, "test-music_items" to MusicItem::class)

    private lateinit var db: MusicDb
    private lateinit var table: MusicTable

    @BeforeEach
    fun fill() {
        create(testDb.mapper)
        db.batchWrite(
            batchWriteSet {
                clobber(
                    AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3),
                    AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)),
                    AlbumTrack("ALBUM_1", "2", "Breakwater", Duration.ofSeconds(188)),
                    AlbumTrack("ALBUM_1", "3", "Foghorn", Duration.ofSeconds(254)),
                    PlaylistInfo("PLAYLIST_1", "Night drive", listOf(AlbumTrack.Key("ALBUM_1", "1"))),
                )
            }
        )
    }

    private fun create(dynamoDbMapper: DynamoDBMapper) {
        val db: MusicDb = LogicalDb(dynamoDbMapper)
        val table = db.music

        this.db = db
        this.table = table
    }

    // spotless:off
    fun changePlaylistName(playlistToken: String, newName: String) {
      // Read.
      val existing = checkNotNull(
        table.playlistInfo.load(PlaylistInfo.Key(playlistToken))
      ) { "Playlist does not exist: $playlistToken" }
      // Modify.
      val newPlaylist = existing.copy(
        playlist_name = newName,
        playlist_version = existing.playlist_version + 1
      )
      // Write.
      table.playlistInfo.save(
        newPlaylist,
        ifPlaylistVersionIs(existing.playlist_version)
      )
    }

    private fun ifPlaylistVersionIs(playlist_version: Long): DynamoDBSaveExpression {
      return DynamoDBSaveExpression()
        .withExpectedEntry(
          "playlist_version",
          ExpectedAttributeValue()
            .withComparisonOperator(ComparisonOperator.EQ)
            .withAttributeValueList(AttributeValue().withN("$playlist_version"))
        )
    }
    // spotless:on

    @Test
    fun `renames a playlist`() {
        changePlaylistName("PLAYLIST_1", "Day drive")

        val renamed = checkNotNull(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1")))
        assertThat(renamed.playlist_name).isEqualTo("Day drive")
        assertThrows<ConditionalCheckFailedException> { table.playlistInfo.save(renamed, ifPlaylistVersionIs(1)) }
    }

    @Test
    fun `queries and changes by attributes`() {
        val isLong = AlbumTrack::run_length gt Duration.ofSeconds(200)
        val key = AlbumTrack.Key("ALBUM_1", "1")
        val longTracks = table.albumTracks.query(BeginsWith(AlbumTrack.Key("ALBUM_1")), QueryConfig(filter = isLong))
        val renamed =
            table.albumTracks.patch(key) {
                AlbumTrack::track_title set "High Tide"
                onlyIf(isLong)
            }
        db.transactionWrite(
            transactionWriteSet {
                patch(key, changes<AlbumTrack> { AlbumTrack::run_length set Duration.ofSeconds(185) })
                checkCondition(AlbumTrack.Key("ALBUM_1", "3"), isLong)
            }
        )
        val deleted: AlbumTrack? = table.albumTracks.deleteKey(key, isLong.not())

        assertThat(longTracks.contents.map { it.track_title }).containsExactly("Low Tide", "Foghorn")
        assertThat(renamed.track_title).isEqualTo("High Tide")
        assertThat(deleted?.run_length).isEqualTo(Duration.ofSeconds(185))
    }

    @Test
    fun `loads consistently`() {
        val album: AlbumInfo? = table.albumInfo.load(AlbumInfo.Key("ALBUM_1"), consistentReads = true)

        assertThat(album?.album_title).isEqualTo("Harbour Lights")
    }

    @Test
    fun `queries with a filter`() {
        val page =
            table.albumTracks.query(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                filterExpression =
                    FilterExpression("run_length > :seconds", mapOf(":seconds" to AttributeValue().withN("200"))),
            )

        assertThat(page.contents.map { it.track_title }).containsExactly("Low Tide", "Foghorn")
        assertThat(
                table.albumTracksByTitle.queryAllContents(BeginsWith(AlbumTrack.TitleIndexOffset("ALBUM_1"))).map {
                    it.track_title
                }
            )
            .containsExactly("Breakwater", "Foghorn", "Low Tide")
    }

    @Test
    fun `writes a batch`() {
        val result =
            db.batchWrite(
                batchWriteSet {
                    clobber(AlbumTrack("ALBUM_1", "4", "Slack Water", Duration.ofSeconds(231)))
                    delete(AlbumTrack.Key("ALBUM_1", "2"))
                }
            )
        val items: ItemSet = db.batchLoad(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "4"))

        assertThat(result.isSuccessful).isTrue()
        assertThat(items).hasSize(2)
    }

    @Test
    fun `writes a transaction`() {
        val messages = mutableListOf<String>()

        val ifThere = DynamoDBTransactionWriteExpression().withConditionExpression("attribute_exists(partition_key)")
        try {
            db.transactionWrite(
                transactionWriteSet {
                    save(PlaylistInfo("PLAYLIST_2", "Ferry", listOf(AlbumTrack.Key("ALBUM_1", "9"))))
                    checkCondition(AlbumTrack.Key("ALBUM_1", "9"), ifThere)
                }
            )
        } catch (e: TransactionCanceledException) {
            for (failure in db.failuresIn(e)) {
                messages.add("${failure.operation.target()}: ${failure.code}")
            }
        }

        assertThat(messages).containsExactly("Key(album_token=ALBUM_1, track_token=9): ConditionalCheckFailed")
    }

    @Test
    fun `overrides the mapper's configuration`() {
        val dynamoDbMapper = testDb.mapper

        val db: MusicDb = LogicalDb(dynamoDbMapper, config = TableNameOverride.withTableNamePrefix("test-").config())

        assertThat(db.music.tableName()).isEqualTo("test-music_items")
    }

    @Test
    fun `is built from a client`() {
        val amazonDynamoDb = testDb.client
        val secret = ByteArray(16)

        val db: MusicDb = LogicalDb(amazonDynamoDb, config = DynamoDBMapperConfig.DEFAULT, offsetSecret = secret)

        assertThat(db.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isNotNull()
    }

    @Test
    fun `tells a listener`() {
        val dynamoDbMapper = testDb.mapper

        val listener = Counts()
        val db = LogicalDb.builder(MusicDb::class.java).dynamoDbMapper(dynamoDbMapper).listener(listener).build()

        assertThat(db.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isNotNull()
        assertThat(listener.counts).containsEntry("GetItem DONE", 1).containsEntry("load DONE", 1)
    }
}
