package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class DynamoDbConnectionTest {
    private static final TestTable TABLE = TestTable.create("music_items", MusicItem.class);
    private static final TableSchema<MusicItem> SCHEMA = TableSchema.fromBean(MusicItem.class);
    private static final Map<String, AttributeValue> KEY =
            Map.of("partitionKey", AttributeValue.fromS("album_1"), "sortKey", AttributeValue.fromS("INFO_"));

    @Test
    void allClientsReachTheSameTables() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTable(TABLE);
            db.enhancedClient().table("music_items", SCHEMA).putItem(MusicItem.of("album_1", "INFO_"));

            assertThat(db.client()
                            .getItem(request -> request.tableName("music_items").key(KEY))
                            .item())
                    .isEqualTo(KEY);
            assertThat(db.asyncClient()
                            .getItem(request -> request.tableName("music_items").key(KEY))
                            .join()
                            .item())
                    .isEqualTo(KEY);
            assertThat(db.enhancedAsyncClient()
                            .table("music_items", SCHEMA)
                            .getItem(MusicItem.of("album_1", "INFO_"))
                            .join()
                            .getPartitionKey())
                    .isEqualTo("album_1");
        }
    }

    @Test
    void connectionsToOneServerDoNotSeeEachOther() {
        try (DynamoDbConnection one = DynamoDbConnection.embedded();
                DynamoDbConnection two = DynamoDbConnection.embedded()) {
            one.createTable(TABLE);
            two.createTable(TABLE);
            one.client().putItem(request -> request.tableName("music_items").item(KEY));

            assertThat(one.client()
                            .scan(request -> request.tableName("music_items"))
                            .count())
                    .isEqualTo(1);
            assertThat(two.client()
                            .scan(request -> request.tableName("music_items"))
                            .count())
                    .isZero();
        }
    }

    @Test
    void theSameCodeConnectsToAnyOtherEndpoint() {
        try (LocalDynamoDb elsewhere = LocalDynamoDb.start();
                DynamoDbConnection db = DynamoDbConnection.to(elsewhere.endpoint());
                DynamoDbConnection later = DynamoDbConnection.to(elsewhere.endpoint())) {
            db.createTable(TABLE);

            assertThat(later.client().listTables().tableNames()).containsExactly("music_items");
            assertThat(db).hasToString("DynamoDbConnection[" + elsewhere.endpoint() + "]");
        }
    }

    @Test
    void createsATableOnceOrSaysThatItIsThere() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTableIfAbsent(TABLE);
            db.createTableIfAbsent(TABLE);

            assertThat(db.client().listTables().tableNames()).containsExactly("music_items");
            assertThatThrownBy(() -> db.createTable(TABLE)).isInstanceOf(ResourceInUseException.class);
        }
    }

    @Test
    void streamsCanBeRead() {
        TestTable withStream = TestTable.create(
                "music_items",
                MusicItem.class,
                request -> request.streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTable(withStream);
            db.client().putItem(request -> request.tableName("music_items").item(KEY));

            String arn = db.client()
                    .describeTable(request -> request.tableName("music_items"))
                    .table()
                    .latestStreamArn();
            String shard = db.streamsClient()
                    .describeStream(request -> request.streamArn(arn))
                    .streamDescription()
                    .shards()
                    .get(0)
                    .shardId();
            String iterator = db.streamsClient()
                    .getShardIterator(request ->
                            request.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            assertThat(db.streamsClient()
                            .getRecords(request -> request.shardIterator(iterator))
                            .records())
                    .singleElement()
                    .satisfies(
                            change -> assertThat(change.dynamodb().newImage()).isEqualTo(KEY));
        }
    }

    @Test
    void aBuilderLeadsToTheSameTablesWithSettingsOfItsOwn() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded();
                DynamoDbClient own = db.clientBuilder()
                        .overrideConfiguration(ClientOverrideConfiguration.builder()
                                .putHeader("x-test", "1")
                                .build())
                        .build()) {
            db.createTable(TABLE);

            assertThat(own.listTables().tableNames()).containsExactly("music_items");
        }
    }

    @Test
    void aBuilderLeadsToTheSameTablesThroughAnHttpClientOfItsOwn() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded();
                SdkHttpClient http = Apache5HttpClient.create();
                DynamoDbClient own = db.clientBuilder().httpClient(http).build()) {
            db.createTable(TABLE);

            assertThat(own.listTables().tableNames()).containsExactly("music_items");
        }
    }

    @Test
    void aClosedConnectionGivesNoMoreClients() {
        DynamoDbConnection db = DynamoDbConnection.embedded();
        db.close();
        db.close();

        assertThatThrownBy(db::client).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed");
    }

    @Test
    void whoComesTooLateIsToldSo() {
        DynamoDbConnection db = DynamoDbConnection.embedded();
        try (DynamoDbClient late = db.clientBuilder().build()) {
            db.createTable(TABLE);
            db.close();

            assertThatThrownBy(late::listTables)
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("the test or connection that they belonged to has ended");
        }
    }

    @Test
    void aTableWhoseCreationWasNotAnsweredIsCreated() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            FaultyHttp network = firstCreationLosesItsAnswer();

            db.with(network).createTable(TABLE);

            assertThat(network.requests("CreateTable")).isEqualTo(2);
            assertThat(db.client().listTables().tableNames()).containsExactly("music_items");
        }
    }

    @Test
    void aTableWithOtherKeysIsNotTakenForTheOneThatAnEarlierTryMade() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.client()
                    .createTable(request -> request.tableName("music_items")
                            .keySchema(KeySchemaElement.builder()
                                    .attributeName("partitionKey")
                                    .keyType(KeyType.HASH)
                                    .build())
                            .attributeDefinitions(AttributeDefinition.builder()
                                    .attributeName("partitionKey")
                                    .attributeType(ScalarAttributeType.S)
                                    .build())
                            .billingMode(BillingMode.PAY_PER_REQUEST));
            DynamoDbConnection unreliable = db.with(firstCreationLosesItsAnswer());

            assertThatThrownBy(() -> unreliable.createTable(TABLE)).isInstanceOf(ResourceInUseException.class);
        }
    }

    private static FaultyHttp firstCreationLosesItsAnswer() {
        return FaultyHttp.builder().nth(1, "CreateTable", Fault.responseLost()).build();
    }
}
