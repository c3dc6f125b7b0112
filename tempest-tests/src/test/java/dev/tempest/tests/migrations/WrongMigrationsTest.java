package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Albums.Album;
import dev.tempest.tests.migrations.Albums.AlbumTable;
import dev.tempest.tests.migrations.Albums.Db;
import dev.tempest.tests.migrations.Albums.OldAlbum;
import dev.tempest.tests.migrations.Albums.Plain;
import dev.tempest.tests.migrations.Albums.TokenTable;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Migrations that fail before a request is sent. */
class WrongMigrationsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("albums", AlbumTable.class));

    private AbstractThrowableAssert<?, ?> thrownBy(Migration<?> migration) {
        return assertThatThrownBy(() -> db.logicalDb(Db.class).migrate(migration))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> Migration<T> by(Class<T> type, String attribute) {
        return Migration.of(type, attribute).step(1, UnaryOperator.identity());
    }

    @Test
    void theAttributeServesNothingElse() {
        thrownBy(by(Album.class, "kind"))
                .hasMessageContaining("keeps the model version in kind, which is a key attribute of table albums");
        thrownBy(by(Album.class, "version")).hasMessageContaining("Albums.Album has its own version in version.");
    }

    @Test
    void theAttributeIsNotTheWriteToken() {
        LogicalDb tokens = LogicalDb.create(LogicalDb.class, db.connection().enhancedClient());
        tokens.logicalTable("albums", TokenTable.class);

        assertThatThrownBy(() -> tokens.migrate(by(Plain.class, "token")))
                .hasMessageContaining("keeps the model version in token, which is the @WriteToken of table albums");
    }

    @Test
    void thereIsAStep() {
        thrownBy(Migration.of(Album.class, "model")).hasMessageContaining("Migration[Album to model 0] has no step.");
    }

    @Test
    void stepsFollowEachOther() {
        Migration<Album> first = by(Album.class, "model");

        assertThatThrownBy(() -> first.step(3, UnaryOperator.identity()))
                .hasMessage("The step to version 3 must be one to version 2, which follows the step before.");
        assertThatThrownBy(() -> Migration.of(Album.class, "model").step(0, UnaryOperator.identity()))
                .hasMessage("The step to version 0 must be one to version 1 or higher.");
        assertThatThrownBy(() -> Migration.of(Album.class, ""))
                .hasMessage("The attribute of the model version has an empty name.");
    }

    @Test
    void theTypeIsOfOneTable() {
        thrownBy(by(OldAlbum.class, "model"))
                .hasMessageContaining("Albums.OldAlbum is the item type of no view of this database.");
        LogicalDb two = LogicalDb.create(LogicalDb.class, db.connection().enhancedClient());
        two.logicalTable("albums", AlbumTable.class);
        two.logicalTable("others", AlbumTable.class);

        assertThatThrownBy(() -> two.migrate(by(Album.class, "model")))
                .hasMessageContaining("Albums.Album is an item type of the tables [albums, others]. Name one.");
        assertThatThrownBy(() -> two.migrate(
                        by(Album.class, "model"),
                        MigrationConfig.builder().tableName("third").build()))
                .hasMessageContaining("Albums.Album is not an item type of table third, but of [albums, others].");
    }

    @Test
    void configurationsHaveLimits() {
        assertThatThrownBy(() -> MigrationConfig.builder().segments(0).build())
                .hasMessage("segments must be from 1 to 1000000, not 0.");
        assertThatThrownBy(
                        () -> MigrationConfig.builder().writeUnitsPerSecond(0).build())
                .hasMessage("writeUnitsPerSecond must be more than 0, not 0.0.");
    }

    @Test
    void olderTypesAreChecked() {
        Migration<Album> typed =
                Migration.of(Album.class, "model").step(1, InlineView.class, Album.class, view -> null);

        assertThatThrownBy(() -> db.logicalDb(Db.class).migrate(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
