package dev.tempest.kotlin.moving

import dev.tempest.BeginsWith
import dev.tempest.Between
import dev.tempest.ForIndex
import dev.tempest.ItemSet
import dev.tempest.KeySet
import dev.tempest.TableName
import dev.tempest.WorkerId
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.AsyncMusicDb
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.MusicTable
import dev.tempest.kotlin.*
import dev.tempest.kotlin.BeginsWith
import dev.tempest.kotlin.Between
import dev.tempest.kotlin.WorkerId
import dev.tempest.sdk2.BatchWriteSet
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.SecondaryIndex
import dev.tempest.sdk2.TableNameResolver
import dev.tempest.sdk2.TransactionWriteSet
import dev.tempest.sdk2.WritingPager
import dev.tempest.sdk2.kotlin.*
import dev.tempest.sdk2.kotlin.AsyncLogicalDbs as AsyncLogicalDb
import dev.tempest.sdk2.kotlin.LogicalDbs as LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.kotlin.TestTables as TestTable
import java.time.Duration
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException

/** What a program says that was written for Cash App's Tempest: only its imports are others. */
class MovedToSdk2Test {
    @RegisterExtension
    @JvmField
    val dynamo: TestDb = TestDb.of(TestTable.create<MusicItem>("music_items") { it.deletionProtectionEnabled(false) })

    private val musicDb by lazy { dynamo.logicalDb<MusicDb>() }
    private val musicTable by lazy { musicDb.music }
    private val albumInfo = AlbumInfo("ALBUM_1", "after hours - EP", "53 Thieves", LocalDate.of(2020, 2, 21), 5)
    private val tracks = (1..5).map { AlbumTrack("ALBUM_1", "$it", "track $it", Duration.ofSeconds(200)) }

    @ForIndex("artist_index")
    data class ByArtist(
        val artist_name: String,
        val release_date: LocalDate? = null,
        val album_token: String? = null,
        val sort_key: String? = null,
    )

    interface MovedTable : LogicalTable<MusicItem> {
        val byArtist: SecondaryIndex<ByArtist, AlbumInfo>
    }

    interface MovedDb : dev.tempest.sdk2.LogicalDb {
        @TableName("music_items") val music: MovedTable
    }

    private fun writeAll() {
        val writeSet = BatchWriteSet.Builder().clobber(albumInfo).clobber(tracks).build()
        val result = musicDb.batchWrite(writeSet)
        check(result.isSuccessful)
    }

    @Test
    fun `makes databases`() {
        writeAll()
        val created = LogicalDb.create(MusicDb::class, dynamo.enhancedClient())
        val invoked: MusicDb = LogicalDb(dynamo.enhancedClient())
        val async = AsyncLogicalDb.create(AsyncMusicDb::class, dynamo.enhancedAsyncClient())
        val ofTest = dynamo.asyncLogicalDb<AsyncMusicDb>()

        assertThat(created.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isEqualTo(albumInfo)
        assertThat(invoked.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isEqualTo(albumInfo)
        assertThat(async.music.albumInfo.loadAsync(AlbumInfo.Key("ALBUM_1")).join()).isEqualTo(albumInfo)
        assertThat(ofTest.music.albumInfo.loadAsync(AlbumInfo.Key("ALBUM_1")).join()).isEqualTo(albumInfo)
    }

    private object TestTableNameResolver : TableNameResolver {
        override fun resolveTableName(clazz: Class<*>, tableNameFromAnnotation: String?): String {
            check(clazz == MusicTable::class.java)
            return "music_items"
        }
    }

    @Test
    fun `names tables by their interfaces`() {
        writeAll()
        val resolved = LogicalDb.create(MusicDb::class, dynamo.enhancedClient(), TestTableNameResolver)

        assertThat(resolved.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isEqualTo(albumInfo)
    }

    @Test
    fun `queries and scans`() {
        writeAll()
        val page1 =
            musicTable.albumTracks.query(keyCondition = BeginsWith(prefix = AlbumTrack.Key("ALBUM_1")), pageSize = 3)
        assertThat(page1.hasMorePages).isTrue()
        assertThat(page1.contents).isEqualTo(tracks.take(3))
        val page2: Page<AlbumTrack.Key, AlbumTrack> =
            musicTable.albumTracks.query(
                keyCondition = BeginsWith(AlbumTrack.Key("ALBUM_1")),
                pageSize = 3,
                initialOffset = page1.offset,
            )
        assertThat(page2.hasMorePages).isFalse()
        assertThat(
                musicTable.albumTracks
                    .query(
                        Between(
                            startInclusive = AlbumTrack.Key("ALBUM_1", "2"),
                            endInclusive = AlbumTrack.Key("ALBUM_1", "3"),
                        )
                    )
                    .contents
            )
            .isEqualTo(tracks.subList(1, 3))
        assertThat(
                musicTable.albumTracks
                    .query(Between(AlbumTrack.Key("ALBUM_1", "2"), AlbumTrack.Key("ALBUM_1", "3")))
                    .contents
            )
            .isEqualTo(tracks.subList(1, 3))
        val titles: Sequence<String> =
            musicTable.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1"))).map { it.track_title }
        assertThat(titles.first()).isEqualTo("track 1")
        assertThat(musicTable.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1"))).first())
            .isEqualTo(tracks[0])
        assertThat(dynamo.logicalDb<MovedDb>().music.byArtist.query(BeginsWith(ByArtist("53 Thieves"))).contents)
            .containsExactly(albumInfo)
        val halves =
            (0..1).flatMap {
                musicTable.albumTracks.scan(workerId = WorkerId(segment = it, totalSegments = 2)).contents
            }
        assertThat(halves).containsExactlyInAnyOrderElementsOf(tracks)
        assertThat(musicTable.albumTracks.scan(workerId = WorkerId.SEQUENTIAL).contents)
            .containsExactlyInAnyOrderElementsOf(tracks)
        assertThat(WorkerId(1, 2)).isEqualTo(WorkerId(segment = 1, totalSegments = 2))
    }

    @Test
    fun `loads batches`() {
        writeAll()
        val keys = KeySet(listOf(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "1")))

        for (items in
            listOf(
                musicDb.batchLoad(keys),
                musicDb.batchLoad(keys, true),
                musicDb.batchLoad(keys, consistentReads = true),
                musicDb.batchLoad(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "1"), consistentReads = true),
                musicDb.transactionLoad(keys),
            )) {
            assertThat(items.getItems<AlbumInfo>()).containsExactly(albumInfo)
            assertThat(items.getItems<AlbumTrack>()).containsExactly(tracks[0])
            assertThat(items.getAllItems()).isEqualTo(setOf(albumInfo, tracks[0]))
        }
        assertThat(ItemSet(tracks).getItems<AlbumTrack>()).isEqualTo(tracks)
        assertThat(keys.getKeys<AlbumInfo.Key>()).containsExactly(AlbumInfo.Key("ALBUM_1"))
    }

    @Test
    fun `writes transactions`() {
        musicDb.transactionWrite(TransactionWriteSet.Builder().save(albumInfo, tracks[0], tracks[1]).build())
        musicDb.transactionWrite(
            TransactionWriteSet.Builder()
                .checkCondition(AlbumInfo.Key("ALBUM_1"))
                .delete(AlbumTrack.Key("ALBUM_1", "1"), AlbumTrack.Key("ALBUM_1", "2"))
                .build()
        )
        assertThat(musicTable.albumTracks.scan().contents).isEmpty()
        assertThatThrownBy {
                musicDb.transactionWrite(
                    TransactionWriteSet.Builder()
                        .save(tracks[0])
                        .checkCondition(AlbumInfo.Key("ALBUM_1"), AlbumInfo.Key("ALBUM_9"))
                        .build()
                )
            }
            .isInstanceOf(TransactionCanceledException::class.java)
            .hasMessageContaining("expected an item, found no item")
    }

    @Test
    fun `writes pages`() {
        val handler =
            object : WritingPager.Handler<AlbumTrack> {
                override fun item(builder: TransactionWriteSet.Builder, item: AlbumTrack) {
                    builder.save(item)
                }
            }
        val pager = WritingPager(musicDb, tracks, 2, handler)

        assertThat(pager.remainingUpdates).isEqualTo(tracks)
        pager.execute()

        assertThat(pager.updatedCount).isEqualTo(5)
        assertThat(pager.remainingUpdates).isEmpty()
    }
}
