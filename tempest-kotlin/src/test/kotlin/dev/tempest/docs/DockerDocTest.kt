package dev.tempest.docs

import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.docker.DockerDynamoDb
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Skipped where there is no Docker. */
class DockerDocTest {
    @RegisterExtension
    val testDb: TestDb =
        TestDb.builder().table("music_items", MusicItem::class.java).server(DockerDynamoDb.shared()).build()

    @Test
    fun `saves a playlist`() {
        val db: MusicDb = LogicalDb(testDb.enhancedClient())
        db.music.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Night drive", listOf()))

        assertThat(db.music.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"))?.playlist_name).isEqualTo("Night drive")
    }
}
