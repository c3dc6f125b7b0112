package dev.tempest.sdk2.kotlin

import dev.tempest.BeginsWith
import dev.tempest.KeySet
import dev.tempest.LessThan
import dev.tempest.UnreadableItemException
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.kotlin.getItems
import dev.tempest.kotlin.getKeys
import dev.tempest.sdk2.ConditionalWrites
import dev.tempest.sdk2.Increment
import dev.tempest.testing.TestDb
import kotlin.time.Duration.Companion.seconds
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/** The blocking operations, as a Kotlin programmer writes them. */
class OperationsTest {
    @RegisterExtension val dynamo: TestDb = Music.table()

    private lateinit var db: LibraryDb
    private lateinit var table: LibraryTable
    private val key = AlbumInfo.Key("ALBUM_1")
    private val isNew = Music.expression("attribute_not_exists(partition_key)")

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
        assertThat(none).isNull()
    }

    @Test
    fun `loads an item and tells what that cost`() {
        val loaded =
            table.albumInfo.load(key, consistentReads = true, returnConsumedCapacity = ReturnConsumedCapacity.TOTAL)

        assertThat(loaded.item).isEqualTo(Music.harbourLights)
        assertThat(loaded.consumedCapacity?.capacityUnits()).isEqualTo(1.0)
    }

    @Test
    fun `writes and deletes on a condition`() {
        val item = Music.harbourLights

        assertThrows<ConditionalCheckFailedException> { table.albumInfo.save(item, saveExpression = isNew) }
        assertThrows<ConditionalCheckFailedException> { table.albumInfo.create(item = item) }
        assertThrows<ConditionalCheckFailedException> { table.albumInfo.delete(item, deleteExpression = isNew) }
        assertThrows<ConditionalCheckFailedException> { table.albumInfo.deleteKey(key, deleteExpression = isNew) }
        assertThat(table.albumInfo.deleteKey(key = key)).isEqualTo(item)
        assertThat(table.albumInfo.delete(item = item)).isNull()
        assertThat(table.albumInfo.save(item = item, saveExpression = isNew)).isEqualTo(item)
    }

    @Test
    fun `counts by the name of a property or by the property itself`() {
        assertThat(table.albumInfo.increment(key, AlbumInfo::track_count)).isEqualTo(4)
        assertThat(table.albumInfo.increment(key, property = "track_count", delta = 4)).isEqualTo(8)
        assertThat(table.albumInfo.increment(key, increment = Increment.of("track_count", -2)))
            .isEqualTo(mapOf("track_count" to 6))
    }

    @Test
    fun `queries with what differs from the default`() {
        val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))

        val page = table.albumTracks.query(keyCondition = tracks, asc = false, pageSize = 2)
        val rest = table.albumTracks.query(tracks, asc = false, pageSize = 2, initialOffset = page.offset)

        assertThat(page.contents).isEqualTo(listOf(Music.tracks[2], Music.tracks[1]))
        assertThat(rest.contents).isEqualTo(listOf(Music.tracks[0]))
        assertThat(
                table.albumTracks
                    .query(tracks, consistentRead = true, filterExpression = Music.isNotBreakwater)
                    .contents
            )
            .isEqualTo(listOf(Music.tracks[0], Music.tracks[2]))
        assertThat(table.albumTracks.queryAll(tracks, pageSize = 1).map { it.contents.size }.filter { it > 0 })
            .hasSize(3)
        assertThat(table.albumTracks.queryAllContents(tracks, asc = false, pageSize = 1))
            .containsExactlyElementsOf(Music.tracks.reversed())
    }

    @Test
    fun `queries an index`() {
        val lanterns = BeginsWith(AlbumInfo.ArtistIndexOffset("The Lanterns"))

        assertThat(table.albumInfoByArtist.query(lanterns, asc = false).contents)
            .containsExactly(Music.nightFerry, Music.harbourLights)
        assertThat(
                table.albumInfoByArtist
                    .query(
                        keyCondition =
                            LessThan(AlbumInfo.ArtistIndexOffset("The Lanterns", Music.nightFerry.release_date))
                    )
                    .contents
            )
            .containsExactly(Music.harbourLights)
    }

    @Test
    fun `scans with what differs from the default`() {
        val page = table.albumTracks.scan(pageSize = 50, filterExpression = Music.isNotBreakwater)

        assertThat(page.contents).containsExactlyInAnyOrder(Music.tracks[0], Music.tracks[2])
        assertThat(table.albumTracks.scanAll(pageSize = 1).flatMap { it.contents }).hasSize(3)
        assertThat(table.albumTracks.scanAllContents(pageSize = 1, consistentRead = true)).hasSize(3)
        assertThat(table.albumInfo.parallelScan(totalSegments = 2, pageSize = 1)).hasSize(2)
    }

    @Test
    fun `loads a batch`() {
        val keys = listOf(AlbumTrack.Key("ALBUM_1", "3"), key, AlbumTrack.Key("ALBUM_1", "1"))

        for (items in
            listOf(
                db.batchLoad(keys, consistentReads = true),
                db.batchLoad(keys[0], keys[1], keys[2], consistentReads = true, maxPageSize = 1),
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
                writeSet =
                    batchWriteSet {
                        delete(AlbumTrack.Key("ALBUM_1", "1"), AlbumTrack.Key("ALBUM_1", "2"))
                        clobber(Music.nightFerry.copy(artist_name = "Ada"))
                    }
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
    fun `loads what lies in a partition`() {
        val album = table.albums.load(Album.Key("ALBUM_1"), consistentReads = true)

        assertThat(album).isEqualTo(Album(Music.harbourLights, Music.tracks))
        assertThat(table.albums.load(Album.Key("ALBUM_9"), asc = false)).isNull()
        assertThat(table.albums.load(condition = BeginsWith(AlbumTrack.Key("ALBUM_1")), asc = false))
            .isEqualTo(Album(null, Music.tracks.reversed()))

        val items = table.loadPartition(key, AlbumInfo::class, AlbumTrack::class, asc = false)
        assertThat(items).containsExactlyElementsOf(Music.tracks.reversed() + Music.harbourLights)
        assertThat(table.loadPartition(BeginsWith(AlbumTrack.Key("ALBUM_1")), AlbumTrack::class))
            .containsExactlyElementsOf(Music.tracks)
    }

    data class InformedAlbum(val info: AlbumInfo, val tracks: List<AlbumTrack>)

    @Test
    fun `asks for what an item collection must have`() {
        val albums = table.itemCollection(Album.Key::class, InformedAlbum::class)
        table.albumInfo.deleteKey(key)

        val unreadable = assertThrows<UnreadableItemException> { albums.load(Album.Key("ALBUM_1")) }

        assertThat(unreadable)
            .hasMessageContaining("no item was found for OperationsTest.InformedAlbum.info, which must not be null")
        assertThat(albums.load(Album.Key("ALBUM_2"))).isEqualTo(InformedAlbum(Music.nightFerry, listOf()))
    }

    @Test
    fun `makes views of Kotlin classes`() {
        val tracks = table.inlineView(AlbumTrack.Key::class, AlbumTrack::class)
        val byArtist = table.secondaryIndex(AlbumInfo.ArtistIndexOffset::class, AlbumInfo::class)
        val albums = table.itemCollection(Album.Key::class, Album::class)

        assertThat(tracks.load(AlbumTrack.Key("ALBUM_1", "1"))).isEqualTo(Music.tracks[0])
        assertThat(byArtist.scan().contents).hasSize(2)
        assertThat(albums.load(Album.Key("ALBUM_2"))?.tracks).isEmpty()
        assertThat(table.codec(AlbumTrack::class).toDb(Music.tracks[0]).sort_key).isEqualTo("TRACK_1")
        assertThat(db.logicalTable<LibraryTable>("music_items").albumInfo.load(key)).isEqualTo(Music.harbourLights)
        assertThat(db.logicalTable("music_items", LibraryTable::class).tableName()).isEqualTo("music_items")
    }

    @Test
    fun `makes a database with all that can be said of it`() {
        val signing: LibraryDb =
            LogicalDb(
                dynamo.enhancedClient(),
                tableNameResolver = { _, declaredName -> checkNotNull(declaredName) },
                offsetSecret = ByteArray(16) { it.toByte() },
                conditionalWrites = ConditionalWrites.TRANSACTIONAL,
                updateTimeout = 5.seconds,
                client = dynamo.client(),
            )
        val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
        val offset = checkNotNull(signing.music.albumTracks.query(tracks, pageSize = 1).offset)
        val signed = signing.music.albumTracks.offsetToString(offset)
        val unsigned = table.albumTracks.offsetToString(offset)

        assertThat(signing.music.albumTracks.offsetFromString(signed)).isEqualTo(offset)
        assertThrows<IllegalArgumentException> { signing.music.albumTracks.offsetFromString(unsigned) }
    }

    private fun isOf(artist: String) =
        Music.expression("artist_name = :artist", ":artist" to AttributeValue.fromS(artist))
}
