package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Unique;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Shows.Db;
import dev.tempest.tests.migrations.Shows.Plain;
import dev.tempest.tests.migrations.Shows.Seat;
import dev.tempest.tests.migrations.Shows.Show;
import dev.tempest.tests.migrations.Shows.ShowTable;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Migrations on read that fail when the database is made. */
class WrongMigrationsOnReadTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("shows", ShowTable.class));

    record Member(
            String id,
            @Attribute(prefix = "MEMBER#") String kind,
            @Unique String email) {
        record Key(String id, String kind) {}
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface MemberTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Member.Key, Member> members();
    }

    interface MemberDb extends LogicalDb {
        @TableName("shows")
        MemberTable members();
    }

    record Priced(String id, @Attribute(prefix = "SHOW#") String kind, long cents) {
        record Key(String id, String kind) {}

        @ForIndex(name = "prices")
        record ByPrice(
                long cents, @Nullable String id, @Nullable String kind) {}
    }

    @Table(
            partitionKey = "id",
            sortKey = "kind",
            indexes =
                    @Index(
                            name = "prices",
                            partitionKey = "cents",
                            sortKey = "id",
                            projection = {}))
    interface PricedTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Priced.Key, Priced> shows();

        SecondaryIndex<Priced.ByPrice, Priced> prices();
    }

    interface PricedDb extends LogicalDb {
        @TableName("shows")
        PricedTable shows();
    }

    private <D extends LogicalDb> AbstractThrowableAssert<?, ?> thrownBy(Class<D> type, Migration<?> migration) {
        return assertThatThrownBy(() -> LogicalDb.builder(type)
                        .enhancedClient(db.connection().enhancedClient())
                        .migrateOnRead(migration)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> Migration<T> by(Class<T> type, String attribute) {
        return Migration.of(type, attribute).step(1, UnaryOperator.identity());
    }

    @Test
    void theAttributeServesNothingElse() {
        thrownBy(Db.class, by(Show.class, "kind"))
                .hasMessageContaining("keeps the model version in kind, which is a key attribute of table shows");
        thrownBy(Db.class, by(Show.class, "version"))
                .hasMessage("The migration of Shows.Show keeps the model version in version, which is an attribute of"
                        + " Shows.Show. Name an attribute that serves nothing else.");
        thrownBy(Db.class, Migration.of(Show.class, "model")).hasMessageContaining("has no step.");
    }

    @Test
    void thereIsAViewOfTheType() {
        thrownBy(Db.class, by(Plain.class, "model"))
                .hasMessage(
                        "The database has migrateOnRead(...) for Shows.Plain, which is the item type of no view of its"
                                + " tables. Name an item type of a view.");
    }

    @Test
    void aTypeHasOneMigration() {
        assertThatThrownBy(() -> LogicalDb.builder(Db.class)
                        .migrateOnRead(by(Show.class, "model"))
                        .migrateOnRead(by(Show.class, "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shows.Show has two migrations on read. Add the steps of one to the other.");
    }

    @Test
    void aTypeWithUniqueValuesIsMigratedOverTheTable() {
        thrownBy(MemberDb.class, by(Member.class, "model"))
                .hasMessage("WrongMigrationsOnReadTest.Member.email is @Unique, and items with unique values cannot be"
                        + " migrated on read: an item that is not yet written again would not have its values."
                        + " Call migrate(...) for the table, and leave out migrateOnRead(...).");
    }

    @Test
    void anIndexHasWholeItems() {
        thrownBy(PricedDb.class, by(Priced.class, "model"))
                .hasMessage("WrongMigrationsOnReadTest.Priced is migrated on read, but is read through index prices,"
                        + " which does not have all attributes, so that the migration would see a part of an item."
                        + " Leave out the projection in the @Index, or leave out migrateOnRead(...) and call"
                        + " migrate(...).");
    }

    @Test
    void aCodecDoesNotMigrate() {
        Db shows = Shows.open(db.connection().enhancedClient());

        assertThatThrownBy(() -> shows.shows().codec(Show.class))
                .hasMessage(
                        "Shows.Show is migrated on read, and a codec maps raw items as they are. Use the view of the"
                                + " type.");
        shows.shows().codec(Seat.class);
    }

    @Test
    void aReaderHasAViewOfTheType() {
        assertThatThrownBy(() -> ItemReader.of(ShowTable.class).migrateOnRead(by(Plain.class, "model")))
                .hasMessage(
                        "Shows.ShowTable has no view of Shows.Plain, for which migrateOnRead(...) was called. Name an"
                                + " item type of a view.");
    }
}
