package dev.tempest.sdk2.kotlin

import dev.tempest.BeginsWith
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.kotlin.getItems
import dev.tempest.sdk2.AsyncWritingPager
import dev.tempest.sdk2.Increment
import dev.tempest.sdk2.TransactionWriteSet
import dev.tempest.testing.TestDb
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

/** Suspend functions and flows. */
class CoroutinesTest {
    @RegisterExtension val dynamo: TestDb = Music.table()

    private lateinit var db: AsyncLibraryDb
    private val key = AlbumInfo.Key("ALBUM_1")
    private val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))

    @BeforeEach
    fun fill() {
        Music.fill(dynamo)
        db = AsyncLogicalDb(dynamo.enhancedAsyncClient())
    }

    class AlbumTitle(val album_title: String)

    @Test
    fun `reads some properties`(): Unit = runBlocking {
        val titles = db.music.albumInfo.projecting(AlbumTitle::class)

        assertThat(titles.load(key)?.album_title).isEqualTo("Harbour Lights")
        assertThat(titles.load(key, returnConsumedCapacity = ReturnConsumedCapacity.TOTAL).item?.album_title)
            .isEqualTo("Harbour Lights")
        assertThat(titles.load(AlbumInfo.Key("none"), consistentReads = true)).isNull()
        assertThat(titles.scanAllContents().toList().map { it.album_title }).contains("Harbour Lights")
    }

    @Test
    fun counts(): Unit = runBlocking {
        val all = db.music.albumTracks.queryAllContents(tracks).toList().size.toLong()

        assertThat(db.music.albumTracks.count(tracks, consistentRead = true)).isEqualTo(all)
        assertThat(db.music.albumTracks.scanCount()).isGreaterThanOrEqualTo(all)
    }

    @Test
    fun `reads and writes single items`(): Unit = runBlocking {
        val view = db.music.albumInfo
        val item = Music.harbourLights

        assertThat(view.load(key, consistentReads = true)).isEqualTo(item)
        assertThat(view.load(key, returnConsumedCapacity = ReturnConsumedCapacity.TOTAL).item).isEqualTo(item)
        assertThat(view.deleteKey(key)).isEqualTo(item)
        assertThat(view.load(key)).isNull()
        assertThat(view.delete(item)).isNull()
        assertThat(view.create(item)).isEqualTo(item)
        assertThat(view.save(item.copy(artist_name = "Ada")).artist_name).isEqualTo("Ada")
        assertThat(view.increment(key, AlbumInfo::track_count)).isEqualTo(4)
        assertThat(view.increment(key, property = "track_count", delta = 2)).isEqualTo(6)
        assertThat(view.increment(key, Increment.of("track_count", 1))).isEqualTo(mapOf("track_count" to 7))
    }

    @Test
    fun `throws what the operation throws`(): Unit = runBlocking {
        val refusal = assertThrows<ConditionalCheckFailedException> { db.music.albumInfo.create(Music.harbourLights) }

        assertThat(db.music.albumInfo.itemIn(refusal)).contains(Music.harbourLights)
    }

    @Test
    fun `reads and writes many items`(): Unit = runBlocking {
        assertThat(db.batchLoad(key, AlbumTrack.Key("ALBUM_1", "2"), consistentReads = true).getItems<AlbumTrack>())
            .isEqualTo(listOf(Music.tracks[1]))
        assertThat(db.batchLoad(listOf(key), maxPageSize = 1).getItems<AlbumInfo>()).hasSize(1)
        assertThat(db.transactionLoad(key, AlbumInfo.Key("ALBUM_2"))).hasSize(2)
        assertThat(db.transactionLoad(listOf(key))).hasSize(1)
        assertThat(db.batchWrite(batchWriteSet { delete(key) }).isSuccessful).isTrue()
        assertThat(db.transactionWrite(transactionWriteSet { create(Music.harbourLights) })).hasSize(1)
        assertThat(db.checkTables().isOk).isTrue()

        assertThat(db.music.albums.load(Album.Key("ALBUM_1"), consistentReads = true))
            .isEqualTo(Album(Music.harbourLights, Music.tracks))
        assertThat(db.music.albums.load(tracks, asc = false)?.tracks).isEqualTo(Music.tracks.reversed())
        assertThat(db.music.loadPartition(key, AlbumInfo::class)).containsExactly(Music.harbourLights)
        assertThat(db.music.loadPartition(tracks, AlbumTrack::class, asc = false)).hasSize(3)
    }

    @Test
    fun `writes a long list page by page`(): Unit = runBlocking {
        val added = (1..25).map { AlbumTrack("ALBUM_3", "%02d".format(it), "Track $it") }
        val handler =
            object : AsyncWritingPager.Handler<AlbumTrack> {
                override fun item(builder: TransactionWriteSet.Builder, update: AlbumTrack) {
                    builder.save(update)
                }
            }

        assertThat(AsyncWritingPager(db, added, 10, handler).execute()).isEqualTo(25)
        assertThat(db.music.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_3"))).toList())
            .isEqualTo(added)
    }

    @Test
    fun `queries and scans as flows`(): Unit = runBlocking {
        val view = db.music.albumTracks

        assertThat(view.queryPage(tracks, pageSize = 2).contents).isEqualTo(Music.tracks.take(2))
        assertThat(view.query(tracks, asc = false, pageSize = 2).map { it.contents.size }.toList()).startsWith(2, 1)
        assertThat(view.queryAllContents(tracks, filterExpression = Music.isNotBreakwater).toList())
            .isEqualTo(listOf(Music.tracks[0], Music.tracks[2]))
        assertThat(view.scanPage(pageSize = 50).contents).hasSize(3)
        assertThat(view.scan(pageSize = 1).map { it.contents }.toList().flatten()).hasSize(3)
        assertThat(view.scanAllContents(pageSize = 1).toList()).hasSize(3)
        assertThat(view.parallelScan(totalSegments = 2).toList()).hasSize(3)

        val offset = view.query(tracks, pageSize = 1).first().offset
        assertThat(view.queryAllContents(tracks, initialOffset = offset).toList()).isEqualTo(Music.tracks.drop(1))
    }

    @Test
    fun `fetches only the pages that are collected`(): Unit = runBlocking {
        val counted = Counting(dynamo.asyncClient())
        val view = counted.db().music.albumTracks

        assertThat(view.queryAllContents(tracks, pageSize = 1).take(2).toList()).isEqualTo(Music.tracks.take(2))

        assertThat(counted.requests.filter { it == "query" }).hasSize(2)
    }

    @Test
    fun `keeps few of many items in memory`(): Unit = runBlocking {
        val added = (1..10_000).map { AlbumTrack("ALBUM_4", "%05d".format(it), "Track $it") }
        db.batchWrite(batchWriteSet { clobber(added) })
        val counted = Counting(dynamo.asyncClient())
        var collected = 0
        var most = 0

        counted.db().music.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_4"))).collect {
            collected++
            most = maxOf(most, counted.requests.count { it == "query" } * 100 - collected)
        }

        assertThat(collected).isEqualTo(10_000)
        assertThat(most).isLessThan(200) // a page of 100, and none or one that was asked for ahead
    }

    @Test
    fun `cancels the request with its coroutine`(): Unit = runBlocking {
        val hanging = Hanging()
        val music = hanging.db().music
        val jobs =
            listOf(
                launch(start = CoroutineStart.UNDISPATCHED) { music.albumInfo.load(key) },
                launch(start = CoroutineStart.UNDISPATCHED) { music.albumInfo.save(Music.harbourLights) },
                launch(start = CoroutineStart.UNDISPATCHED) { music.albumTracks.query(tracks).collect() },
            )
        assertThat(hanging.requests).hasSize(3).noneMatch { it.isDone }

        jobs.forEach { it.cancelAndJoin() }

        assertThat(hanging.requests).hasSize(3).allMatch { it.isCancelled }
    }

    @Test
    fun `runs operations side by side`(): Unit = runBlocking {
        val loaded =
            listOf("ALBUM_1", "ALBUM_2").map { async { db.music.albumInfo.load(AlbumInfo.Key(it)) } }.awaitAll()

        assertThat(loaded).isEqualTo(listOf(Music.harbourLights, Music.nightFerry))
    }

    /** A client that tells which requests it is given. */
    private class Counting(private val client: DynamoDbAsyncClient) {
        val requests = CopyOnWriteArrayList<String>()

        fun db(): AsyncLibraryDb = db { method, arguments ->
            requests.add(method.name)
            method.invoke(client, *arguments)
        }
    }

    /** A client that never answers. */
    private class Hanging {
        val requests = CopyOnWriteArrayList<CompletableFuture<*>>()

        fun db(): AsyncLibraryDb = db { method, _ ->
            if (method.returnType == CompletableFuture::class.java) {
                CompletableFuture<Any>().also(requests::add)
            } else {
                null
            }
        }
    }

    private companion object {
        fun db(answer: (Method, Array<Any?>) -> Any?): AsyncLibraryDb {
            val type = DynamoDbAsyncClient::class.java
            val client =
                Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, method, arguments ->
                    answer(method, arguments ?: emptyArray())
                } as DynamoDbAsyncClient
            return AsyncLogicalDb(DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(client).build())
        }
    }
}
