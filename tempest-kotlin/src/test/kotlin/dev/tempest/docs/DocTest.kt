package dev.tempest.docs

import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.MusicTable
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Duration
import java.time.LocalDate
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.extension.RegisterExtension

/**
 * What the Kotlin code of the documentation runs on: a table with a few albums and a playlist. The functions of the
 * subclasses hold the pages' code, each piece followed by what must come of it.
 */
abstract class DocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    lateinit var db: MusicDb
    lateinit var table: MusicTable

    @BeforeEach
    fun fillTable() {
        db = LogicalDb(testDb.enhancedClient())
        table = db.music
        db.batchWrite(
            batchWriteSet {
                clobber(
                    AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3),
                    AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)),
                    AlbumTrack("ALBUM_1", "2", "Breakwater", Duration.ofSeconds(188)),
                    AlbumTrack("ALBUM_1", "3", "Foghorn", Duration.ofSeconds(254)),
                    AlbumInfo("ALBUM_2", "Night Ferry", "The Lanterns", LocalDate.of(2022, 9, 2), 1),
                    AlbumTrack("ALBUM_2", "1", "Gangway", Duration.ofSeconds(221)),
                    PlaylistInfo("PLAYLIST_1", "Night drive", listOf(AlbumTrack.Key("ALBUM_1", "1"))),
                )
            }
        )
    }
}
