package dev.tempest.docs

import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.load
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

class OptimisticLockingDocTest : DocTest() {
    private fun ifPlaylistVersionIs(version: Long): Expression =
        Expression.builder()
            .expression("playlist_version = :playlist_version")
            .putExpressionValue(":playlist_version", AttributeValue.fromN("$version"))
            .build()

    fun addTrack(playlistToken: String, track: AlbumTrack.Key): PlaylistInfo {
        var attempt = 1
        while (true) {
            // Read what is there now: by a consistent read, or it may be the old version once more.
            val existing =
                checkNotNull(table.playlistInfo.load(PlaylistInfo.Key(playlistToken), consistentReads = true)) {
                    "Playlist does not exist: $playlistToken"
                }
            // Modify.
            val changed =
                existing.copy(
                    playlist_tracks = existing.playlist_tracks + track,
                    playlist_version = existing.playlist_version + 1,
                )
            // Write, unless another writer was faster: then begin again.
            try {
                return table.playlistInfo.save(changed, ifPlaylistVersionIs(existing.playlist_version))
            } catch (e: ConditionalCheckFailedException) {
                if (attempt++ == 5) {
                    throw e
                }
            }
        }
    }

    @Test
    fun `adds a track`() {
        val changed = addTrack("PLAYLIST_1", AlbumTrack.Key("ALBUM_1", "2"))

        assertThat(changed.playlist_tracks).hasSize(2)
        assertThat(changed.playlist_version).isEqualTo(2)
    }

    @Test
    fun `takes its own write for a conflict`() {
        val network = FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build()
        val table = LogicalDb<MusicDb>(testDb.with(network).enhancedClient()).music
        val messages = mutableListOf<String>()

        val renamed = PlaylistInfo("PLAYLIST_1", "Day drive", listOf(), 2)
        try {
            table.playlistInfo.save(renamed, ifPlaylistVersionIs(1))
        } catch (e: ConditionalCheckFailedException) {
            val stored = table.playlistInfo.itemIn(e).orElseThrow()
            messages.add("Refused, and yet it is called ${stored.playlist_name}")
        }

        assertThat(messages).containsExactly("Refused, and yet it is called Day drive")
    }
}
