package dev.tempest.docs

import dev.tempest.ItemSet
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.item
import dev.tempest.sdk2.kotlin.operation
import dev.tempest.sdk2.kotlin.save
import dev.tempest.sdk2.kotlin.transactionWriteSet
import java.time.Duration
import java.time.LocalDate
import java.util.UUID
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException

class TransactionsDocTest : DocTest() {
    @Test
    fun `writes all or nothing`() {
        val hasThreeTracks =
            Expression.builder()
                .expression("track_count = :count")
                .putExpressionValue(":count", AttributeValue.fromN("3"))
                .build()
        val album = AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 4)
        db.transactionWrite(
            transactionWriteSet {
                save(album, expression = hasThreeTracks)
                create(AlbumTrack("ALBUM_1", "4", "Last Boat Home", Duration.ofSeconds(301)))
                delete(PlaylistInfo.Key("PLAYLIST_1"))
            }
        )

        assertThat(table.albumTracks.load(AlbumTrack.Key("ALBUM_1", "4"))).isNotNull()
        assertThat(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"))).isNull()
    }

    @Test
    fun `checks what it does not write`() {
        val exists = Expression.builder().expression("attribute_exists(partition_key)").build()
        val playlist = PlaylistInfo("PLAYLIST_2", "At sea", listOf(AlbumTrack.Key("ALBUM_1", "2")))
        db.transactionWrite(
            transactionWriteSet {
                checkCondition(AlbumTrack.Key("ALBUM_1", "2"), exists)
                create(playlist)
            }
        )

        assertThat(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_2"))).isEqualTo(playlist)
    }

    @Test
    fun `tells what failed`() {
        val messages = mutableListOf<String>()

        val track = AlbumTrack("ALBUM_1", "3", "Last Boat Home", Duration.ofSeconds(301))
        try {
            db.transactionWrite(
                transactionWriteSet {
                    delete(AlbumTrack.Key("ALBUM_2", "1"))
                    create(track)
                }
            )
        } catch (e: TransactionCanceledException) {
            for (failure in db.failuresIn(e)) {
                val inTheWay = failure.item
                if (failure.operation.target() === track && inTheWay is AlbumTrack) {
                    messages.add("Number 3 is ${inTheWay.track_title}")
                }
            }
        }

        assertThat(messages).containsExactly("Number 3 is Foghorn")
        assertThat(table.albumTracks.load(AlbumTrack.Key("ALBUM_2", "1"))).isNotNull()
    }

    @Test
    fun `writes once`() {
        val token = UUID.randomUUID().toString()
        val writeSet =
            transactionWriteSet(idempotencyToken = token) {
                create(AlbumTrack("ALBUM_2", "2", "Mid-Channel", Duration.ofSeconds(241)))
            }
        db.transactionWrite(writeSet)
        db.transactionWrite(writeSet)

        assertThat(table.albumTracks.load(AlbumTrack.Key("ALBUM_2", "2"))).isNotNull()
    }

    @Test
    fun `loads at one moment`() {
        val items: ItemSet = db.transactionLoad(AlbumInfo.Key("ALBUM_1"), AlbumTrack.Key("ALBUM_1", "1"))

        assertThat(items).hasSize(2)
    }
}
