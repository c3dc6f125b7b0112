package dev.tempest.docs

import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.items.ItemReader
import dev.tempest.sdk2.migration.Migration
import dev.tempest.sdk2.migration.MigrationConfig
import dev.tempest.sdk2.migration.MigrationJob
import dev.tempest.sdk2.migration.MigrationTable
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class ItemMigrationsDocTest {
    @RegisterExtension
    val testDb: TestDb =
        TestDb.of(
            TestTable.create("artists", ArtistTable::class.java),
            TestTable.create("migrations", MigrationTable::class.java),
        )

    data class Artist(val id: String, val first_name: String, val last_name: String) {
        data class Key(val id: String)
    }

    data class OldArtist(val id: String, val artist_name: String)

    @Table(partitionKey = "id")
    interface ArtistTable : LogicalTable<Map<String, AttributeValue>> {
        val artists: InlineView<Artist.Key, Artist>
    }

    interface ArtistDb : LogicalDb {
        @TableName("artists") val artists: ArtistTable

        @TableName("migrations") val migrations: MigrationTable
    }

    class MigrateArtists : MigrationJob {
        override fun database() = LogicalDb.create(ArtistDb::class.java, DynamoDbEnhancedClient.create())

        override fun migration() = artistMigration
    }

    @Test
    fun migrates() {
        val db = testDb.logicalDb(ArtistDb::class.java)
        store()
        val report = db.migrate(artistMigration)

        assertThat(report.isComplete).isTrue()
        assertThat(db.artists.artists.load(Artist.Key("a1"))).isEqualTo(Artist("a1", "Clara", "Schumann"))
    }

    @Test
    fun `migrates from an older type`() {
        val db = testDb.logicalDb(ArtistDb::class.java)
        store()

        db.migrate(typed)

        assertThat(db.artists.artists.load(Artist.Key("a1"))).isEqualTo(Artist("a1", "Clara", "Schumann"))
    }

    @Test
    fun `migrates on read`() {
        val client = testDb.connection().enhancedClient()
        store()
        val artistDb =
            LogicalDb.builder(ArtistDb::class.java).enhancedClient(client).migrateOnRead(artistMigration).build()
        val reader = ItemReader.of(ArtistTable::class.java).migrateOnRead(artistMigration)

        assertThat(artistDb.artists.artists.load(Artist.Key("a1"))).isEqualTo(Artist("a1", "Clara", "Schumann"))
        assertThat(reader.types()).containsExactly(Artist::class.java)
    }

    @Test
    fun resumes() {
        val db = testDb.logicalDb(ArtistDb::class.java)
        store()
        val config = MigrationConfig.builder().writeUnitsPerSecond(500.0).build()
        val preview = db.previewMigration(artistMigration, config)
        print(preview.text())
        val resumable =
            MigrationConfig.builder().segments(16).writeUnitsPerSecond(500.0).checkpoints(db.migrations).build()
        val report = db.migrate(artistMigration, resumable)

        assertThat(preview.sample().changed()).isEqualTo(1)
        assertThat(report.counts().changed()).isEqualTo(1)
    }

    private fun store() {
        testDb.connection().client().putItem { put ->
            put.tableName("artists")
                .item(
                    mapOf("id" to AttributeValue.fromS("a1"), "artist_name" to AttributeValue.fromS("Clara Schumann"))
                )
        }
    }

    companion object {
        val artistMigration: Migration<Artist> =
            Migration.of(Artist::class.java, "model").step(1, Migration.rename("artist_name", "name")).step(2) { item ->
                val (first, last) = item.remove("name")!!.s().split(" ", limit = 2)
                item["first_name"] = AttributeValue.fromS(first)
                item["last_name"] = AttributeValue.fromS(last)
                item
            }

        val typed: Migration<Artist> =
            Migration.of(Artist::class.java, "model").step(1, OldArtist::class.java, Artist::class.java) { old ->
                val (first, last) = old.artist_name.split(" ", limit = 2)
                Artist(old.id, first, last)
            }
    }
}
