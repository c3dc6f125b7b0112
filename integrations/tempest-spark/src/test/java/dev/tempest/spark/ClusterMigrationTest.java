package dev.tempest.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationTable;
import dev.tempest.spark.LocalCluster.Kill;
import dev.tempest.spark.LocalCluster.Watcher;
import dev.tempest.spark.Music.Album;
import dev.tempest.spark.Music.MusicDb;
import dev.tempest.spark.Music.MusicTable;
import dev.tempest.spark.Music.OldAlbum;
import dev.tempest.spark.Music.OldTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Migrations whose tasks share the segments. */
class ClusterMigrationTest {
    private static final SparkSession SPARK = LocalCluster.spark();
    private static final AtomicInteger SECOND_RUNS = new AtomicInteger();

    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("music", MusicTable.class), TestTable.create("migrations", MigrationTable.class));

    /** The second step counts itself, so that an item shows whether it was migrated twice. */
    private static Migration<Album> migration() {
        return Migration.of(Album.class, "model")
                .step(1, Migration.rename("style", "genre"))
                .step(2, item -> {
                    AttributeValue before = item.get("migrations");
                    int count = before == null ? 0 : Integer.parseInt(before.n());
                    item.put("migrations", AttributeValue.fromN("" + (count + 1)));
                    return item;
                });
    }

    /** The migration, which counts the tasks that run again. */
    private static Migration<Album> counted() {
        TaskContext task = TaskContext.get();
        if (task != null && task.attemptNumber() > 0) {
            SECOND_RUNS.incrementAndGet();
        }
        return migration();
    }

    private static MigrationConfig config(MusicDb db) {
        return MigrationConfig.builder()
                .segments(8)
                .pageSize(500)
                .lease(Duration.ofSeconds(1))
                .checkpoints(db.migrations())
                .build();
    }

    private void fill(int items) {
        MusicDb local = db.logicalDb(MusicDb.class);
        OldTable old = local.logicalTable("music", OldTable.class);
        assertThat(old.albums()).isNotNull();
        List<OldAlbum> albums = IntStream.range(0, items)
                .mapToObj(i -> new OldAlbum("artist " + i, "title", "rock", 1960, null, 1L))
                .toList();
        local.batchWrite(
                BatchWriteSet.builder().clobber(albums).ignoreVersions().build());
    }

    private List<Album> stored() {
        return db.logicalDb(MusicDb.class).music().albums().scanAllContents().toList();
    }

    @Test
    @Timeout(120)
    void changesEachItemOnceThoughATaskIsKilled() {
        fill(20_000);
        AtomicInteger requests = new AtomicInteger();
        TempestSpark<MusicDb> killed = LocalCluster.database(MusicDb.class, db.connection(), new Watcher() {
            @Override
            public void after(Object response) {
                // The second response that is lost is that of the task's last words, so that its lease has to end.
                int number = requests.incrementAndGet();
                if (number == 7_000 || number == 7_001) {
                    throw new Kill();
                }
            }
        });

        MigrationReport report = killed.migrate(SPARK, () -> counted(), db -> config(db));

        assertThat(SECOND_RUNS).hasPositiveValue();
        assertThat(report.counts().scanned()).isEqualTo(20_000);
        assertThat(report.counts().changed() + report.counts().unchanged()).isEqualTo(20_000);
        assertThat(report.isComplete()).isTrue();
        assertThat(stored()).hasSize(20_000).allSatisfy(album -> {
            assertThat(album.genre()).isEqualTo("rock");
            assertThat(album.migrations()).isEqualTo(1);
            assertThat(album.version()).isEqualTo(2);
        });
    }

    @Test
    void aMigrationThatIsDoneReadsNoItems() {
        fill(50);
        AtomicInteger scans = new AtomicInteger();
        TempestSpark<MusicDb> music = LocalCluster.database(MusicDb.class, db.connection(), new Watcher() {
            @Override
            public void before(DynamoDbRequest request) {
                scans.addAndGet(request instanceof ScanRequest ? 1 : 0);
            }
        });
        music.migrate(SPARK, () -> migration(), db -> config(db));
        int first = scans.get();

        MigrationReport report = music.migrate(SPARK, () -> migration(), db -> config(db));

        assertThat(report.counts().changed()).isEqualTo(50);
        assertThat(scans).hasValue(first);
    }

    @Test
    void rejectsAConfigurationThatEachTaskWouldFollowAlone() {
        TempestSpark<MusicDb> music = LocalCluster.database(MusicDb.class, db.connection(), Watcher.NONE);

        assertThatThrownBy(() -> music.migrate(SPARK, () -> migration(), db -> MigrationConfig.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration has no checkpoints, so each task would read the whole table. Set"
                        + " checkpoints(db.migrations()).");
        assertThatThrownBy(() -> music.migrate(
                        SPARK,
                        () -> migration(),
                        db -> config(db).toBuilder().startOver(true).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration starts over, and so would each task. Set another name() instead: its"
                        + " checkpoints are new.");
    }
}
