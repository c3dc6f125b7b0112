package dev.tempest.docs

import dev.tempest.BeginsWith
import dev.tempest.ItemSet
import dev.tempest.Offset
import dev.tempest.docs.model.Album
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.AsyncMusicDb
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.MusicTable
import dev.tempest.sdk2.GuardedWrites
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchLoad
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.kotlin.getItems
import dev.tempest.sdk2.kotlin.increment
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.save
import dev.tempest.sdk2.kotlin.transactionWriteSet
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.LocalDate
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** The code of the page on Kotlin, each piece followed by what must come of it. */
class KotlinDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    private lateinit var db: MusicDb
    private lateinit var table: MusicTable

    private val enhancedClient
        get() = testDb.enhancedClient()

    private val enhancedAsyncClient
        get() = testDb.enhancedAsyncClient()

    private val album = AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21))
    private val tracks =
        listOf("Low Tide", "Breakwater", "Foghorn").mapIndexed { index, title ->
            AlbumTrack("ALBUM_1", "${index + 1}", title)
        }

    @BeforeEach
    fun fill() {
        db = LogicalDb(enhancedClient)
        table = db.music
        db.batchWrite(batchWriteSet { clobber(tracks + album) })
    }

    @Test
    fun `makes a database`() {
        val db: MusicDb = LogicalDb(enhancedClient)
        val table = db.music

        assertThat(table.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isEqualTo(album)
    }

    @Test
    fun `makes a database with more`() {
        val db: MusicDb =
            LogicalDb(
                enhancedClient,
                tableNameResolver = { _, declaredName -> "staging_$declaredName" },
                guardedWrites = GuardedWrites.TRANSACTIONAL,
                updateTimeout = 10.seconds,
            )

        assertThat(db.music.tableName()).isEqualTo("staging_music_items")
    }

    @Test
    fun `reads and writes`() {
        val album: AlbumInfo? = table.albumInfo.load(AlbumInfo.Key("ALBUM_1"), consistentReads = true)
        if (album != null) {
            table.albumInfo.save(album.copy(genre_name = "Folk"), saveExpression = ifArtistIs("The Lanterns"))
        }

        table.albumInfo.increment(AlbumInfo.Key("ALBUM_1"), AlbumInfo::play_count)

        val stored = table.albumInfo.load(AlbumInfo.Key("ALBUM_1"))
        assertThat(stored).isEqualTo(this.album.copy(genre_name = "Folk", play_count = 1))
    }

    @Test
    fun queries() {
        val page: Page<AlbumTrack.Key, AlbumTrack> =
            table.albumTracks.query(keyCondition = BeginsWith(AlbumTrack.Key("ALBUM_1")), asc = false, pageSize = 2)
        val last: List<AlbumTrack> = page.contents
        val next: Offset<AlbumTrack.Key>? = page.offset

        assertThat(last).isEqualTo(listOf(tracks[2], tracks[1]))
        assertThat(next?.key).isEqualTo(AlbumTrack.Key("ALBUM_1", "2"))
    }

    @Test
    fun `queries as a sequence`() {
        val firstLong: AlbumTrack? =
            table.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1"))).asSequence().firstOrNull {
                it.track_title.length > 8
            }

        assertThat(firstLong).isEqualTo(tracks[1])
    }

    @Test
    fun `writes and loads many`() {
        db.batchWrite(
            batchWriteSet {
                clobber(AlbumTrack("ALBUM_1", "4", "Gangway"))
                delete(AlbumTrack.Key("ALBUM_1", "1"))
            }
        )
        db.transactionWrite(
            transactionWriteSet {
                save(album.copy(genre_name = "Folk"), expression = ifArtistIs("The Lanterns"))
                delete(AlbumTrack.Key("ALBUM_1", "2"))
            }
        )

        val items: ItemSet = db.batchLoad(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "4"))
        val loadedTracks: List<AlbumTrack> = items.getItems<AlbumTrack>()

        assertThat(loadedTracks.single().track_title).isEqualTo("Gangway")
        assertThat(items.getItems<AlbumInfo>().single().genre_name).isEqualTo("Folk")
        assertThat(table.albums.load(Album.Key("ALBUM_1"))?.tracks?.map { it.track_token }).containsExactly("3", "4")
    }

    @Test
    fun `takes classes of Kotlin`() {
        val albumTracks = table.inlineView(AlbumTrack.Key::class, AlbumTrack::class)

        assertThat(albumTracks.load(AlbumTrack.Key("ALBUM_1", "1"))).isEqualTo(tracks[0])
    }

    @Test
    fun `suspends and flows`() {
        val titles = runBlocking { titles() }

        assertThat(titles).isEqualTo(tracks.map { it.track_title })
        assertThat(table.albumInfo.load(AlbumInfo.Key("ALBUM_1"))?.genre_name).isEqualTo("Folk")
    }

    private suspend fun titles(): List<String> {
        val asyncDb: AsyncMusicDb = AsyncLogicalDb(enhancedAsyncClient)
        val asyncTable = asyncDb.music

        val album = checkNotNull(asyncTable.albumInfo.load(AlbumInfo.Key("ALBUM_1")))
        asyncTable.albumInfo.save(album.copy(genre_name = "Folk"))

        return asyncTable.albumTracks
            .queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1")), pageSize = 50)
            .map { it.track_title }
            .toList()
    }

    private fun ifArtistIs(artist: String): Expression =
        Expression.builder()
            .expression("artist_name = :artist")
            .expressionValues(mapOf(":artist" to AttributeValue.fromS(artist)))
            .build()
}
