package dev.tempest.spark;

import static dev.tempest.Attributes.attr;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationTable;
import dev.tempest.spark.LocalCluster.Watcher;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The code of the page on Spark. */
class SparkDocTest {
    public record Album(
            String artist,
            @Attribute(name = "item", prefix = "ALBUM#") String title,
            String genre,
            int year,
            @Version Long version)
            implements Serializable {
        public record Key(String artist, String title) {}

        Album withGenre(String newGenre) {
            return new Album(artist, title, newGenre, year, version);
        }
    }

    public record Title(String title, int year) implements Serializable {}

    @Table(partitionKey = "artist", sortKey = "item")
    public interface AlbumTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();
    }

    public interface AlbumDb extends LogicalDb {
        @TableName("albums")
        AlbumTable albums();

        @TableName("migrations")
        MigrationTable migrations();
    }

    static final Migration<Album> GENRES =
            Migration.of(Album.class, "model").step(1, Migration.rename("style", "genre"));

    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("albums", AlbumTable.class), TestTable.create("migrations", MigrationTable.class));

    private final SparkSession spark = LocalCluster.spark();
    private TempestSpark<AlbumDb> albums;

    static TempestSpark<AlbumDb> inAws() {
        TempestSpark<AlbumDb> albums =
                TempestSpark.of(() -> LogicalDb.create(AlbumDb.class, DynamoDbEnhancedClient.create()));
        return albums;
    }

    @BeforeEach
    void fill() {
        albums = LocalCluster.database(AlbumDb.class, db.connection(), Watcher.NONE);
        for (int i = 0; i < 20; i++) {
            db.logicalDb(AlbumDb.class)
                    .albums()
                    .albums()
                    .create(new Album("artist " + i, "title", i % 2 == 0 ? "Jazz" : "rock", 1960 + i, null));
        }
    }

    @Test
    void reads() {
        JavaRDD<Album> all = albums.scan(Album.class, db -> db.albums().albums())
                .segments(16)
                .rdd(spark);

        assertThat(all.map(Album::artist).collect()).hasSize(20);
    }

    @Test
    void readsPartsOfItems() {
        Dataset<Row> jazz = albums.scan(Title.class, db -> db.albums().albums().projecting(Title.class))
                .segments(16)
                .config(() -> ScanConfig.builder()
                        .pageSize(1_000)
                        .filter(attr(Album::genre).eq("Jazz"))
                        .build())
                .dataFrame(spark);
        long sixties = jazz.filter(col("year").lt(1970)).count();

        assertThat(sixties).isEqualTo(5);
    }

    @Test
    void saves(@TempDir Path directory) {
        String checkpoints = directory.toString();

        spark.sparkContext().setCheckpointDir(checkpoints);
        JavaRDD<Album> corrected = albums.scan(Album.class, db -> db.albums().albums())
                .config(() -> ScanConfig.builder()
                        .filter(attr(Album::genre).eq("Jazz"))
                        .build())
                .rdd(spark)
                .map(album -> album.withGenre("jazz"))
                .cache();
        corrected.checkpoint();
        corrected.count();
        SaveReport report =
                albums.save(corrected, Album.class, db -> db.albums().albums());

        assertThat(report).isEqualTo(new SaveReport(10, 0, 0, List.of()));
    }

    @Test
    void migrates() {
        MigrationPreview preview = albums.database().previewMigration(GENRES);
        MigrationReport report = albums.migrate(
                spark,
                () -> GENRES,
                db -> MigrationConfig.builder()
                        .segments(16)
                        .writeUnitsPerSecond(2_000)
                        .checkpoints(db.migrations())
                        .build());

        assertThat(preview.sample().changed()).isEqualTo(20);
        assertThat(report.counts().changed()).isEqualTo(20);
        assertThat(inAws()).isNotNull();
    }
}
