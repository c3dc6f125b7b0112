package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.items.TypedItem;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationJob;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemMigrationsDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(
            TestTable.create("artists", ArtistTable.class), TestTable.create("migrations", MigrationTable.class));

    public record Artist(String id, String first_name, String last_name) {
        public record Key(String id) {}
    }

    static final Migration<Artist> ARTISTS = Migration.of(Artist.class, "model")
            .step(1, Migration.rename("artist_name", "name"))
            .step(2, item -> {
                String[] names = item.remove("name").s().split(" ", 2);
                item.put("first_name", AttributeValue.fromS(names[0]));
                item.put("last_name", AttributeValue.fromS(names[1]));
                return item;
            });

    public record OldArtist(String id, String artist_name) {}

    static final Migration<Artist> TYPED = Migration.of(Artist.class, "model")
            .step(1, OldArtist.class, Artist.class, old -> {
                String[] names = old.artist_name().split(" ", 2);
                return new Artist(old.id(), names[0], names[1]);
            });

    @Table(partitionKey = "id")
    public interface ArtistTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Artist.Key, Artist> artists();
    }

    public interface ArtistDb extends LogicalDb {
        @TableName("artists")
        ArtistTable artists();

        @TableName("migrations")
        MigrationTable migrations();
    }

    public static final class MigrateArtists implements MigrationJob {
        @Override
        public LogicalDb database() {
            return LogicalDb.create(ArtistDb.class, DynamoDbEnhancedClient.create());
        }

        @Override
        public Migration<Artist> migration() {
            return ARTISTS;
        }
    }

    private final Artist clara = new Artist("a1", "Clara", "Schumann");
    private ArtistDb db;

    @BeforeEach
    void store() {
        db = testDb.logicalDb(ArtistDb.class);
        testDb.connection()
                .client()
                .putItem(put -> put.tableName("artists")
                        .item(Map.of(
                                "id",
                                AttributeValue.fromS("a1"),
                                "artist_name",
                                AttributeValue.fromS("Clara Schumann"))));
    }

    @Test
    void migrates() {
        MigrationReport report = db.migrate(ARTISTS);

        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(db.artists().artists().load(new Artist.Key("a1"))).isEqualTo(clara);
    }

    @Test
    void migratesFromAnOlderType() {
        db.migrate(TYPED);

        assertThat(db.artists().artists().load(new Artist.Key("a1"))).isEqualTo(clara);
    }

    @Test
    void migratesOnRead() {
        DynamoDbEnhancedClient client = testDb.connection().enhancedClient();
        ArtistDb artistDb = LogicalDb.builder(ArtistDb.class)
                .enhancedClient(client)
                .migrateOnRead(ARTISTS)
                .build();

        assertThat(artistDb.artists().artists().load(new Artist.Key("a1"))).isEqualTo(clara);
    }

    @Test
    void readsElsewhere() {
        ItemReader reader = ItemReader.of(ArtistTable.class).migrateOnRead(ARTISTS);

        assertThat(reader.read(Map.of(
                        "id", AttributeValue.fromS("a1"), "artist_name", AttributeValue.fromS("Clara Schumann"))))
                .isEqualTo(new TypedItem<>(Artist.class, clara));
    }

    @Test
    void shows() {
        MigrationConfig config =
                MigrationConfig.builder().writeUnitsPerSecond(500).build();
        MigrationPreview preview = db.previewMigration(ARTISTS, config);
        System.out.print(preview.text());

        assertThat(preview.text()).isEqualTo("""
                artists/ItemMigrationsDocTest.Artist/model=2, dry run
                  id=S:a1
                    - artist_name Clara Schumann
                    + first_name Clara
                    + last_name Schumann
                    + model 2
                  read 1 items, the whole table: 1 would change, 0 are unchanged, 0 cannot be migrated
                  the run would change about 1 items, for about 1 read units and 1 write units, indexes not included, in about 0 s
                """);
    }

    @Test
    void resumes() {
        MigrationConfig resumable = MigrationConfig.builder()
                .segments(16)
                .writeUnitsPerSecond(500)
                .checkpoints(db.migrations())
                .build();
        MigrationReport report = db.migrate(ARTISTS, resumable);

        assertThat(report.isComplete()).isTrue();
    }
}
