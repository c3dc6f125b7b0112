package dev.tempest.spark

import dev.tempest.Attribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.Version
import dev.tempest.kotlin.eq
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.ScanConfig
import dev.tempest.sdk2.migration.Migration
import dev.tempest.sdk2.migration.MigrationConfig
import dev.tempest.sdk2.migration.MigrationTable
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.io.Serializable
import java.nio.file.Path
import org.apache.spark.sql.SparkSession
import org.apache.spark.sql.functions.col
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.api.io.TempDir
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** The Kotlin code of the page on Spark. */
class SparkKotlinDocTest {
    data class Album(
        val artist: String,
        @Attribute(name = "item", prefix = "ALBUM#") val title: String,
        val genre: String,
        val year: Int,
        @Version val version: Long? = null,
    ) : Serializable {
        data class Key(val artist: String, val title: String)
    }

    data class Title(val title: String, val year: Int) : Serializable

    @Table(partitionKey = "artist", sortKey = "item")
    interface AlbumTable : LogicalTable<Map<String, AttributeValue>> {
        val albums: InlineView<Album.Key, Album>
    }

    interface AlbumDb : LogicalDb {
        @TableName("albums") val albums: AlbumTable

        @TableName("migrations") val migrations: MigrationTable
    }

    @RegisterExtension
    val db: TestDb =
        TestDb.of(
            TestTable.create("albums", AlbumTable::class.java),
            TestTable.create("migrations", MigrationTable::class.java),
        )

    private val spark: SparkSession = LocalCluster.spark()
    private lateinit var albums: TempestSpark<AlbumDb>

    private fun inAws(): TempestSpark<AlbumDb> {
        val albums = TempestSpark.of { LogicalDb.create(AlbumDb::class.java, DynamoDbEnhancedClient.create()) }
        return albums
    }

    @BeforeEach
    fun fill() {
        albums = LocalCluster.database(AlbumDb::class.java, db.connection(), LocalCluster.Watcher.NONE)
        for (i in 0 until 20) {
            db.logicalDb(AlbumDb::class.java)
                .albums
                .albums
                .create(Album("artist $i", "title", if (i % 2 == 0) "Jazz" else "rock", 1960 + i))
        }
    }

    @Test
    fun reads() {
        val all = albums.scan(Album::class.java) { it.albums.albums }.segments(16).rdd(spark)

        assertThat(all.map { it.artist }.collect()).hasSize(20)
    }

    @Test
    fun readsPartsOfItems() {
        val jazz =
            albums
                .scan(Title::class.java) { it.albums.albums.projecting(Title::class.java) }
                .segments(16)
                .config { ScanConfig.builder().pageSize(1_000).filter(Album::genre eq "Jazz").build() }
                .dataFrame(spark)
        val sixties = jazz.filter(col("year").lt(1970)).count()

        assertThat(sixties).isEqualTo(5)
    }

    @Test
    fun saves(@TempDir directory: Path) {
        val checkpoints = directory.toString()

        spark.sparkContext().setCheckpointDir(checkpoints)
        val corrected =
            albums
                .scan(Album::class.java) { it.albums.albums }
                .config { ScanConfig.builder().filter(Album::genre eq "Jazz").build() }
                .rdd(spark)
                .map { it.copy(genre = "jazz") }
                .cache()
        corrected.checkpoint()
        corrected.count()
        val report = albums.save(corrected, Album::class.java) { it.albums.albums }

        assertThat(report.saved).isEqualTo(10)
        assertThat(report.conflicts).isZero()
    }

    @Test
    fun migrates() {
        val preview = albums.database().previewMigration(genres)
        val report =
            albums.migrate(spark, { genres }) {
                MigrationConfig.builder()
                    .segments(16)
                    .writeUnitsPerSecond(2_000.0)
                    .checkpoints(it.migrations)
                    .build()
            }

        assertThat(preview.sample.changed).isEqualTo(20)
        assertThat(report.counts.changed).isEqualTo(20)
        assertThat(inAws()).isNotNull()
    }

    companion object {
        val genres: Migration<Album> =
            Migration.of(Album::class.java, "model").step(1, Migration.rename("style", "genre"))
    }
}
