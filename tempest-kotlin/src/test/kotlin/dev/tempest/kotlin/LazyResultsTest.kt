package dev.tempest.kotlin

import dev.tempest.BeginsWith
import dev.tempest.Results
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.sdk2.kotlin.queryAll
import dev.tempest.sdk2.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.scanAllContents
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Kotlin's operators on results fetch no page that is not needed. */
class LazyResultsTest {
    @RegisterExtension @JvmField val dynamo: TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    private val network = FaultyHttp.builder().build()
    private val tracks = (10..20).map { AlbumTrack("ALBUM_1", "$it", "Track $it", Duration.ofSeconds(it.toLong())) }
    private val all = BeginsWith(AlbumTrack.Key("ALBUM_1"))
    private lateinit var db: MusicDb

    @BeforeEach
    fun fill() {
        val calm: MusicDb = LogicalDb(dynamo.enhancedClient())
        calm.batchWrite(batchWriteSet { clobber(tracks) })
        db = dynamo.connection().with(network).logicalDb(MusicDb::class.java)
    }

    private fun results(): Results<AlbumTrack> = db.music.albumTracks.queryAllContents(all, pageSize = 1)

    /**
     * How many requests the first result of an operator costs. Counted on a network of its own: a page that an earlier
     * operator fetched ahead may still be under way.
     */
    private fun <T> requests(operator: (Results<AlbumTrack>) -> Sequence<T>): Long {
        val network = FaultyHttp.builder().build()
        val db = dynamo.connection().with(network).logicalDb(MusicDb::class.java)
        assertThat(operator(db.music.albumTracks.queryAllContents(all, pageSize = 1)).first()).isNotNull()
        return network.requests("Query")
    }

    @Test
    fun `the first result of a map costs one request`() {
        assertThat(results().map { it.track_title }.first()).isEqualTo("Track 10")
        assertThat(network.requests("Query")).isEqualTo(1)
    }

    @Test
    fun `the first result of any operator costs no more than it needs`() {
        assertThat(requests { it.map { track -> track.track_title } }).isEqualTo(1)
        assertThat(requests { it.mapIndexed { index, track -> index to track } }).isEqualTo(1)
        assertThat(requests { it.mapNotNull { track -> track.track_title } }).isEqualTo(1)
        assertThat(requests { it.flatMap { track -> listOf(track, track) } }).isEqualTo(1)
        assertThat(requests { it.flatMap { track -> sequenceOf(track) } }).isEqualTo(1)
        assertThat(requests { it.filter { true } }).isEqualTo(1)
        assertThat(requests { it.filterNot { false } }).isEqualTo(1)
        assertThat(requests { it.take(5) }).isEqualTo(1)
        assertThat(requests { it.takeWhile { true } }).isEqualTo(1)
        assertThat(requests { it.onEach {} }).isEqualTo(1)
        assertThat(requests { it.withIndex() }).isEqualTo(1)
        assertThat(requests { it.distinct() }).isEqualTo(1)
        assertThat(requests { it.distinctBy { track -> track.track_title } }).isEqualTo(1)
        // From the second page on, the next one is fetched ahead.
        assertThat(requests { it.chunked(2) }).isBetween(2, 3)
        assertThat(requests { it.drop(1) }).isBetween(2, 3)
        assertThat(requests { it.dropWhile { track -> track.track_token == "10" } }).isBetween(2, 3)
    }

    @Test
    fun `operators give what those of a list give`() {
        assertThat(results().map { it.track_token }.toList()).isEqualTo(tracks.map { it.track_token })
        assertThat(results().filter { it.track_token > "15" }.take(2).toList()).isEqualTo(tracks.subList(6, 8))
        assertThat(results().chunked(4).toList()).isEqualTo(tracks.chunked(4))
        assertThat(db.music.albumTracks.queryAll(all, pageSize = 2).flatMap { it.contents }.toList()).isEqualTo(tracks)
        assertThat(db.music.albumTracks.scanAllContents(pageSize = 3).map { it.track_token }.toSet()).hasSize(11)
    }

    @Test
    fun `so are those of a query without other arguments`() {
        assertThat(db.music.albumTracks.queryAllContents(all).map { it.track_token }.first()).isEqualTo("10")
        assertThat(db.music.albumTracks.queryAllContents(all).first()).isEqualTo(tracks[0])
    }
}
