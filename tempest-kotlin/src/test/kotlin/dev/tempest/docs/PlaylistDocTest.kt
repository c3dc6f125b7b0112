package dev.tempest.docs

import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class PlaylistDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    @Test
    fun `saves a playlist`() {
        val db: MusicDb = LogicalDb(testDb.enhancedClient())
        db.music.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Night drive", listOf()))

        val loaded = db.music.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"))
        assertThat(loaded?.playlist_name).isEqualTo("Night drive")
    }
}
