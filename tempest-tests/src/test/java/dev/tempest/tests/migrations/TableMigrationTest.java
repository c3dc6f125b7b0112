package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.OperationListener;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Albums.Album;
import dev.tempest.tests.migrations.Albums.AlbumTable;
import dev.tempest.tests.migrations.Albums.Db;
import dev.tempest.tests.migrations.Albums.OldAlbum;
import dev.tempest.tests.migrations.Albums.OldTable;
import dev.tempest.tests.migrations.Albums.Plain;
import dev.tempest.tests.migrations.Albums.PlainTable;
import dev.tempest.tests.migrations.Albums.TokenTable;
import dev.tempest.tests.migrations.Albums.Track;
import dev.tempest.tests.migrations.Albums.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A migration of all items of a type, by one process without checkpoints. */
class TableMigrationTest {
    private static final Migration<Album> MIGRATION = Albums.migration(Album.class);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("albums", AlbumTable.class));

    private OldTable old() {
        return db.logicalDb(Db.class).logicalTable("albums", OldTable.class);
    }

    private AlbumTable albums() {
        return db.logicalDb(Db.class).albums();
    }

    private DynamoDbClient client() {
        return db.connection().client();
    }

    private Map<String, AttributeValue> stored(String id) {
        return client().getItem(get -> get.tableName("albums")
                        .key(Map.of("id", AttributeValue.fromS(id), "kind", AttributeValue.fromS("INFO#"))))
                .item();
    }

    @Test
    void changesEachItemOfTheTypeAndNoOther() {
        for (int i = 0; i < 50; i++) {
            old().albums().create(new OldAlbum("" + i, "Title " + i, "Artist " + i));
            albums().tracks().create(new Track("" + i, "1", "Track"));
        }

        MigrationReport report = db.logicalDb(Db.class).migrate(MIGRATION);

        assertThat(report.counts().changed()).isEqualTo(50);
        assertThat(report.counts().unchanged()).isZero();
        assertThat(report.counts().scanned()).isEqualTo(100);
        assertThat(report.counts().writeUnits()).isEqualTo(50);
        assertThat(report.isComplete()).isTrue();
        Album album = albums().albums().load(new Album.Key("7"));
        assertThat(album.album_title()).isEqualTo("Title 7");
        assertThat(album.artists()).containsExactly("Artist 7");
        assertThat(stored("7"))
                .containsEntry("model", AttributeValue.fromN("2"))
                .doesNotContainKeys("title", "artist");
        assertThat(albums().tracks().load(new Track.Key("7", "1"))).isEqualTo(new Track("7", "1", "Track"));
    }

    @Test
    void leavesMigratedItemsAlone() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        db.logicalDb(Db.class).migrate(MIGRATION);
        Map<String, AttributeValue> migrated = stored("a");

        MigrationReport report = db.logicalDb(Db.class).migrate(MIGRATION);

        assertThat(report.counts().changed()).isZero();
        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(stored("a")).isEqualTo(migrated);
    }

    @Test
    void doesTheStepsThatAnItemLacks() {
        OldAlbum one = old().albums().create(new OldAlbum("a", "Title", "Artist"));
        Map<String, AttributeValue> row = new HashMap<>(stored(one.id()));
        row.put("album_title", row.remove("title"));
        row.put("model", AttributeValue.fromN("1"));
        client().putItem(put -> put.tableName("albums").item(row));

        db.logicalDb(Db.class).migrate(MIGRATION);

        assertThat(albums().albums().load(new Album.Key("a")).artists()).containsExactly("Artist");
    }

    @Test
    void isAWriteLikeAnyOtherToAWriterThatReadBefore() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        Writes read = old().writes().load(new Writes.Key("a"));

        db.logicalDb(Db.class).migrate(MIGRATION);

        assertThatThrownBy(() -> old().writes().save(read.with("late")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(albums().albums().load(new Album.Key("a")).version()).isEqualTo(2);
    }

    @Test
    void keepsTheTimes() {
        LogicalDb early = LogicalDb.builder(Db.class)
                .enhancedClient(db.connection().enhancedClient())
                .clock(Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC))
                .build();
        early.logicalTable("albums", OldTable.class).albums().create(new OldAlbum("a", "Title", "Artist"));

        db.logicalDb(Db.class).migrate(MIGRATION);

        Album album = albums().albums().load(new Album.Key("a"));
        assertThat(album.created()).isEqualTo(1_000);
        assertThat(album.updated()).isEqualTo(1_000);
    }

    @Test
    void migratesAgainWhatAnotherWriterChangedInBetween() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        AtomicBoolean isFirst = new AtomicBoolean(true);
        DynamoDbEnhancedClient client = Killed.watched(client(), request -> {
            if (request.equals("updateItem") && isFirst.getAndSet(false)) {
                old().writes().update(new Writes.Key("a"), item -> item.with("live"));
            }
        });

        MigrationReport report = LogicalDb.create(Db.class, client).migrate(MIGRATION);

        assertThat(report.counts().conflicts()).isEqualTo(1);
        assertThat(report.counts().changed()).isEqualTo(1);
        Album album = albums().albums().load(new Album.Key("a"));
        assertThat(album.writes()).containsExactly("live");
        assertThat(album.migrations()).isEqualTo(1);
    }

    @Test
    void listenersSeeAnOperationForEachItem() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        AtomicBoolean isFirst = new AtomicBoolean(true);
        DynamoDbEnhancedClient client = Killed.watched(client(), request -> {
            if (request.equals("updateItem") && isFirst.getAndSet(false)) {
                old().writes().update(new Writes.Key("a"), item -> item.with("live"));
            }
        });
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        Db observed = LogicalDb.builder(Db.class)
                .enhancedClient(client)
                .listener(operation -> new OperationListener.Observer() {
                    @Override
                    public void received(OperationListener.Request request, OperationListener.Response response) {
                        events.add(operation.name() + " " + request.name() + " " + response.outcome());
                    }
                })
                .build();

        observed.migrate(MIGRATION, MigrationConfig.builder().segments(1).build());

        assertThat(events)
                .containsSubsequence(
                        "migrate Scan DONE", "migrateItem UpdateItem CONFLICT", "migrateItem UpdateItem DONE");
    }

    @Test
    void comparesAllThatWasReadWhereNothingMarksAnItem() {
        for (Class<? extends LogicalTable<?>> type : List.of(PlainTable.class, TokenTable.class)) {
            client().putItem(put -> put.tableName("albums")
                    .item(Map.of(
                            "id", AttributeValue.fromS("p"),
                            "kind", AttributeValue.fromS("INFO#"),
                            "title", AttributeValue.fromS("Title"),
                            "artist", AttributeValue.fromS("Artist"),
                            "writes", AttributeValue.fromL(List.of()))));
            AtomicBoolean isFirst = new AtomicBoolean(true);
            DynamoDbEnhancedClient client = Killed.watched(client(), request -> {
                if (request.equals("updateItem") && isFirst.getAndSet(false)) {
                    client().updateItem(update -> update.tableName("albums")
                            .key(Map.of("id", AttributeValue.fromS("p"), "kind", AttributeValue.fromS("INFO#")))
                            .updateExpression("SET title = :t")
                            .expressionAttributeValues(Map.of(":t", AttributeValue.fromS("Changed"))));
                }
            });
            LogicalDb plain = LogicalDb.create(LogicalDb.class, client);
            plain.logicalTable("albums", type);

            MigrationReport report = plain.migrate(Albums.migration(Plain.class));

            assertThat(report.counts().conflicts()).as("%s", type).isEqualTo(1);
            assertThat(stored("p"))
                    .containsEntry("album_title", AttributeValue.fromS("Changed"))
                    .containsEntry("migrations", AttributeValue.fromN("1"));
        }
    }

    @Test
    void leavesOutWhatWasDeletedInBetween() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        DynamoDbEnhancedClient client = Killed.watched(client(), request -> {
            if (request.equals("updateItem")) {
                old().albums().deleteKey(new OldAlbum.Key("a"));
            }
        });

        MigrationReport report = LogicalDb.create(Db.class, client).migrate(MIGRATION);

        assertThat(report.counts().changed() + report.counts().unchanged()).isZero();
        assertThat(stored("a")).isEmpty();
    }

    @Test
    void reportsWhatCannotBeMigratedAndGoesOn() {
        old().albums().create(new OldAlbum("a", "Title", "Secret"));
        old().albums().create(new OldAlbum("b", "Title", "Artist"));
        Migration<Album> fails = Migration.of(Album.class, "model").step(1, item -> {
            if (item.get("artist").s().equals("Secret")) {
                throw new IllegalStateException("Secret");
            }
            return Albums.migrated(item);
        });

        MigrationReport report = db.logicalDb(Db.class).migrate(fails);

        assertThat(report.isComplete()).isFalse();
        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(report.quarantined()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("id=S:a, kind=S:INFO#");
            assertThat(item.reason())
                    .contains("the step to version 1 threw java.lang.IllegalStateException")
                    .doesNotContain("Secret");
        });
    }

    @Test
    void reportsWhatTheTypeCannotRead() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        Migration<Album> incomplete = Migration.of(Album.class, "model").step(1, item -> item);

        MigrationReport report = db.logicalDb(Db.class).migrate(incomplete);

        assertThat(report.quarantined())
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("cannot be read as Albums.Album"));
        assertThat(stored("a")).doesNotContainKey("model");
    }

    @Test
    void reportsWhatDynamoDbCannotStore() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        old().albums().create(new OldAlbum("b", "Title", "Artist"));
        Migration<Album> large = Migration.of(Album.class, "model").step(1, item -> {
            if (item.get("id").s().equals("a")) {
                item.put("notes", AttributeValue.fromS("x".repeat(410_000)));
            }
            return Albums.migrated(item);
        });

        MigrationReport report = db.logicalDb(Db.class).migrate(large);

        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(report.quarantined())
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("ValidationException"));
    }

    @Test
    void rejectsAMigrationThatChangesKeys() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        Migration<Album> moves = Migration.of(Album.class, "model").step(1, item -> {
            item.put("id", AttributeValue.fromS("b"));
            return item;
        });

        assertThatThrownBy(() -> db.logicalDb(Db.class).migrate(moves))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changes id, a key attribute");
        assertThat(stored("a")).doesNotContainKey("model");
    }

    @Test
    void migratesFromAnOlderType() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        Migration<Album> typed = Migration.of(Album.class, "model")
                .step(
                        1,
                        OldAlbum.class,
                        Album.class,
                        it -> new Album(
                                it.id(),
                                it.kind(),
                                it.title(),
                                List.of(it.artist()),
                                1,
                                it.writes(),
                                it.created(),
                                it.updated(),
                                it.version()));

        db.logicalDb(Db.class).migrate(typed);

        assertThat(albums().albums().load(new Album.Key("a")).artists()).containsExactly("Artist");
        assertThat(stored("a")).doesNotContainKeys("title", "artist");
    }

    @Test
    void countsAnItemOnceWhoseResponseWasLost() {
        old().albums().create(new OldAlbum("a", "Title", "Artist"));
        AtomicBoolean isFirst = new AtomicBoolean(true);
        DynamoDbEnhancedClient client =
                Killed.losing(client(), request -> request.equals("updateItem") && isFirst.getAndSet(false));

        MigrationReport report = LogicalDb.create(Db.class, client).migrate(MIGRATION);

        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(report.counts().unchanged()).isZero();
        assertThat(albums().albums().load(new Album.Key("a")).migrations()).isEqualTo(1);
    }

    @Test
    void divides() {
        for (int i = 0; i < 30; i++) {
            old().albums().create(new OldAlbum("" + i, "Title", "Artist"));
        }

        MigrationReport report = db.logicalDb(Db.class)
                .migrate(
                        MIGRATION,
                        MigrationConfig.builder().segments(7).pageSize(2).build());

        assertThat(report.counts().changed()).isEqualTo(30);
        assertThat(report.text()).contains("changed").contains("30");
    }
}
