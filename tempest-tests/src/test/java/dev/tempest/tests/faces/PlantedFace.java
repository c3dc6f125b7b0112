package dev.tempest.tests.faces;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Planted.All;
import dev.tempest.tests.faces.Planted.Computed;
import dev.tempest.tests.faces.Planted.Picky;
import dev.tempest.tests.faces.Planted.Prefixed;
import dev.tempest.tests.faces.Planted.Secret;
import dev.tempest.tests.faces.Planted.Talkative;
import dev.tempest.tests.faces.Planted.Versioned;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/**
 * The database of {@link Planted} through one of the interfaces.
 *
 * @param increment null where there are no increments
 * @param collection null where there are no item collections
 */
record PlantedFace(
        Operations operations,
        Items<PlantedRow, PlantedRow> rows,
        Items<Secret.Key, Secret> secrets,
        Items<Talkative, Secret> talkative,
        Items<Versioned.Key, Versioned> versions,
        Items<Prefixed.Key, Prefixed> prefixed,
        Items<Computed.Key, Computed> computed,
        Items<Picky.Key, Picky> picky,
        Pages<Secret.Key, Secret> secretPages,
        Pages<Talkative, Secret> talkativePages,
        BiConsumer<Secret.Key, Increment<Object>> increment,
        Consumer<All.Key> collection) {

    static PlantedFace open(Face.Kind kind, DynamoDbConnection connection) {
        return switch (kind) {
            case SYNC -> sync(connection);
            case ASYNC -> async(connection);
            case SDK1 -> sdk1(connection);
            case SYNC_ITEMS, ASYNC_ITEMS, SDK1_ITEMS -> throw new IllegalArgumentException();
        };
    }

    static PlantedFace open(Face.Kind kind, DynamoDbConnection connection, FaultyHttp network) {
        return open(kind, connection.with(network));
    }

    private static PlantedFace sync(DynamoDbConnection connection) {
        Planted.Db db = LogicalDb.builder(Planted.Db.class)
                .enhancedClient(DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(connection
                                .clientBuilder()
                                .overrideConfiguration(o -> o.retryStrategy(Retries.quick(3)))
                                .build())
                        .build())
                .updateTimeout(Duration.ofSeconds(2))
                .build();
        Planted.Table table = db.planted();
        return new PlantedFace(
                new SyncOperations(db),
                new SyncItems<>(table),
                new SyncItems<>(table.secrets()),
                new SyncItems<>(table.talkative()),
                new SyncItems<>(table.versions()),
                new SyncItems<>(table.prefixed()),
                new SyncItems<>(table.computed()),
                new SyncItems<>(table.picky()),
                new SyncPages<>(table.secrets(), table.secrets()),
                new SyncPages<>(table.talkative(), table.talkative()),
                (key, increment) -> table.secrets().increment(key, increment),
                key -> table.all().load(key));
    }

    private static PlantedFace async(DynamoDbConnection connection) {
        Planted.AsyncDb db = AsyncLogicalDb.builder(Planted.AsyncDb.class)
                .enhancedClient(DynamoDbEnhancedAsyncClient.builder()
                        .dynamoDbClient(connection
                                .asyncClientBuilder()
                                .overrideConfiguration(o -> o.retryStrategy(Retries.quick(3)))
                                .build())
                        .build())
                .updateTimeout(Duration.ofSeconds(2))
                .build();
        Planted.AsyncTable table = db.planted();
        return new PlantedFace(
                new AsyncOperations(db),
                new AsyncItems<>(table),
                new AsyncItems<>(table.secrets()),
                new AsyncItems<>(table.talkative()),
                new AsyncItems<>(table.versions()),
                new AsyncItems<>(table.prefixed()),
                new AsyncItems<>(table.computed()),
                new AsyncItems<>(table.picky()),
                new AsyncPages<>(table.secrets(), table.secrets()),
                new AsyncPages<>(table.talkative(), table.talkative()),
                (key, increment) -> Waiting.result(table.secrets().incrementAsync(key, increment)),
                key -> Waiting.result(table.all().loadAsync(key)));
    }

    private static PlantedFace sdk1(DynamoDbConnection connection) {
        AmazonDynamoDB client = Sdk1Client.of(connection);
        Planted.Sdk1Db db = dev.tempest.sdk1.LogicalDb.create(Planted.Sdk1Db.class, new DynamoDBMapper(client));
        Planted.Sdk1Table table = db.planted();
        return new PlantedFace(
                new Sdk1Operations(db),
                new Sdk1Items<>(table),
                new Sdk1Items<>(table.secrets()),
                new Sdk1Items<>(table.talkative()),
                new Sdk1Items<>(table.versions()),
                new Sdk1Items<>(table.prefixed()),
                new Sdk1Items<>(table.computed()),
                new Sdk1Items<>(table.picky()),
                new Sdk1Pages<>(table.secrets(), table.secrets()),
                new Sdk1Pages<>(table.talkative(), table.talkative()),
                null,
                null);
    }
}
