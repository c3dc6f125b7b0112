package dev.tempest.tests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tempest.DatabaseReport;
import dev.tempest.Finding;
import dev.tempest.Finding.Severity;
import dev.tempest.Finding.Subject;
import dev.tempest.TableName;
import dev.tempest.TableReport;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What a check finds in tables that are as the model says, and in those that are not. */
class CheckTablesTest {
    @RegisterExtension
    final TestDb db = TestDb.of();

    private static final Projection ALL = projection(ProjectionType.ALL);
    private static final LocalSecondaryIndex BY_TIME = LocalSecondaryIndex.builder()
            .indexName("by_time")
            .keySchema(key("partition_key", "placed_at"))
            .projection(ALL)
            .build();
    private static final GlobalSecondaryIndex BY_CUSTOMER = GlobalSecondaryIndex.builder()
            .indexName("by_customer")
            .keySchema(key("customer", "placed_at"))
            .projection(ALL)
            .build();

    private void createOrders() {
        createOrders(request -> request);
    }

    private void createOrders(UnaryOperator<CreateTableRequest.Builder> change) {
        db.connection().createTable(TestTable.create("orders", OrderRow.class, change));
    }

    private void expireBy(String attribute) {
        db.client()
                .updateTimeToLive(request -> request.tableName("orders")
                        .timeToLiveSpecification(
                                timeToLive -> timeToLive.enabled(true).attributeName(attribute)));
    }

    private static List<KeySchemaElement> key(String partitionKey, String sortKey) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partitionKey)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sortKey)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static Projection projection(ProjectionType type, String... attributes) {
        Projection.Builder projection = Projection.builder().projectionType(type);
        return (attributes.length == 0 ? projection : projection.nonKeyAttributes(attributes)).build();
    }

    private static void assertFound(DatabaseReport report, Severity severity, Subject subject, String message) {
        assertThat(report.tables())
                .singleElement()
                .extracting(TableReport::findings)
                .isEqualTo(List.of(Finding.of(severity, subject, message)));
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWhereTheTableIsAsTheModelSays(Face face) {
        createOrders();
        expireBy("expires_at");

        DatabaseReport report = face.check(db.connection());

        assertThat(report.tables())
                .containsExactly(TableReport.builder("orders").build());
        assertThat(report.isOk()).isTrue();
        assertThat(report.orThrow()).isSameAs(report);
        assertThat(report).hasToString("Table orders: no errors, no warnings");
    }

    @ParameterizedTest
    @EnumSource
    void findsThatThereIsNoTable(Face face) {
        DatabaseReport report = face.check(db.connection());

        assertThat(report.tables().get(0).exists()).isFalse();
        assertFound(
                report,
                Severity.ERROR,
                Subject.TABLE,
                "The table does not exist where the client looks for it. Create it, or fix its name, the client's Region"
                        + " or its account.");
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The tables differ from the model.\n" + report);
    }

    @ParameterizedTest
    @EnumSource
    void findsAnotherKey(Face face) {
        createOrders(request -> request.keySchema(key("partition_key", "note"))
                .attributeDefinitions(
                        attribute("partition_key", ScalarAttributeType.S),
                        attribute("note", ScalarAttributeType.S),
                        attribute("customer", ScalarAttributeType.S),
                        attribute("placed_at", ScalarAttributeType.N)));

        assertFound(
                face.checkEternal(db.connection()),
                Severity.ERROR,
                Subject.KEY,
                "The table has the key partition_key (S), note (S), but OrderRow has partition_key (S), sort_key (S)."
                        + " Fix OrderRow, or move the items to a table of that key: a table's key cannot be changed.");
    }

    @ParameterizedTest
    @EnumSource
    void findsKeysOfOtherTypes(Face face) {
        createOrders(request -> request.attributeDefinitions(
                attribute("partition_key", ScalarAttributeType.S),
                attribute("sort_key", ScalarAttributeType.N),
                attribute("customer", ScalarAttributeType.B),
                attribute("placed_at", ScalarAttributeType.N)));

        assertThat(face.checkEternal(db.connection()).problems())
                .extracting(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .startsWith("The table has the key partition_key (S), sort_key (N), but OrderRow has"
                                        + " partition_key (S), sort_key (S)."),
                        message -> assertThat(message)
                                .isEqualTo("Index by_customer has the key customer (B), placed_at (N), but OrderRow has"
                                        + " customer (S), placed_at (N). Fix OrderRow, or create the index again."));
    }

    @ParameterizedTest
    @EnumSource
    void findsAMissingIndex(Face face) {
        createOrders(request -> request.localSecondaryIndexes(BY_TIME)
                .globalSecondaryIndexes((List<GlobalSecondaryIndex>) null)
                .attributeDefinitions(
                        attribute("partition_key", ScalarAttributeType.S),
                        attribute("sort_key", ScalarAttributeType.S),
                        attribute("placed_at", ScalarAttributeType.N)));

        assertFound(
                face.checkEternal(db.connection()),
                Severity.ERROR,
                Subject.INDEX,
                "Index by_customer is missing: queries and scans through it fail. Create it, or remove it from"
                        + " OrderRow.");
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfAnIndexThatTheModelDoesNotKnow(Face face) {
        createOrders(request -> request.globalSecondaryIndexes(
                BY_CUSTOMER, BY_CUSTOMER.toBuilder().indexName("by_nobody").build()));

        assertFound(
                face.checkEternal(db.connection()),
                Severity.INFO,
                Subject.INDEX,
                "Index by_nobody is not in the model. It costs write units all the same.");
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfAGlobalIndexInPlaceOfALocalOne(Face face) {
        createOrders(request -> request.localSecondaryIndexes((List<LocalSecondaryIndex>) null)
                .globalSecondaryIndexes(
                        BY_CUSTOMER,
                        BY_CUSTOMER.toBuilder()
                                .indexName("by_time")
                                .keySchema(BY_TIME.keySchema())
                                .build()));

        assertFound(
                face.checkEternal(db.connection()),
                Severity.WARNING,
                Subject.INDEX,
                "Index by_time is a global one, but OrderRow declares a local one: it shows writes a moment later, and"
                        + " DynamoDB rejects consistent reads. Put @DynamoDbSecondaryPartitionKey on the getter of"
                        + " partition_key, or create the index again.");
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfAnIndexThatHoldsTooLittleForAView(Face face) {
        createOrders(request -> request.globalSecondaryIndexes(BY_CUSTOMER.toBuilder()
                .projection(projection(ProjectionType.INCLUDE, "note"))
                .build()));
        expireBy("expires_at");

        assertFound(
                face.check(db.connection()),
                Severity.WARNING,
                Subject.INDEX,
                "Index by_customer holds the keys and note only, so Shop.Order is read without expires_at: as null, or"
                        + " as an unreadable item where Shop.Order cannot do without, and saving what was read deletes"
                        + " them. Read through it an item type that has only what it holds, or create the index again with"
                        + " all attributes.");
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfAnIndexThatHoldsTooLittleForACollection(Face face) {
        createOrders(request -> request.globalSecondaryIndexes(BY_CUSTOMER.toBuilder()
                .projection(projection(ProjectionType.KEYS_ONLY))
                .build()));

        assertThat(face.checkEternal(db.connection()).problems())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("Index by_customer holds the keys only, so Shop.Order is read without expires_at, note: ");
    }

    @ParameterizedTest
    @EnumSource
    void isContentWithAnIndexThatHoldsWhatItsViewsNeed(Face face) {
        createOrders(request -> request.localSecondaryIndexes(BY_TIME.toBuilder()
                .projection(projection(ProjectionType.KEYS_ONLY))
                .build()));
        expireBy("expires_at");

        assertFound(
                face.check(db.connection()),
                Severity.INFO,
                Subject.INDEX,
                "Index by_time holds the keys only, which is enough for the views and collections that are declared on"
                        + " it.");
    }

    @ParameterizedTest
    @EnumSource
    void findsThatTimeToLiveIsOff(Face face) {
        createOrders();

        assertThat(face.check(db.connection()).problems())
                .extracting(Finding::severity, Finding::subject)
                .containsExactly(tuple(Severity.ERROR, Subject.TIME_TO_LIVE));
        assertThat(face.check(db.connection()).problems().get(0).message())
                .matches("Time to live is off, but Shop\\.(Async)?OrderTable has @TimeToLive\\(\"expires_at\"\\): no"
                        + " item is ever deleted\\. .*");
    }

    @ParameterizedTest
    @EnumSource
    void findsTimeToLiveOnAnotherAttribute(Face face) {
        createOrders();
        expireBy("placed_at");

        assertThat(face.check(db.connection()).problems())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("DynamoDB deletes items at the time in their attribute placed_at, but Shop."));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfATimeToLiveThatTheModelDoesNotKnow(Face face) {
        createOrders();
        expireBy("expires_at");

        assertFound(
                face.checkEternal(db.connection()),
                Severity.INFO,
                Subject.TIME_TO_LIVE,
                "DynamoDB deletes items at the time in their attribute expires_at, of which the model says nothing."
                        + " @TimeToLive on the table's interface would.");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTimeToLiveWasNotCheckedWithoutThePermission(Face face) {
        createOrders();
        DynamoDbConnection network = db.with(FaultyHttp.builder()
                .nth(1, "DescribeTimeToLive", Fault.error(400, "AccessDeniedException", "You may not."))
                .build());

        assertThat(face.check(network).problems())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("WARNING: Time to live was not checked, though Shop.")
                        .contains("You may not."));
    }

    @ParameterizedTest
    @EnumSource
    void failsWithoutThePermissionForTheTable(Face face) {
        createOrders();
        DynamoDbConnection network = db.with(FaultyHttp.builder()
                .nth(1, "DescribeTable", Fault.error(400, "AccessDeniedException", "You may not."))
                .build());

        assertThatThrownBy(() -> face.check(network))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageStartingWith("check of table orders: You may not.");
    }

    interface Receipts extends LogicalTable<ReceiptRow> {}

    interface AllDb extends Shop.ShopDb {
        @TableName("orders")
        Shop.EternalOrderTable sameOrders();

        @TableName("orders")
        Receipts receipts();

        @TableName("archive")
        Shop.OrderTable archive();
    }

    @Test
    void asksOnceAboutEachTableAndComparesItWithAllItsRawItemTypes() {
        createOrders();
        expireBy("expires_at");
        FaultyHttp network = FaultyHttp.builder().build();

        DatabaseReport report = db.with(network).logicalDb(AllDb.class).checkTables();

        assertThat(report.tables()).extracting(TableReport::tableName).containsExactly("archive", "orders");
        assertThat(report.tables()).extracting(TableReport::exists).containsExactly(false, true);
        assertThat(report.tables().get(1).findings())
                .extracting(Finding::subject, Finding::message)
                .satisfiesExactly(
                        key -> assertThat(key.toString())
                                .contains("but ReceiptRow has partition_key (S), sort_key (N)."),
                        index -> assertThat(index.toString()).contains("but ReceiptRow has customer (S)."));
        assertThat(network.requests("DescribeTable")).isEqualTo(2);
        assertThat(network.requests("DescribeTimeToLive")).isEqualTo(1);
        assertThat(network.requests()).isEqualTo(3);
        assertThat(report.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Table archive: 1 error, no warnings"),
                        line -> assertThat(line).startsWith("  ERROR: The table does not exist"),
                        line -> assertThat(line).isEqualTo("Table orders: 2 errors, no warnings"),
                        line -> assertThat(line).startsWith("  ERROR: The table has the key"),
                        line -> assertThat(line).startsWith("  ERROR: Index by_customer has the key"));
    }

    @Test
    void knowsTheTablesThatWereMadeWithoutAMethod() {
        createOrders();
        LogicalDb shop = db.logicalDb(LogicalDb.class);

        assertThat(shop.checkTables()).hasToString("No tables.");
        shop.logicalTable("orders", Shop.EternalOrderTable.class);
        assertThat(shop.checkTables()).hasToString("Table orders: no errors, no warnings");
    }
}
