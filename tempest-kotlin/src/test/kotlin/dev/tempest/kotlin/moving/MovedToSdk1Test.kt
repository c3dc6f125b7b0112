package dev.tempest.kotlin.moving

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.DefaultBatchLoadRetryStrategy
import com.amazonaws.services.dynamodbv2.model.BillingMode
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException
import dev.tempest.BeginsWith
import dev.tempest.Between
import dev.tempest.KeySet
import dev.tempest.WorkerId
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.sdk1.MusicDb
import dev.tempest.docs.sdk1.MusicItem
import dev.tempest.kotlin.*
import dev.tempest.kotlin.BeginsWith
import dev.tempest.kotlin.Between
import dev.tempest.kotlin.WorkerId
import dev.tempest.sdk1.BatchWriteSet
import dev.tempest.sdk1.TransactionWriteSet
import dev.tempest.sdk1.WritingPager
import dev.tempest.sdk1.kotlin.*
import dev.tempest.sdk1.kotlin.LogicalDbs as LogicalDb
import dev.tempest.testing.sdk1.TestDb
import dev.tempest.testing.sdk1.kotlin.TestTables as TestTable
import java.time.Duration
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** What a program says that was written for Cash App's Tempest over SDK 1.x: only its imports are others. */
class MovedToSdk1Test {
    @RegisterExtension
    @JvmField
    val dynamo: TestDb =
        TestDb.of(
            TestTable.create<MusicItem> { it.withBillingMode(BillingMode.PAY_PER_REQUEST) },
            TestTable.create<MusicItem>("other_items"),
        )

    private val musicDb by lazy { dynamo.logicalDb<MusicDb>() }
    private val musicTable by lazy { musicDb.music }
    private val albumInfo = AlbumInfo("ALBUM_1", "after hours - EP", "53 Thieves", LocalDate.of(2020, 2, 21), 5)
    private val tracks = (1..5).map { AlbumTrack("ALBUM_1", "$it", "track $it", Duration.ofSeconds(200)) }

    private fun writeAll() {
        val writeSet = BatchWriteSet.Builder().clobber(albumInfo).clobber(tracks).build()
        val result = musicDb.batchWrite(writeSet)
        check(result.isSuccessful)
    }

    @Test
    fun `makes databases`() {
        writeAll()
        val created = LogicalDb.create(MusicDb::class, dynamo.mapper(), DynamoDBMapperConfig.DEFAULT)
        val invoked: MusicDb = LogicalDb(dynamo.mapper())

        assertThat(created.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isEqualTo(albumInfo)
        assertThat(invoked.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"), consistentReads = ConsistentReads.CONSISTENT))
            .isEqualTo(albumInfo)
    }

    @Test
    fun `queries and scans`() {
        writeAll()
        val page =
            musicTable.albumTracks.query(keyCondition = BeginsWith(prefix = AlbumTrack.Key("ALBUM_1")), pageSize = 3)

        assertThat(page.hasMorePages).isTrue()
        assertThat(page.contents).isEqualTo(tracks.take(3))
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
        assertThat(musicTable.albumTracks.scan(workerId = WorkerId.SEQUENTIAL).contents)
            .containsExactlyInAnyOrderElementsOf(tracks)
        val halves =
            (0..1).flatMap {
                musicTable.albumTracks.scan(workerId = WorkerId(segment = it, totalSegments = 2)).contents
            }
        assertThat(halves).containsExactlyInAnyOrderElementsOf(tracks)
    }

    @Test
    fun `loads batches`() {
        writeAll()
        val keys = KeySet(listOf(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "1")))

        for (items in
            listOf(
                musicDb.batchLoad(keys),
                musicDb.batchLoad(keys, ConsistentReads.CONSISTENT),
                musicDb.batchLoad(keys, consistentReads = ConsistentReads.CONSISTENT),
                musicDb.batchLoad(keys, ConsistentReads.CONSISTENT, DefaultBatchLoadRetryStrategy()),
                musicDb.batchLoad(
                    AlbumInfo.Key("ALBUM_1"),
                    AlbumTrack.Key("ALBUM_1", "1"),
                    consistentReads = ConsistentReads.CONSISTENT,
                    retryStrategy = DefaultBatchLoadRetryStrategy(),
                ),
                musicDb.transactionLoad(keys),
            )) {
            assertThat(items.getAllItems()).isEqualTo(setOf(albumInfo, tracks[0]))
        }
    }

    @Test
    fun `writes transactions and pages`() {
        musicDb.transactionWrite(TransactionWriteSet.Builder().save(albumInfo, tracks[0], tracks[1]).build())
        musicDb.transactionWrite(
            TransactionWriteSet.Builder()
                .checkCondition(AlbumInfo.Key("ALBUM_1"))
                .delete(AlbumTrack.Key("ALBUM_1", "1"), AlbumTrack.Key("ALBUM_1", "2"))
                .build()
        )
        assertThatThrownBy {
                musicDb.transactionWrite(
                    TransactionWriteSet.Builder()
                        .save(tracks[0])
                        .checkCondition(AlbumInfo.Key("ALBUM_1"), AlbumInfo.Key("ALBUM_9"))
                        .build()
                )
            }
            .isInstanceOf(TransactionCanceledException::class.java)
        assertThat(musicTable.albumTracks.scan().contents).isEmpty()

        val handler =
            object : WritingPager.Handler<AlbumTrack> {
                override fun item(builder: TransactionWriteSet.Builder, item: AlbumTrack) {
                    builder.save(item)
                }
            }
        val pager = WritingPager(musicDb, tracks, 2, handler)
        pager.execute()

        assertThat(pager.updatedCount).isEqualTo(5)
        assertThat(pager.remainingUpdates).isEmpty()
    }
}
