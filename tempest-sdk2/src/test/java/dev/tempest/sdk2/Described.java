package dev.tempest.sdk2;

import dev.tempest.TableReport;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** A live table as DynamoDB would describe it, for what an embedded one cannot be brought to. */
record Described(TableDescription table, TimeToLiveDescription timeToLive) {

    /** An active table with the keys {@code token} and {@code sort_key}, in one Region, without time to live. */
    static Described ofOneRegion() {
        return new Described(
                TableDescription.builder()
                        .tableName("things")
                        .tableStatus(TableStatus.ACTIVE)
                        .keySchema(List.of(key("token", KeyType.HASH), key("sort_key", KeyType.RANGE)))
                        .attributeDefinitions(List.of(text("token"), text("sort_key")))
                        .build(),
                timeToLive(TimeToLiveStatus.DISABLED, null));
    }

    Described with(UnaryOperator<TableDescription.Builder> change) {
        return new Described(change.apply(table.toBuilder()).build(), timeToLive);
    }

    Described withTimeToLive(TimeToLiveStatus status, String attribute) {
        return new Described(table, timeToLive(status, attribute));
    }

    private static TimeToLiveDescription timeToLive(TimeToLiveStatus status, String attribute) {
        return TimeToLiveDescription.builder()
                .timeToLiveStatus(status)
                .attributeName(attribute)
                .build();
    }

    static KeySchemaElement key(String attribute, KeyType role) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(role).build();
    }

    static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    /** What the check says about the table, of which this is the interface. */
    TableReport check(Class<? extends LogicalTable<?>> tableType) {
        return check(tableType, client(null));
    }

    /** The same, where DynamoDB answers a DescribeTimeToLive with an error. */
    TableReport checkRefused(Class<? extends LogicalTable<?>> tableType, String errorCode) {
        return check(tableType, client(errorCode));
    }

    private static TableReport check(Class<? extends LogicalTable<?>> tableType, DynamoDbClient client) {
        LogicalDb db = LogicalDb.create(
                LogicalDb.class,
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
        db.logicalTable("things", tableType);
        return db.checkTables().tables().get(0);
    }

    private DynamoDbClient client(String errorCode) {
        return new DynamoDbClient() {
            @Override
            public DescribeTableResponse describeTable(DescribeTableRequest request) {
                return DescribeTableResponse.builder().table(table).build();
            }

            @Override
            public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
                if (errorCode != null) {
                    throw DynamoDbException.builder()
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode(errorCode)
                                    .errorMessage("No.")
                                    .build())
                            .build();
                }
                return DescribeTimeToLiveResponse.builder()
                        .timeToLiveDescription(timeToLive)
                        .build();
            }

            @Override
            public String serviceName() {
                return "dynamodb";
            }

            @Override
            public void close() {}
        };
    }
}
