package dev.tempest.docs

import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDbRule
import dev.tempest.testing.TestTable
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test

class PlaylistRuleDocTest {
    @get:Rule val testDb: TestDbRule = TestDbRule.of(TestTable.create("music_items", MusicItem::class.java))

    @Test
    fun `saves a playlist`() {
        val db: MusicDb = LogicalDb(testDb.enhancedClient())
        db.music.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Night drive", listOf()))

        val loaded = db.music.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"))
        assertEquals("Night drive", loaded?.playlist_name)
    }
}
