package dev.tempest.docs

import dev.tempest.BeginsWith
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchLoad
import dev.tempest.sdk2.kotlin.query
import dev.tempest.testing.FaultyHttp
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

class CostsDocTest : DocTest() {
    private val network = FaultyHttp.builder().build()

    @BeforeEach
    fun count() {
        val counted: MusicDb = LogicalDb(testDb.with(network).enhancedClient())
        db = counted
        table = counted.music
    }

    @Test
    fun `loads one by one`() {
        val album = table.albumInfo.load(AlbumInfo.Key("ALBUM_1"))
        val tracks = listOf("1", "2", "3").map { table.albumTracks.load(AlbumTrack.Key("ALBUM_1", it)) }

        assertThat(album).isNotNull()
        assertThat(tracks).hasSize(3).doesNotContainNull()
        assertThat(network.requests()).isEqualTo(4)
    }

    @Test
    fun `loads a batch`() {
        val albumAndTracks =
            db.batchLoad(
                AlbumInfo.Key("ALBUM_1"),
                AlbumTrack.Key("ALBUM_1", "1"),
                AlbumTrack.Key("ALBUM_1", "2"),
                AlbumTrack.Key("ALBUM_1", "3"),
            )

        assertThat(albumAndTracks).hasSize(4)
        assertThat(network.requests()).isEqualTo(1)
    }

    @Test
    fun queries() {
        val tracks = table.albumTracks.query(BeginsWith(AlbumTrack.Key("ALBUM_1"))).contents

        assertThat(tracks).hasSize(3)
        assertThat(network.requests()).isEqualTo(1)
    }

    @Test
    fun `tells what was charged`() {
        val charged =
            table.albumTracks
                .query(BeginsWith(AlbumTrack.Key("ALBUM_1")), returnConsumedCapacity = ReturnConsumedCapacity.INDEXES)
                .consumedCapacity

        assertThat(charged?.capacityUnits()).isEqualTo(0.5)
    }
}
