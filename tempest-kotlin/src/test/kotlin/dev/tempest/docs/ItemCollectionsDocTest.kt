package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.Between
import dev.tempest.ForIndex
import dev.tempest.GreaterThan
import dev.tempest.ItemSet
import dev.tempest.TableName
import dev.tempest.kotlin.get
import dev.tempest.kotlin.getItems
import dev.tempest.sdk2.AsyncItemCollection
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.ItemCollection
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.itemCollection
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.loadPartition
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

/** The Kotlin code of the page on item collections. */
class ItemCollectionsDocTest {
    @RegisterExtension val db: TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    private val first = AlbumTrack("ALBUM_1", "01", "Dawn", "The Planets")
    private val second = AlbumTrack("ALBUM_1", "02", "Noon", "The Planets")
    private val third = AlbumTrack("ALBUM_1", "03", "Dusk", "The Planets")
    private lateinit var table: MusicTable

    @BeforeEach
    fun saveAnAlbum() {
        table = LogicalDb<MusicDb>(db.enhancedClient()).music
        table.albumInfo.save(AlbumInfo("ALBUM_1", "Days", "The Planets"))
        listOf(first, second, third).forEach(table.albumTracks::save)
        table.save(
            MusicItem().apply {
                partition_key = "ALBUM_1"
                sort_key = "REVIEW_1"
            }
        )
    }

    @DynamoDbBean
    class MusicItem {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
        var album_title: String? = null
        var track_title: String? = null
        @get:DynamoDbSecondaryPartitionKey(indexNames = ["artist_index"]) var artist_name: String? = null
    }

    data class AlbumInfo(
        @Attribute(name = "partition_key") val album_token: String,
        val album_title: String,
        val artist_name: String,
    ) {
        @Attribute(prefix = "INFO_") val sort_key: String = ""

        data class Key(val album_token: String) {
            val sort_key: String = ""
        }
    }

    data class AlbumTrack(
        @Attribute(name = "partition_key") val album_token: String,
        @Attribute(name = "sort_key", prefix = "TRACK_") val track_token: String,
        val track_title: String,
        val artist_name: String,
    ) {
        data class Key(val album_token: String, val track_token: String)
    }

    data class Album(val info: AlbumInfo?, val tracks: List<AlbumTrack>) {
        data class Key(val album_token: String)
    }

    interface MusicTable : LogicalTable<MusicItem> {
        val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>
        val albumTracks: InlineView<AlbumTrack.Key, AlbumTrack>
        val albums: ItemCollection<Album.Key, Album>
    }

    data class EverythingOfAlbum(val info: AlbumInfo?, val tracks: List<AlbumTrack>, val others: List<MusicItem>)

    data class WorksOfArtist(val albums: List<AlbumInfo>, val tracks: List<AlbumTrack>) {
        @ForIndex(name = "artist_index") data class Key(val artist_name: String)
    }

    interface MusicDb : LogicalDb {
        @TableName("music_items") val music: MusicTable
    }

    interface AsyncMusicTable : AsyncLogicalTable<MusicItem> {
        val albums: AsyncItemCollection<Album.Key, Album>
    }

    interface AsyncMusicDb : AsyncLogicalDb {
        @TableName("music_items") val music: AsyncMusicTable
    }

    @Test
    fun loads() {
        val album: Album? = table.albums.load(Album.Key("ALBUM_1"))
        val info: AlbumInfo? = album?.info
        val tracks: List<AlbumTrack> = album?.tracks.orEmpty()

        assertThat(info?.album_title).isEqualTo("Days")
        assertThat(tracks).containsExactly(first, second, third)
    }

    @Test
    fun `loads as configured`() {
        val upToDate: Album? = table.albums.load(Album.Key("ALBUM_1"), consistentReads = true)

        val lastTrackFirst: Album? = table.albums.load(Album.Key("ALBUM_1"), asc = false, pageSize = 500)

        assertThat(upToDate?.tracks).containsExactly(first, second, third)
        assertThat(lastTrackFirst?.tracks).containsExactly(third, second, first)
    }

    @Test
    fun `loads a part`() {
        val beginning: Album? =
            table.albums.load(Between<Any>(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "02")))

        val rest: Album? = table.albums.load(GreaterThan(AlbumTrack.Key("ALBUM_1", "02")))

        assertThat(beginning?.info).isNotNull()
        assertThat(beginning?.tracks).containsExactly(first, second)
        assertThat(rest).isEqualTo(Album(null, listOf(third)))
    }

    @Test
    fun `collects rows of other types`() {
        val albums = table.itemCollection(Album.Key::class, EverythingOfAlbum::class)
        val others: List<MusicItem> = albums.load(Album.Key("ALBUM_1"))?.others.orEmpty()

        assertThat(others.map { it.sort_key }).containsExactly("REVIEW_1")
    }

    @Test
    fun `loads through an index`() {
        val works = table.itemCollection(WorksOfArtist.Key::class, WorksOfArtist::class)
        val ofThePlanets: WorksOfArtist? = works.load(WorksOfArtist.Key("The Planets"))

        assertThat(ofThePlanets?.albums).hasSize(1)
        assertThat(ofThePlanets?.tracks).containsExactlyInAnyOrder(first, second, third)
    }

    @Test
    fun `loads without a type of its own`() {
        val items: ItemSet = table.loadPartition(AlbumInfo.Key("ALBUM_1"), AlbumInfo::class, AlbumTrack::class)
        val tracks: List<AlbumTrack> = items.getItems<AlbumTrack>()
        val second: AlbumTrack? = items.get<AlbumTrack>(AlbumTrack.Key("ALBUM_1", "02"))

        assertThat(tracks).containsExactly(first, this.second, third)
        assertThat(second).isEqualTo(this.second)
    }

    @Test
    fun `loads asynchronously`(): Unit = runBlocking {
        val asyncTable = AsyncLogicalDb<AsyncMusicDb>(db.enhancedAsyncClient()).music

        val album: Album? = asyncTable.albums.load(Album.Key("ALBUM_1"))

        assertThat(album?.tracks).hasSize(3)
    }
}
