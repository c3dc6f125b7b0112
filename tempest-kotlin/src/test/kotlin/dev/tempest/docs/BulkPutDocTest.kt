package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.Version
import dev.tempest.items.BulkPutReport
import dev.tempest.items.TypedItem
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.items.BulkPut
import dev.tempest.sdk2.items.BulkPutProgress
import dev.tempest.sdk2.items.ItemReader
import dev.tempest.sdk2.items.ItemWriter
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.nio.file.Path
import kotlin.jvm.optionals.getOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.api.io.TempDir
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.TableDescription

/** The Kotlin code of the documentation about bulk puts. */
class BulkPutDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("albums", AlbumTable::class.java))

    data class Album(@Attribute(name = "pk") val id: String, val title: String, @Version val version: Long? = null) {
        data class Key(val id: String)
    }

    @Table(partitionKey = "pk")
    interface AlbumTable : LogicalTable<Map<String, AttributeValue>> {
        val albums: InlineView<Album.Key, Album>
    }

    interface AlbumDb : LogicalDb {
        @get:TableName("albums") val albums: AlbumTable
    }

    @Test
    fun writesChangedItems(@TempDir directory: Path) {
        val db: AlbumDb = LogicalDb(testDb.enhancedClient())
        val albums = db.albums.albums
        albums.create(Album("a", "Harbour Lights"))

        val changed = albums.scanAllContents().map { it.copy(title = "Lights") }.toList()

        val files = ItemWriter.of(AlbumTable::class.java).onlyIfUnchanged().write(changed, directory, "albums")

        assertThat(files).hasSize(1)
    }

    /** The SDK that this is compiled with has no such operation. */
    private fun describe(arn: String): TableDescription = throw UnsupportedOperationException(arn)

    fun follow(arn: String): BulkPutProgress {
        val bulkPut = BulkPut.following { describe(it) }.onProgress { println(it) }

        val end: BulkPutProgress = bulkPut.await(arn)
        return end
    }

    fun readReport(report: Path): List<Album> {
        val again = mutableListOf<Album>()
        BulkPutReport.of(report).items(ItemReader.of(AlbumTable::class.java)).use { items ->
            items.forEach { notWritten ->
                val stored = notWritten.existing().getOrNull()
                if (stored is TypedItem<*>) {
                    again.add((stored.item() as Album).copy(title = "Lights"))
                } else {
                    System.err.println("$notWritten: ${notWritten.details()}")
                }
            }
        }
        return again
    }
}
