package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Albums.Album;
import dev.tempest.tests.migrations.Albums.AlbumTable;
import dev.tempest.tests.migrations.Albums.Db;
import dev.tempest.tests.migrations.Albums.OldAlbum;
import dev.tempest.tests.migrations.Albums.OldTable;
import dev.tempest.tests.migrations.Albums.Writes;
import dev.tempest.tests.migrations.Killed.Kill;
import dev.tempest.tests.migrations.Killed.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A run that is killed at each of its requests, before DynamoDB executes it and after that, and resumed, beside a writer. Each item
 * is migrated once, and has all that the writer added.
 */
class KilledMigrationTest {
    private static final Migration<Album> MIGRATION = Albums.migration(Album.class);
    private static final int ITEMS = 4;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("albums", AlbumTable.class), TestTable.create("migrations", MigrationTable.class));

    @TestFactory
    Stream<DynamicTest> migratesEachItemOnce() {
        List<DynamicTest> tests = new ArrayList<>();
        for (boolean hasCheckpoints : new boolean[] {false, true}) {
            for (Moment moment : Moment.values()) {
                tests.add(DynamicTest.dynamicTest(
                        (hasCheckpoints ? "with checkpoints, " : "without checkpoints, ") + moment,
                        () -> killAtEachRequest(hasCheckpoints, moment)));
            }
        }
        return tests.stream();
    }

    private void killAtEachRequest(boolean hasCheckpoints, Moment moment) {
        for (int n = 1; ; n++) {
            List<List<String>> written = fill();
            AtomicInteger sent = new AtomicInteger();
            boolean wasKilled = false;
            try {
                run(beside(Killed.at(client(), n, moment, sent), sent, written), START, hasCheckpoints);
            } catch (Kill e) {
                wasKilled = true;
            }
            // The leases of the killed process end.
            MigrationReport report = run(db.connection().enhancedClient(), START.plusSeconds(60), hasCheckpoints);

            assertThat(report.counts().quarantined()).isZero();
            for (int i = 0; i < ITEMS; i++) {
                Album album = db.logicalDb(Db.class).albums().albums().load(new Album.Key("" + i));
                assertThat(album.migrations())
                        .as("migrations of %s, killed at request %s", i, n)
                        .isEqualTo(1);
                assertThat(album.writes())
                        .as("writes of %s, killed at request %s", i, n)
                        .isEqualTo(written.get(i));
            }
            if (!wasKilled) {
                assertThat(n).isGreaterThan(ITEMS);
                return;
            }
        }
    }

    private DynamoDbClient client() {
        return db.connection().client();
    }

    private List<List<String>> fill() {
        Db current = db.logicalDb(Db.class);
        current.migrations()
                .segments()
                .scanAllContents()
                .forEach(current.migrations().segments()::delete);
        List<List<String>> written = new ArrayList<>();
        OldTable old = current.logicalTable("albums", OldTable.class);
        for (int i = 0; i < ITEMS; i++) {
            current.albums().albums().deleteKey(new Album.Key("" + i));
            old.albums().create(new OldAlbum("" + i, "Title", "Artist"));
            written.add(new ArrayList<>());
        }
        return written;
    }

    /** A writer comes before every third request. */
    private DynamoDbEnhancedClient beside(DynamoDbClient killed, AtomicInteger sent, List<List<String>> written) {
        OldTable live = db.logicalDb(Db.class).logicalTable("albums", OldTable.class);
        return Killed.watched(killed, request -> {
            int number = sent.get();
            if (number % 3 == 0) {
                int item = number / 3 % ITEMS;
                String id = "write " + number;
                live.writes().update(new Writes.Key("" + item), it -> it.with(id));
                written.get(item).add(id);
            }
        });
    }

    private static MigrationReport run(DynamoDbEnhancedClient client, Instant now, boolean hasCheckpoints) {
        Db killed = LogicalDb.builder(Db.class)
                .enhancedClient(client)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .maxParallelRequests(0)
                .build();
        MigrationConfig.Builder config =
                MigrationConfig.builder().segments(2).pageSize(2).lease(Duration.ofSeconds(30));
        if (hasCheckpoints) {
            config.checkpoints(killed.migrations());
        }
        return killed.migrate(MIGRATION, config.build());
    }
}
