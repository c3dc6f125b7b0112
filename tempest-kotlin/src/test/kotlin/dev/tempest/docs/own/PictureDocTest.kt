package dev.tempest.docs.own

import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.sdk2.DatabaseDefinition
import dev.tempest.sdk2.DatabasePicture
import dev.tempest.sdk2.TableDefinition
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.api.io.TempDir
import software.amazon.awssdk.services.dynamodb.model.StreamViewType

/** The code of the documentation about definitions and the picture. */
class PictureDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.builder().build()

    @Test
    fun `a picture of the model`(@TempDir directory: Path) {
        val file = directory.resolve("music.html")

        DatabasePicture.of(MusicDb::class.java).writeTo(file)

        assertThat(file).content().contains("music_items", "<b>INFO_</b>")
    }

    @Test
    fun `a picture with samples`() {
        val picture =
            DatabasePicture.of(MusicDb::class.java)
                .withTitle("Music library")
                .withSamples(
                    AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3),
                    AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)),
                )

        assertThat(picture.html()).contains("Harbour Lights")
    }

    @Test
    fun `one request creates a table`() {
        val client = testDb.client()

        client.createTable(
            TableDefinition.of(MusicTable::class.java)
                .withStream(StreamViewType.NEW_AND_OLD_IMAGES)
                .createTableRequest("music_items")
        )

        assertThat(LogicalDb<MusicDb>(testDb.enhancedClient()).checkTables().isOk).isTrue()
    }

    @Test
    fun `a database creates what it lacks`() {
        val db = LogicalDb<MusicDb>(testDb.enhancedClient())

        val report = db.createTables()

        assertThat(report.isOk).isTrue()
    }

    @Test
    fun `a template for CloudFormation`(@TempDir directory: Path) {
        val file = directory.resolve("tables.json")

        Files.writeString(file, DatabaseDefinition.of(MusicDb::class.java).cloudFormation())

        assertThat(file).content().contains("AWS::DynamoDB::Table")
    }

    @Test
    fun `a definition that is changed`() {
        val definition =
            DatabaseDefinition.of(MusicDb::class.java).with("music_items") { it.withStream(StreamViewType.KEYS_ONLY) }

        assertThat(definition.cloudFormation()).contains("KEYS_ONLY")
    }
}
