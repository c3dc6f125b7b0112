package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class TestDbTest {
    private static final TestTable MUSIC = TestTable.create("music_items", MusicItem.class);
    private static final TableSchema<MusicItem> SCHEMA = TableSchema.fromBean(MusicItem.class);

    @RegisterExtension
    final TestDb db = TestDb.of(MUSIC);

    @RepeatedTest(3)
    void everyTestFindsItsTablesEmpty() {
        assertThat(count(db.client())).isZero();
        db.enhancedClient().table("music_items", SCHEMA).putItem(MusicItem.of("album_1", "INFO_"));
        assertThat(count(db.client())).isEqualTo(1);
    }

    @Test
    void allClientsBelongToTheRunningTest() {
        db.asyncClient()
                .putItem(request -> request.tableName("music_items").item(album(1)))
                .join();
        db.enhancedAsyncClient()
                .table("music_items", SCHEMA)
                .putItem(MusicItem.of("album_2", "INFO_"))
                .join();

        assertThat(count(db.client())).isEqualTo(2);
        assertThat(db.streamsClient().listStreams().streams()).isEmpty();
        assertThat(db.connection().client()).isSameAs(db.client());
    }

    @Test
    void threadsThatATestStartsSeeItsTables() {
        assertThat(CompletableFuture.supplyAsync(() -> count(db.client())).join())
                .isZero();
    }

    @Test
    void clientsCanBeParametersOfTheTest(
            DynamoDbConnection connection,
            DynamoDbClient client,
            DynamoDbAsyncClient asyncClient,
            DynamoDbEnhancedClient enhancedClient,
            DynamoDbEnhancedAsyncClient enhancedAsyncClient,
            DynamoDbStreamsClient streamsClient) {
        assertThat(connection).isSameAs(db.connection());
        assertThat(client).isSameAs(db.client());
        assertThat(asyncClient).isSameAs(db.asyncClient());
        assertThat(streamsClient).isSameAs(db.streamsClient());
        enhancedClient.table("music_items", SCHEMA).putItem(MusicItem.of("album_1", "INFO_"));
        assertThat(enhancedAsyncClient
                        .table("music_items", SCHEMA)
                        .getItem(MusicItem.of("album_1", "INFO_"))
                        .join())
                .isNotNull();
    }

    @Test
    void saysSoWhenNoTestIsRunning() {
        TestDb unused = TestDb.of(MUSIC);

        assertThatThrownBy(unused::client)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No test is running")
                .hasMessageContaining("@RegisterExtension");
    }

    @Nested
    class WithSeveralTables {
        @RegisterExtension
        static final TestDb OTHER =
                TestDb.builder().table("albums", MusicItem.class).tables(MUSIC).build();

        @Test
        void hasThemAll() {
            assertThat(OTHER.client().listTables().tableNames()).containsExactly("albums", "music_items");
        }

        @Test
        void standsBesideTheOuterOne() {
            assertThat(db.client().listTables().tableNames()).containsExactly("music_items");
        }
    }

    @Nested
    class AtAnEndpoint {
        private static final LocalDynamoDb ELSEWHERE = LocalDynamoDb.start();

        @RegisterExtension
        static final TestDb AT =
                TestDb.builder().table(MUSIC).endpoint(ELSEWHERE.endpoint()).build();

        @RepeatedTest(2)
        void findsItsTablesEmptyToo() {
            assertThat(count(AT.client())).isZero();
            AT.client().putItem(request -> request.tableName("music_items").item(album(1)));
        }
    }

    @Test
    void parallelTestsDoNotMeet() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(
                                        DiscoverySelectors.selectClass(ParallelSample.class),
                                        DiscoverySelectors.selectClass(OtherParallelSample.class))
                                .configurationParameters(Map.of(
                                        "junit.jupiter.execution.parallel.enabled", "true",
                                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"))
                                .build(),
                        summary);

        assertThat(summary.getSummary().getFailures())
                .extracting(failure -> failure.getException())
                .isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(40);
    }

    /** Run by the test above, and by no other: its name is not one that a build looks for. */
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelSample {
        @RegisterExtension
        static final TestDb DB = TestDb.of(MUSIC);

        @RepeatedTest(10)
        void writesAndCounts() {
            writeAndCount(DB.client());
        }

        @RepeatedTest(10)
        void writesAndCountsWithAParameter(DynamoDbClient client) {
            CompletableFuture.runAsync(() -> writeAndCount(client)).join();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class OtherParallelSample {
        @RegisterExtension
        final TestDb db = TestDb.of(MUSIC);

        @RepeatedTest(20)
        void writesAndCounts() {
            writeAndCount(db.client());
        }
    }

    private static void writeAndCount(DynamoDbClient client) {
        assertThat(count(client)).isZero();
        List.of(1, 2, 3)
                .forEach(number -> client.putItem(
                        request -> request.tableName("music_items").item(album(number))));
        assertThat(count(client)).isEqualTo(3);
    }

    private static int count(DynamoDbClient client) {
        return client.scan(request -> request.tableName("music_items")).count();
    }

    private static Map<String, AttributeValue> album(int number) {
        return Map.of(
                "partitionKey", AttributeValue.fromS("album_" + number), "sortKey", AttributeValue.fromS("INFO_"));
    }
}
