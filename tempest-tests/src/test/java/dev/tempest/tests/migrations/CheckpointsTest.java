package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationProgress;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationSegment;
import dev.tempest.sdk2.migration.MigrationTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Albums.Album;
import dev.tempest.tests.migrations.Albums.AlbumTable;
import dev.tempest.tests.migrations.Albums.Db;
import dev.tempest.tests.migrations.Albums.OldAlbum;
import dev.tempest.tests.migrations.Albums.OldTable;
import dev.tempest.tests.migrations.Albums.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** Runs that share their checkpoints, one after the other or at the same time; the rate, the progress and the dry run. */
class CheckpointsTest {
    private static final Migration<Album> MIGRATION = Albums.migration(Album.class);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("albums", AlbumTable.class), TestTable.create("migrations", MigrationTable.class));

    private void fill(int items) {
        OldTable old = db.logicalDb(Db.class).logicalTable("albums", OldTable.class);
        for (int i = 0; i < items; i++) {
            old.albums().create(new OldAlbum("" + i, "Title", "Artist"));
        }
    }

    private MigrationConfig.Builder config() {
        return MigrationConfig.builder()
                .segments(3)
                .pageSize(2)
                .checkpoints(db.logicalDb(Db.class).migrations());
    }

    @Test
    void readsADoneTableNoSecondTime() {
        fill(10);
        db.logicalDb(Db.class).migrate(MIGRATION, config().build());
        List<String> requests = new ArrayList<>();
        DynamoDbEnhancedClient client = Killed.watched(db.connection().client(), requests::add);

        MigrationReport report = LogicalDb.create(Db.class, client).migrate(MIGRATION, config().build());

        assertThat(requests).doesNotContain("scan");
        assertThat(report.counts().changed()).isEqualTo(10);
    }

    @Test
    void startsOver() {
        fill(10);
        db.logicalDb(Db.class).migrate(MIGRATION, config().build());

        MigrationReport report = db.logicalDb(Db.class)
                .migrate(MIGRATION, config().startOver(true).segments(2).build());

        assertThat(report.counts().unchanged()).isEqualTo(10);
        assertThat(db.logicalDb(Db.class).migrations().segments().scanAllContents())
                .hasSize(2);
    }

    @Test
    void severalProcessesShareTheSegments() {
        fill(60);

        List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Db own = LogicalDb.create(Db.class, db.connection().enhancedClient());
            runs.add(CompletableFuture.supplyAsync(() -> own.migrate(
                    MIGRATION,
                    config().segments(9).checkpoints(own.migrations()).build())));
        }
        List<MigrationReport> reports =
                runs.stream().map(CompletableFuture::join).toList();

        for (MigrationReport report : reports) {
            assertThat(report.counts().changed()).isEqualTo(60);
        }
        db.logicalDb(Db.class)
                .albums()
                .albums()
                .scanAllContents()
                .forEach(album -> assertThat(album.migrations()).isEqualTo(1));
    }

    /** A process that was suspended goes on after its lease ended, while another does the same segment. */
    @Test
    void aProcessThatLostItsLeaseDoesNoHarm() {
        fill(8);
        AtomicInteger updates = new AtomicInteger();
        MigrationReport[] other = new MigrationReport[1];
        DynamoDbEnhancedClient suspended = Killed.watched(db.connection().client(), request -> {
            if (request.equals("updateItem") && updates.incrementAndGet() == 3) {
                other[0] = run(db.connection().enhancedClient(), START.plusSeconds(60));
            }
        });

        MigrationReport report = run(suspended, START);

        assertThat(other[0].counts().quarantined()).isZero();
        assertThat(report.counts().scanned()).isEqualTo(8);
        db.logicalDb(Db.class)
                .albums()
                .albums()
                .scanAllContents()
                .forEach(album -> assertThat(album.migrations()).isEqualTo(1));
    }

    private MigrationReport run(DynamoDbEnhancedClient client, Instant now) {
        Db at = LogicalDb.builder(Db.class)
                .enhancedClient(client)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .maxParallelRequests(0)
                .build();
        return at.migrate(MIGRATION, config().checkpoints(at.migrations()).build());
    }

    @Test
    void keepsTheListOfWhatCannotBeMigrated() {
        fill(3);
        Migration<Album> fails = Migration.of(Album.class, "model").step(1, item -> {
            throw new IllegalStateException("Secret");
        });

        db.logicalDb(Db.class).migrate(fails, config().build());
        MigrationReport report = db.logicalDb(Db.class).migrate(fails, config().build());

        assertThat(report.counts().quarantined()).isEqualTo(3);
        assertThat(report.quarantined())
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.reason()).doesNotContain("Secret"));
    }

    /** The waits that a scheduler is asked for, none of which it waits. */
    private static final class Waits extends ScheduledThreadPoolExecutor {
        private final AtomicInteger millis = new AtomicInteger();

        Waits() {
            super(1);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> command, long delay, TimeUnit unit) {
            millis.addAndGet((int) unit.toMillis(delay));
            return super.schedule(command, 0, unit);
        }
    }

    @Test
    void consumesNoMoreThanItMay() {
        fill(40);
        Waits waits = new Waits();
        try {
            Db slow = LogicalDb.builder(Db.class)
                    .enhancedClient(db.connection().enhancedClient())
                    .scheduler(waits)
                    .maxParallelRequests(0)
                    .build();

            MigrationReport report = slow.migrate(
                    MIGRATION,
                    MigrationConfig.builder().writeUnitsPerSecond(0.1).build());

            // Forty units at ten seconds each: without the waits, each request finds a longer debt than the one before
            // it.
            assertThat(report.counts().writeUnits()).isEqualTo(40);
            assertThat(waits.millis.get()).isGreaterThan(390_000);
        } finally {
            waits.shutdownNow();
        }
    }

    @Test
    void saysHowFarItHasCome() {
        fill(20);
        List<MigrationProgress> progress = new ArrayList<>();

        db.logicalDb(Db.class)
                .migrate(MIGRATION, config().onProgress(progress::add).build());

        MigrationProgress last = progress.get(progress.size() - 1);
        assertThat(last.counts().scanned()).isEqualTo(20);
        assertThat(last.expectedItems()).isEqualTo(20);
        assertThat(last.remaining()).contains(Duration.ZERO);
    }

    @Test
    void showsWhatWouldChangeAndChangesNothing() {
        fill(30);
        OldTable old = db.logicalDb(Db.class).logicalTable("albums", OldTable.class);
        Writes before = old.writes().load(new Writes.Key("1"));

        MigrationPreview preview = db.logicalDb(Db.class)
                .previewMigration(
                        MIGRATION,
                        MigrationConfig.builder().writeUnitsPerSecond(10).build());

        assertThat(preview.items()).hasSize(10);
        assertThat(preview.text())
                .contains("- title Title")
                .contains("+ album_title Title")
                .contains("+ model 2")
                .contains("30 would change");
        assertThat(preview.expected().writeUnits()).isEqualTo(30);
        assertThat(preview.expectedTime()).contains(Duration.ofSeconds(3));
        assertThat(old.writes().load(new Writes.Key("1"))).isEqualTo(before);
    }

    @Test
    void projectsTheCostOfALargeTableFromItsBeginning() {
        fill(1_200);

        MigrationPreview preview = db.logicalDb(Db.class).previewMigration(MIGRATION);

        assertThat(preview.isWholeTable()).isFalse();
        assertThat(preview.sample().scanned()).isEqualTo(1_000);
        assertThat(preview.expected().changed()).isEqualTo(1_200);
    }

    @Test
    void aSegmentIsWhatItsTableSays() {
        fill(4);
        db.logicalDb(Db.class).migrate(MIGRATION, config().build());

        MigrationSegment segment = db.logicalDb(Db.class)
                .migrations()
                .segments()
                .load(new MigrationSegment.Key("albums/Albums.Album/model=2", 1));

        assertThat(segment.done()).isTrue();
        assertThat(segment.segments()).isEqualTo(3);
        assertThatThrownBy(() -> config().lease(Duration.ofMillis(10)).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
