package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.DefaultBatchLoadRetryStrategy
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.DefaultBatchWriteRetryStrategy
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression
import com.amazonaws.services.dynamodbv2.model.AttributeValue
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity
import dev.tempest.BeginsWith
import dev.tempest.KeySet
import dev.tempest.LessThan
import dev.tempest.WorkerId
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.sdk1.MusicDb
import dev.tempest.docs.sdk1.MusicTable
import dev.tempest.kotlin.eq
import dev.tempest.kotlin.getItems
import dev.tempest.kotlin.getKeys
import dev.tempest.kotlin.ne
import dev.tempest.sdk1.WritingPager
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension

/** The operations over SDK 1.x, as a Kotlin programmer writes them. */
class OperationsTest {
    @RegisterExtension val dynamo = Music.tables()

    private lateinit var db: MusicDb
    private lateinit var table: MusicTable
    private val key = AlbumInfo.Key("ALBUM_1")

    @BeforeEach
    fun fill() {
        db = Music.fill(dynamo)
        table = db.music
    }

    @Test
    fun `loads an item or null`() {
        val found: AlbumInfo? = table.albumInfo.load(key, consistentReads = true)
        val none: AlbumInfo? = table.albumInfo.load(key = AlbumInfo.Key("ALBUM_9"))

        assertThat(found).isEqualTo(Music.harbourLights)
        assertThat(table.albumInfo.load(key, consistentReads = false)).isEqualTo(found)
        assertThat(none).isNull()
    }

    @Test
    fun `writes and deletes on a condition`() {
        val item = Music.harbourLights
        val isNew = DynamoDBSaveExpression().withExpectedEntry("partition_key", ExpectedAttributeValue(false))
        val wasDeleted = DynamoDBDeleteExpression().withConditionExpression("attribute_not_exists(partition_key)")

        assertThrows<ConditionalCheckFailedException> { table.albumInfo.save(item, saveExpression = isNew) }
        assertThrows<ConditionalCheckFailedException> { table.albumInfo.delete(item, deleteExpression = wasDeleted) }
        assertThrows<ConditionalCheckFailedException> { table.albumInfo.deleteKey(key, deleteExpression = wasDeleted) }
        assertThat(table.albumInfo.deleteKey(key = key)).isEqualTo(item)
        assertThat(table.albumInfo.delete(item = item, ignoreVersionConstraints = true)).isNull()
        assertThat(table.albumInfo.save(item = item, saveExpression = isNew)).isEqualTo(item)
        assertThat(table.albumInfo.save(item, ignoreVersionConstraints = true)).isEqualTo(item)
    }

    @Test
    fun `writes and changes by attributes`() {
        val isByOthers = AlbumInfo::artist_name ne "The Lanterns"

        assertThrows<ConditionalCheckFailedException> { table.albumInfo.save(Music.harbourLights, isByOthers) }
        assertThrows<ConditionalCheckFailedException> {
            table.albumInfo.patch(key) {
                AlbumInfo::album_title set "x"
                onlyIf(isByOthers)
            }
        }
        assertThat(table.albumInfo.patch(key) { AlbumInfo::album_title set "Harbour" }.album_title).isEqualTo("Harbour")
        assertThrows<IllegalArgumentException> {
            table.albumInfo.patchItem(Music.harbourLights) { AlbumInfo::album_title set "x" }
        }
        assertThat(table.albumInfo.increment(key, AlbumInfo::track_count, 2)).isEqualTo(5)
        assertThat(table.albumInfo.scan(ScanConfig(filter = AlbumInfo::track_count eq 5)).contents).hasSize(1)
    }

    @Test
    fun `queries with what differs from the default`() {
        val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))

        val page = table.albumTracks.query(keyCondition = tracks, asc = false, pageSize = 2)
        val rest = table.albumTracks.query(tracks, asc = false, pageSize = 2, initialOffset = page.offset)
        val filtered = table.albumTracks.query(tracks, consistentRead = true, filterExpression = Music.isNotBreakwater)
        val measured = table.albumTracks.query(tracks, returnConsumedCapacity = ReturnConsumedCapacity.TOTAL)

        assertThat(page.contents).isEqualTo(listOf(Music.tracks[2], Music.tracks[1]))
        assertThat(rest.contents).isEqualTo(listOf(Music.tracks[0]))
        assertThat(filtered.contents).isEqualTo(listOf(Music.tracks[0], Music.tracks[2]))
        assertThat(measured.consumedCapacity?.capacityUnits).isEqualTo(0.5)
        assertThat(table.albumTracks.queryAll(tracks, pageSize = 1).map { it.contents.size }.filter { it > 0 })
            .hasSize(3)
        assertThat(table.albumTracks.queryAllContents(tracks, asc = false, pageSize = 1))
            .containsExactlyElementsOf(Music.tracks.reversed())
    }

    @Test
    fun `queries an index`() {
        val beforeNightFerry = AlbumInfo.ArtistIndexOffset("The Lanterns", Music.nightFerry.release_date)

        assertThat(
                table.albumInfoByArtist
                    .query(BeginsWith(AlbumInfo.ArtistIndexOffset("The Lanterns")), asc = false)
                    .contents
            )
            .containsExactly(Music.nightFerry, Music.harbourLights)
        assertThat(table.albumInfoByArtist.query(keyCondition = LessThan(beforeNightFerry)).contents)
            .containsExactly(Music.harbourLights)
    }

    @Test
    fun `scans with what differs from the default`() {
        val page = table.albumTracks.scan(pageSize = 50, filterExpression = Music.isNotBreakwater)
        val segments = (0..1).map { table.albumTracks.scanAllContents(workerId = WorkerId(it, 2)).toList() }

        assertThat(page.contents).containsExactlyInAnyOrder(Music.tracks[0], Music.tracks[2])
        assertThat(segments.flatten()).containsExactlyInAnyOrderElementsOf(Music.tracks)
        assertThat(table.albumTracks.scanAll(pageSize = 1).flatMap { it.contents }).hasSize(3)
        assertThat(table.albumTracks.scanAllContents(pageSize = 1, consistentRead = true)).hasSize(3)
    }

    @Test
    fun `goes on without rows that cannot be read`() {
        val unreadable = mutableListOf<String?>()
        dynamo.client.putItem(
            "music_items",
            mapOf("partition_key" to AttributeValue("ALBUM_1"), "sort_key" to AttributeValue("TRACK_9")),
        )

        val items =
            table.albumTracks.queryAllContents(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                onUnreadableItem = { unreadable.add(it.message) },
            )

        assertThat(items).containsExactlyElementsOf(Music.tracks)
        assertThat(unreadable.single())
            .contains("{partition_key=ALBUM_1, sort_key=TRACK_9}")
            .contains("it has no attribute track_title, which AlbumTrack.track_title (String) needs")
        assertThat(table.albumTracks.scan(onUnreadableItem = {}).contents).hasSize(3)
    }

    @Test
    fun `loads a batch`() {
        val keys = listOf(AlbumTrack.Key("ALBUM_1", "3"), key, AlbumTrack.Key("ALBUM_1", "1"))

        for (items in
            listOf(
                db.batchLoad(keys, consistentReads = true),
                db.batchLoad(keys[0], keys[1], keys[2], consistentReads = false, maxPageSize = 1),
                db.batchLoad(keys, retryStrategy = DefaultBatchLoadRetryStrategy()),
                db.batchLoad(keys, returnConsumedCapacity = ReturnConsumedCapacity.TOTAL).items,
                db.transactionLoad(keys = keys),
            )) {
            assertThat(items.getItems<AlbumTrack>()).isEqualTo(listOf(Music.tracks[2], Music.tracks[0]))
            assertThat(items.getItems<AlbumInfo>()).isEqualTo(listOf(Music.harbourLights))
        }
        assertThat(KeySet.copyOf(keys).getKeys<AlbumInfo.Key>()).isEqualTo(listOf(key))
    }

    @Test
    fun `says batches and transactions in blocks`() {
        val result =
            db.batchWrite(
                batchWriteSet {
                    delete(AlbumTrack.Key("ALBUM_1", "1"), AlbumTrack.Key("ALBUM_1", "2"))
                    clobber(Music.nightFerry.copy(artist_name = "Ada"))
                },
                retryStrategy = DefaultBatchWriteRetryStrategy(),
            )
        val stored =
            db.transactionWrite(
                transactionWriteSet(idempotencyToken = "once") {
                    save(Music.harbourLights.copy(track_count = 7), expression = isOf("The Lanterns"))
                    delete(AlbumTrack.Key("ALBUM_1", "3"), expression = null)
                    checkCondition(key = AlbumInfo.Key("ALBUM_2"), expression = isOf("Ada"))
                }
            )

        assertThat(result.isSuccessful).isTrue()
        assertThat(stored.getItems<AlbumInfo>().single().track_count).isEqualTo(7)
        assertThat(table.albumTracks.scanAllContents()).isEmpty()
        assertThat(table.albumInfo.load(AlbumInfo.Key("ALBUM_2"))?.artist_name).isEqualTo("Ada")
    }

    @Test
    fun `writes a long list page by page`() {
        val added = (1..25).map { AlbumTrack("ALBUM_3", "%02d".format(it), "Track $it") }

        val pager = WritingPager(db, added, 10) { builder, track -> builder.save(track) }
        pager.execute()

        assertThat(pager.updatedCount()).isEqualTo(25)
        assertThat(table.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_3"))))
            .containsExactlyElementsOf(added)
    }

    @Test
    fun `makes views of Kotlin classes`() {
        val tracks = table.inlineView(AlbumTrack.Key::class, AlbumTrack::class)
        val byArtist = table.secondaryIndex(AlbumInfo.ArtistIndexOffset::class, AlbumInfo::class)

        assertThat(tracks.load(AlbumTrack.Key("ALBUM_1", "1"))).isEqualTo(Music.tracks[0])
        assertThat(byArtist.scan().contents).hasSize(2)
        assertThat(table.codec(AlbumTrack::class).toDb(Music.tracks[0]).sort_key).isEqualTo("TRACK_1")
        assertThat(db.logicalTable<MusicTable>("music_items").albumInfo.load(key)).isEqualTo(Music.harbourLights)
        assertThat(db.logicalTable("music_items", MusicTable::class).tableName()).isEqualTo("music_items")
    }

    @Test
    fun `makes a database with all that can be said of it`() {
        val config = TableNameOverride.withTableNamePrefix("test-").config()
        val secret = ByteArray(16) { it.toByte() }
        val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
        val offset = checkNotNull(table.albumTracks.query(tracks, pageSize = 1).offset)

        val overMapper: MusicDb = LogicalDb(dynamo.mapper, config = config, offsetSecret = secret)
        val overClient: MusicDb =
            LogicalDb(
                dynamo.client,
                config = DynamoDBMapperConfig.DEFAULT,
                attributeTransformer = null,
                offsetSecret = secret,
                dynamoDbMapper = dynamo.mapper,
            )

        assertThat(overMapper.music.tableName()).isEqualTo("test-music_items")
        assertThat(overMapper.music.albumInfo.load(key)).isNull()
        assertThat(overClient.music.albumInfo.load(key)).isEqualTo(Music.harbourLights)
        val signed = overClient.music.albumTracks.offsetToString(offset)
        assertThat(overClient.music.albumTracks.offsetFromString(signed)).isEqualTo(offset)
        assertThrows<IllegalArgumentException> {
            overClient.music.albumTracks.offsetFromString(table.albumTracks.offsetToString(offset))
        }
    }

    private fun isOf(artist: String) =
        DynamoDBTransactionWriteExpression()
            .withConditionExpression("artist_name = :artist")
            .withExpressionAttributeValues(mapOf(":artist" to AttributeValue(artist)))
}
