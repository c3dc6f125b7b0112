package dev.tempest.testing.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeStreamRequest;
import com.amazonaws.services.dynamodbv2.model.GetRecordsRequest;
import com.amazonaws.services.dynamodbv2.model.GetShardIteratorRequest;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.ResourceInUseException;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import com.amazonaws.services.dynamodbv2.model.ScalarAttributeType;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.ShardIteratorType;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import com.amazonaws.services.dynamodbv2.model.StreamViewType;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.LocalDynamoDb;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamoDbConnectionTest {
    private static final TestTable TABLE = TestTable.create(MusicItem.class);
    private static final Map<String, AttributeValue> KEY =
            Map.of("partitionKey", new AttributeValue("album_1"), "sortKey", new AttributeValue("INFO_"));

    @Test
    void connectionsToOneServerDoNotSeeEachOther() {
        try (DynamoDbConnection one = DynamoDbConnection.embedded();
                DynamoDbConnection two = DynamoDbConnection.embedded()) {
            one.createTable(TABLE);
            two.createTable(TABLE);
            one.client().putItem("music_items", KEY);

            assertThat(count(one)).isEqualTo(1);
            assertThat(count(two)).isZero();
        }
    }

    @Test
    void theSameCodeConnectsToAnyOtherEndpoint() {
        try (LocalDynamoDb elsewhere = LocalDynamoDb.start();
                DynamoDbConnection db = DynamoDbConnection.to(elsewhere.endpoint());
                DynamoDbConnection later = DynamoDbConnection.to(elsewhere.endpoint())) {
            db.createTable(TABLE);

            assertThat(later.client().listTables().getTableNames()).containsExactly("music_items");
            assertThat(db).hasToString("DynamoDbConnection[" + elsewhere.endpoint() + "]");
        }
    }

    @Test
    void anotherConnectionLeadsToTheSameTablesByEndpointAndAccessKeyId() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded();
                DynamoDbConnection other = DynamoDbConnection.to(db.endpoint(), db.accessKeyId())) {
            db.createTable(TABLE);
            db.client().putItem("music_items", KEY);

            assertThat(count(other)).isEqualTo(1);
        }
    }

    @Test
    void whereAwsIsOnlyTheSdkKnows() {
        try (DynamoDbConnection aws = DynamoDbConnection.aws()) {
            assertThat(aws).hasToString("DynamoDbConnection[AWS]");
            assertThatThrownBy(aws::endpoint)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This connection leads to AWS, by what the SDK finds by default");
            assertThatThrownBy(aws::accessKeyId).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void createsATableOnceOrSaysThatItIsThere() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTableIfAbsent(TABLE);
            db.createTableIfAbsent(TABLE);

            assertThat(db.client().listTables().getTableNames()).containsExactly("music_items");
            assertThatThrownBy(() -> db.createTable(TABLE)).isInstanceOf(ResourceInUseException.class);
        }
    }

    @Test
    void streamsCanBeRead() {
        TestTable withStream = TestTable.create(
                "music_items",
                MusicItem.class,
                request -> request.withStreamSpecification(new StreamSpecification()
                        .withStreamEnabled(true)
                        .withStreamViewType(StreamViewType.NEW_IMAGE)));
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTable(withStream);
            db.client().putItem("music_items", KEY);

            String arn = db.client().describeTable("music_items").getTable().getLatestStreamArn();
            AmazonDynamoDBStreams streams = db.streamsClient();
            String shard = streams.describeStream(new DescribeStreamRequest().withStreamArn(arn))
                    .getStreamDescription()
                    .getShards()
                    .get(0)
                    .getShardId();
            String iterator = streams.getShardIterator(new GetShardIteratorRequest()
                            .withStreamArn(arn)
                            .withShardId(shard)
                            .withShardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .getShardIterator();
            assertThat(streams.getRecords(new GetRecordsRequest().withShardIterator(iterator))
                            .getRecords())
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.getDynamodb().getNewImage()).isEqualTo(KEY));
        }
    }

    @Test
    void aBuilderLeadsToTheSameTablesWithSettingsOfItsOwn() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            AmazonDynamoDB own = db.clientBuilder()
                    .withClientConfiguration(new ClientConfiguration().withMaxErrorRetry(0))
                    .build();
            db.createTable(TABLE);

            assertThat(own.listTables().getTableNames()).containsExactly("music_items");
            own.shutdown();
        }
    }

    @Test
    void aMapperMayHaveSettingsOfItsOwn() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTable(TestTable.create("albums", MusicItem.class));

            db.mapper(DynamoDBMapperConfig.builder()
                            .withTableNameOverride(
                                    DynamoDBMapperConfig.TableNameOverride.withTableNameReplacement("albums"))
                            .build())
                    .save(MusicItem.of("album_1", "INFO_"));

            assertThat(db.client().scan(new ScanRequest("albums")).getItems()).containsExactly(KEY);
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
        AmazonDynamoDB late = db.clientBuilder().build();
        db.createTable(TABLE);
        db.close();

        assertThatThrownBy(late::listTables)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("the test or connection that they belonged to has ended");
        late.shutdown();
    }

    private static int count(DynamoDbConnection db) {
        return db.client().scan(new ScanRequest("music_items")).getCount();
    }

    @Test
    void aTableWhoseCreationWasNotAnsweredIsCreated() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            FaultyHttp network = firstCreationLosesItsAnswer();

            db.with(network).createTable(TABLE);

            assertThat(network.requests("CreateTable")).isEqualTo(2);
            assertThat(db.client().listTables().getTableNames()).containsExactly("music_items");
        }
    }

    @Test
    void aTableWithOtherKeysIsNotTakenForTheOneThatAnEarlierTryMade() {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.client()
                    .createTable(new CreateTableRequest()
                            .withTableName("music_items")
                            .withKeySchema(new KeySchemaElement("partitionKey", KeyType.HASH))
                            .withAttributeDefinitions(new AttributeDefinition("partitionKey", ScalarAttributeType.S))
                            .withBillingMode(BillingMode.PAY_PER_REQUEST));
            DynamoDbConnection unreliable = db.with(firstCreationLosesItsAnswer());

            assertThatThrownBy(() -> unreliable.createTable(TABLE)).isInstanceOf(ResourceInUseException.class);
        }
    }

    private static FaultyHttp firstCreationLosesItsAnswer() {
        return FaultyHttp.builder().nth(1, "CreateTable", Fault.responseLost()).build();
    }
}
