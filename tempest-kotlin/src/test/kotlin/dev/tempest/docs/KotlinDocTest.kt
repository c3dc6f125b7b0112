package dev.tempest.docs

import dev.tempest.BeginsWith
import dev.tempest.ItemSet
import dev.tempest.Offset
import dev.tempest.UniqueValuesReport
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.AsyncMusicDb
import dev.tempest.docs.model.MusicDb
import dev.tempest.kotlin.getItems
import dev.tempest.kotlin.map
import dev.tempest.sdk2.ConditionalWrites
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.QueryConfig
import dev.tempest.sdk2.kotlin.batchLoad
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.sdk2.kotlin.checkUniqueValues
import dev.tempest.sdk2.kotlin.count
import dev.tempest.sdk2.kotlin.increment
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.projecting
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.queryMerged
import dev.tempest.sdk2.kotlin.save
import dev.tempest.sdk2.kotlin.transactionWriteSet
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** The code of the page on Kotlin, each piece followed by what must come of it. */
class KotlinDocTest : DocTest() {
    private val enhancedClient
        get() = testDb.enhancedClient()

    private val enhancedAsyncClient
        get() = testDb.enhancedAsyncClient()

    private val key = AlbumInfo.Key("ALBUM_1")

    @Test
    fun `makes a database`() {
        val db: MusicDb = LogicalDb(enhancedClient)
        val table = db.music

        assertThat(table.albumInfo.load(key)?.album_title).isEqualTo("Harbour Lights")
    }

    @Test
    fun `makes a database with more`() {
        val db: MusicDb =
            LogicalDb(
                enhancedClient,
                tableNameResolver = { _, declaredName -> "staging_$declaredName" },
                conditionalWrites = ConditionalWrites.TRANSACTIONAL,
                updateTimeout = 10.seconds,
            )

        assertThat(db.music.tableName()).isEqualTo("staging_music_items")
    }

    @Test
    fun `reads and writes`() {
        val album: AlbumInfo? = table.albumInfo.load(AlbumInfo.Key("ALBUM_1"), consistentReads = true)
        if (album != null) {
            table.albumInfo.save(album.copy(album_title = "Lights"), saveExpression = ifArtistIs("The Lanterns"))
        }

        table.albumInfo.increment(AlbumInfo.Key("ALBUM_1"), AlbumInfo::track_count)

        val stored = table.albumInfo.load(key)
        assertThat(stored).isEqualTo(album?.copy(album_title = "Lights", track_count = 4))
    }

    @Test
    fun queries() {
        val page: Page<AlbumTrack.Key, AlbumTrack> =
            table.albumTracks.query(keyCondition = BeginsWith(AlbumTrack.Key("ALBUM_1")), asc = false, pageSize = 2)
        val last: List<AlbumTrack> = page.contents
        val next: Offset<AlbumTrack.Key>? = page.offset

        assertThat(last.map { it.track_title }).containsExactly("Foghorn", "Breakwater")
        assertThat(next?.key).isEqualTo(AlbumTrack.Key("ALBUM_1", "2"))
    }

    @Test
    fun `queries as a sequence`() {
        val firstLong: String =
            table.albumTracks
                .queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1")))
                .map { it.track_title }
                .first { it.length > 8 }

        assertThat(firstLong).isEqualTo("Breakwater")
    }

    @Test
    fun `writes and loads many`() {
        val album = checkNotNull(table.albumInfo.load(key))

        db.batchWrite(
            batchWriteSet {
                clobber(AlbumTrack("ALBUM_1", "4", "Gangway"))
                delete(AlbumTrack.Key("ALBUM_1", "1"))
            }
        )
        db.transactionWrite(
            transactionWriteSet {
                save(album.copy(album_title = "Lights"), expression = ifArtistIs("The Lanterns"))
                delete(AlbumTrack.Key("ALBUM_1", "2"))
            }
        )

        val items: ItemSet = db.batchLoad(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "4"))
        val loadedTracks: List<AlbumTrack> = items.getItems<AlbumTrack>()

        assertThat(loadedTracks.single().track_title).isEqualTo("Gangway")
        assertThat(items.getItems<AlbumInfo>().single().album_title).isEqualTo("Lights")
        val tokens = table.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1"))).map { it.track_token }
        assertThat(tokens.toList()).containsExactly("3", "4")
    }

    @Test
    fun `takes classes of Kotlin`() {
        val albumTracks = table.inlineView(AlbumTrack.Key::class, AlbumTrack::class)

        assertThat(albumTracks.load(AlbumTrack.Key("ALBUM_1", "1"))?.track_title).isEqualTo("Low Tide")
    }

    @Test
    fun `suspends and flows`() {
        val titles = runBlocking { titles() }

        assertThat(titles).containsExactly("Low Tide", "Breakwater", "Foghorn")
        assertThat(table.albumInfo.load(key)?.album_title).isEqualTo("Lights")
    }

    private suspend fun titles(): List<String> {
        val asyncDb: AsyncMusicDb = AsyncLogicalDb(enhancedAsyncClient)
        val asyncTable = asyncDb.music

        val album = checkNotNull(asyncTable.albumInfo.load(AlbumInfo.Key("ALBUM_1")))
        asyncTable.albumInfo.save(album.copy(album_title = "Lights"))

        return asyncTable.albumTracks
            .queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1")), pageSize = 50)
            .map { it.track_title }
            .toList()
    }

    class TrackTitle(val track_title: String)

    @Test
    fun `suspends for counts, partitions, projections and checks`() {
        val text = runBlocking { report(AsyncLogicalDb(enhancedAsyncClient)) }

        assertThat(text).isEqualTo("3 tracks, 4 of two albums, Low Tide, true")
    }

    private suspend fun report(asyncDb: AsyncMusicDb): String {
        val tracks = asyncDb.music.albumTracks
        val count: Long = tracks.count(BeginsWith(AlbumTrack.Key("ALBUM_1")))
        val first: List<AlbumTrack> =
            tracks.queryMerged(
                listOf(BeginsWith(AlbumTrack.Key("ALBUM_1")), BeginsWith(AlbumTrack.Key("ALBUM_2"))),
                QueryConfig(),
                10,
            )
        val title: TrackTitle? = tracks.projecting(TrackTitle::class).load(AlbumTrack.Key("ALBUM_1", "1"))
        val unique: UniqueValuesReport = asyncDb.checkUniqueValues()
        return "$count tracks, ${first.size} of two albums, ${title?.track_title}, ${unique.isOk}"
    }

    private fun ifArtistIs(artist: String): Expression =
        Expression.builder()
            .expression("artist_name = :artist")
            .expressionValues(mapOf(":artist" to AttributeValue.fromS(artist)))
            .build()
}
