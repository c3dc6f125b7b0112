package dev.tempest.tests.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.DatabaseReport;
import dev.tempest.Finding;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.testing.TestDb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** A database creates the tables that it lacks. */
class CreateTablesTest {
    @RegisterExtension
    final TestDb db = TestDb.of();

    private static void assertAsTheModelSays(DatabaseReport report) {
        assertThat(report.problems()).isEmpty();
        assertThat(report.tables()).allMatch(table -> table.exists());
    }

    @Test
    void createsAllTablesWithIndexesAndTimeToLive() {
        DatabaseReport report = db.logicalDb(Catalog.Db.class).createTables();

        assertAsTheModelSays(report);
        assertThat(report.tables()).extracting(table -> table.tableName()).containsExactly("catalog-offers", "shops");
        assertThat(db.client()
                        .describeTimeToLive(request -> request.tableName("catalog-offers"))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires_at");
        assertThat(report)
                .hasToString(db.logicalDb(Catalog.Db.class).checkTables().toString());
    }

    @Test
    void createsThemWithoutBlocking() {
        DatabaseReport report =
                db.asyncLogicalDb(Catalog.AsyncDb.class).createTablesAsync().join();

        assertAsTheModelSays(report);
        assertThat(report.tables()).hasSize(1);
    }

    @Test
    void leavesTablesThatAreThereAndReportsHowTheyDiffer() {
        CreateTableRequest withoutIndexes =
                TableDefinition.of(Catalog.Offers.class).createTableRequest("catalog-offers");
        db.client()
                .createTable(withoutIndexes.toBuilder()
                        .localSecondaryIndexes((List<LocalSecondaryIndex>) null)
                        .globalSecondaryIndexes(withoutIndexes.globalSecondaryIndexes().stream()
                                .map(index -> index.toBuilder()
                                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                        .build())
                                .toList())
                        .build());

        DatabaseReport report = db.logicalDb(Catalog.Db.class).createTables();

        assertThat(report.problems())
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("Index by_price is missing"))
                .anyMatch(message -> message.startsWith("Time to live is off"));
        assertThat(report.tables().get(1).exists()).isTrue();
    }

    @Test
    void twoProgramsMayCreateTheTablesAtOnce() {
        Catalog.Db one = db.logicalDb(Catalog.Db.class);

        one.createTables();

        assertAsTheModelSays(one.createTables());
    }

    @Test
    void reportsWhatAnIndexLacksOfItsProjection() {
        CreateTableRequest request = TableDefinition.of(Catalog.Offers.class)
                .withProjection("by_price")
                .withProjection("by_category", "text")
                .createTableRequest("catalog-offers");
        db.client().createTable(request);

        DatabaseReport report = db.logicalDb(Catalog.Db.class).checkTables();

        assertThat(report.tables().get(0).findings())
                .extracting(Finding::message)
                .contains(
                        "Index by_price does not hold category, text, which the projection in its @Index has. Create the"
                                + " index again, or fix the @Index of Catalog.Offers.",
                        "Index by_category holds attributes that the projection in its @Index does not have. They cost"
                                + " storage and write units.");
    }
}
