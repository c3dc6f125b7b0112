package dev.tempest.tests.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.DatabaseDefinition;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.testing.TestDb;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A template says what the request says, and a table that is created by it is as the model says. */
class CloudFormationTest {
    @RegisterExtension
    final TestDb db = TestDb.of();

    private static final DatabaseDefinition DEFINITION = DatabaseDefinition.of(Catalog.Db.class);

    @Test
    void theTemplateOfATableIsItsRequest() {
        TableDefinition offers = TableDefinition.of(Catalog.Offers.class);
        TableDefinition changed = offers.withProvisionedCapacity(5, 2).withStream(StreamViewType.NEW_AND_OLD_IMAGES);

        assertThat(parsed(offers.cloudFormation("offers"), "Offers")).isEqualTo(offers.createTableRequest("offers"));
        assertThat(parsed(changed.cloudFormation("offers"), "Offers")).isEqualTo(changed.createTableRequest("offers"));
    }

    @Test
    void tablesThatAreCreatedByTheTemplateAreAsTheModelSays() {
        String template = DEFINITION
                .with("shops", shops -> shops.withStream(StreamViewType.KEYS_ONLY))
                .cloudFormation();
        db.client().createTable(parsed(template, "CatalogOffers"));
        db.client().createTable(parsed(template, "Shops"));
        AttributeValue timeToLive = properties(template, "CatalogOffers").get("TimeToLiveSpecification");
        db.client()
                .updateTimeToLive(request -> request.tableName("catalog-offers")
                        .timeToLiveSpecification(live -> live.attributeName(text(timeToLive, "AttributeName"))
                                .enabled(timeToLive.m().get("Enabled").bool())));

        assertThat(db.logicalDb(Catalog.Db.class).checkTables()).hasToString("""
                Table catalog-offers: no errors, no warnings
                Table shops: no errors, no warnings""");
    }

    @Test
    void theTemplateIsReadable() {
        assertThat(TableDefinition.of(Catalog.Shops.class).cloudFormation("my.shops"))
                .isEqualTo("""
                {
                  "AWSTemplateFormatVersion": "2010-09-09",
                  "Resources": {
                    "MyShops": {
                      "Type": "AWS::DynamoDB::Table",
                      "DeletionPolicy": "Retain",
                      "UpdateReplacePolicy": "Retain",
                      "Properties": {
                        "TableName": "my.shops",
                        "AttributeDefinitions": [
                          {
                            "AttributeName": "name",
                            "AttributeType": "S"
                          }
                        ],
                        "KeySchema": [
                          {
                            "AttributeName": "name",
                            "KeyType": "HASH"
                          }
                        ],
                        "BillingMode": "PAY_PER_REQUEST"
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void aDefinitionIsNotChangedByWhatIsMadeOfIt() {
        TableDefinition shops = TableDefinition.of(Catalog.Shops.class);

        shops.withStream(StreamViewType.KEYS_ONLY);

        assertThat(shops.createTableRequest("shops").streamSpecification()).isNull();
        assertThat(shops.updateTimeToLiveRequest("shops")).isEmpty();
        assertThat(TableDefinition.of(Catalog.Offers.class).updateTimeToLiveRequest("o"))
                .get()
                .extracting(request -> request.timeToLiveSpecification().attributeName())
                .isEqualTo("expires_at");
    }

    @Test
    void whatATableDoesNotHaveIsRefused() {
        TableDefinition offers = TableDefinition.of(Catalog.Offers.class);

        assertThatThrownBy(() -> offers.withProjection("by_cost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The table has no index by_cost; it has by_all, by_category, by_price.");
        assertThatThrownBy(() -> offers.withProvisionedCapacity(0, 1))
                .hasMessage(
                        "A table's provisioned capacity must be 1 unit or more, not 0 read units and 1 write units.");
        assertThatThrownBy(() -> DEFINITION.with("carts", cart -> cart))
                .hasMessage("The database has no table carts; it has catalog-offers, shops.");
        assertThatThrownBy(() -> DatabaseDefinition.of(String.class))
                .hasMessage("String is not the interface of a database. Name an interface that extends LogicalDb or"
                        + " AsyncLogicalDb.");
    }

    private static Map<String, AttributeValue> properties(String template, String id) {
        return EnhancedDocument.fromJson(template)
                .toMap()
                .get("Resources")
                .m()
                .get(id)
                .m()
                .get("Properties")
                .m();
    }

    /** The request in a template, by a reader that is not ours. */
    private static CreateTableRequest parsed(String template, String id) {
        Map<String, AttributeValue> properties = properties(template, id);
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(properties.get("TableName").s())
                .billingMode(properties.get("BillingMode").s())
                .attributeDefinitions(properties.get("AttributeDefinitions").l().stream()
                        .map(type -> AttributeDefinition.builder()
                                .attributeName(text(type, "AttributeName"))
                                .attributeType(text(type, "AttributeType"))
                                .build())
                        .toList())
                .keySchema(properties.get("KeySchema").l().stream()
                        .map(CloudFormationTest::element)
                        .toList());
        if (properties.containsKey("LocalSecondaryIndexes")) {
            request.localSecondaryIndexes(properties.get("LocalSecondaryIndexes").l().stream()
                    .map(index -> LocalSecondaryIndex.builder()
                            .indexName(text(index, "IndexName"))
                            .keySchema(index.m().get("KeySchema").l().stream()
                                    .map(CloudFormationTest::element)
                                    .toList())
                            .projection(projection(index))
                            .build())
                    .toList());
        }
        if (properties.containsKey("GlobalSecondaryIndexes")) {
            request.globalSecondaryIndexes(properties.get("GlobalSecondaryIndexes").l().stream()
                    .map(index -> GlobalSecondaryIndex.builder()
                            .indexName(text(index, "IndexName"))
                            .keySchema(index.m().get("KeySchema").l().stream()
                                    .map(CloudFormationTest::element)
                                    .toList())
                            .projection(projection(index))
                            .provisionedThroughput(throughput(index.m()))
                            .build())
                    .toList());
        }
        if (properties.containsKey("StreamSpecification")) {
            request.streamSpecification(stream -> stream.streamEnabled(true)
                    .streamViewType(text(properties.get("StreamSpecification"), "StreamViewType")));
        }
        return request.provisionedThroughput(throughput(properties)).build();
    }

    private static ProvisionedThroughput throughput(Map<String, AttributeValue> properties) {
        AttributeValue throughput = properties.get("ProvisionedThroughput");
        return throughput == null
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits(Long.valueOf(
                                throughput.m().get("ReadCapacityUnits").n()))
                        .writeCapacityUnits(Long.valueOf(
                                throughput.m().get("WriteCapacityUnits").n()))
                        .build();
    }

    private static Projection projection(AttributeValue index) {
        AttributeValue projection = index.m().get("Projection");
        Projection.Builder builder = Projection.builder().projectionType(text(projection, "ProjectionType"));
        AttributeValue attributes = projection.m().get("NonKeyAttributes");
        if (attributes != null) {
            builder.nonKeyAttributes(
                    attributes.l().stream().map(AttributeValue::s).toList());
        }
        return builder.build();
    }

    private static KeySchemaElement element(AttributeValue element) {
        return KeySchemaElement.builder()
                .attributeName(text(element, "AttributeName"))
                .keyType(text(element, "KeyType"))
                .build();
    }

    private static String text(AttributeValue object, String field) {
        return object.m().get(field).s();
    }
}
