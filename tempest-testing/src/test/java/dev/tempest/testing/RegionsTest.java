package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessDescription;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class RegionsTest {
    private static final Map<String, AttributeValue> KEY =
            Map.of("partitionKey", AttributeValue.fromS("album_1"), "sortKey", AttributeValue.fromS("INFO_"));

    private static PutItemRequest put(String title) {
        return PutItemRequest.builder()
                .tableName("music_items")
                .item(Map.of(
                        "partitionKey", AttributeValue.fromS("album_1"),
                        "sortKey", AttributeValue.fromS("INFO_"),
                        "title", AttributeValue.fromS(title)))
                .build();
    }

    private static void put(DynamoDbClient client, String title) {
        client.putItem(put(title));
    }

    private static String title(DynamoDbClient client) {
        Map<String, AttributeValue> item = client.getItem(
                        request -> request.tableName("music_items").key(KEY).consistentRead(true))
                .item();
        return item.isEmpty() ? "none" : item.get("title").s();
    }

    private static TableDescription describe(DynamoDbClient client) {
        return client.describeTable(request -> request.tableName("music_items")).table();
    }

    /** Without a local index, which strong consistency rules out. */
    @DynamoDbBean
    public static class Song {
        private String partitionKey;
        private String sortKey;

        @DynamoDbPartitionKey
        public String getPartitionKey() {
            return partitionKey;
        }

        public void setPartitionKey(String partitionKey) {
            this.partitionKey = partitionKey;
        }

        @DynamoDbSortKey
        public String getSortKey() {
            return sortKey;
        }

        public void setSortKey(String sortKey) {
            this.sortKey = sortKey;
        }
    }

    @Nested
    class WithEventualConsistency {
        @RegisterExtension
        final TestDb db = TestDb.builder()
                .table("music_items", MusicItem.class)
                .regions(TestRegions.eventual("eu-west-1", "us-east-1", "ap-south-1"))
                .build();

        @Test
        void aTestLetsWritesThrough() {
            put(db.client(), "1");

            assertThat(title(db.inRegion("eu-west-1").client())).isEqualTo("1");
            assertThat(title(db.inRegion("us-east-1").client())).isEqualTo("none");
            db.regions().replicate("eu-west-1", "us-east-1");
            assertThat(title(db.inRegion("us-east-1").client())).isEqualTo("1");
            assertThat(title(db.inRegion("ap-south-1").client())).isEqualTo("none");
        }

        @Test
        void theEndpointIsTheSameAndTheRegionOfTheClientDecides() {
            DynamoDbConnection us = db.inRegion("us-east-1");

            try (DynamoDbClient client = us.clientBuilder().build()) {
                put(client, "1");
            }

            assertThat(us.endpoint()).isEqualTo(db.connection().endpoint());
            assertThat(title(us.client())).isEqualTo("1");
            assertThat(title(db.client())).isEqualTo("none");
        }

        @Test
        void aRegionHasANetworkThatFails() {
            FaultyHttp network =
                    FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build();

            put(db.with(network).inRegion("us-east-1").client(), "1");

            assertThat(network.requests("PutItem")).isEqualTo(2);
            assertThat(title(db.inRegion("us-east-1").client())).isEqualTo("1");
        }

        @Test
        void theTablesAreReplicasOfEachOther() {
            TableDescription table = describe(db.inRegion("us-east-1").client());

            assertThat(table.multiRegionConsistency()).isEqualTo(MultiRegionConsistency.EVENTUAL);
            assertThat(table.replicas())
                    .extracting(replica -> replica.regionName() + " " + replica.replicaStatusAsString())
                    .containsExactly("eu-west-1 ACTIVE", "ap-south-1 ACTIVE");
        }
    }

    @Nested
    class WithStrongConsistency {
        @RegisterExtension
        final TestDb db = TestDb.builder()
                .table("music_items", Song.class)
                .regions(TestRegions.strongWithWitness("us-east-1", "us-east-2", "us-west-2"))
                .build();

        @Test
        void aWriteThatMeetsOneOfAnotherRegionIsTriedAgainByTheSdk() {
            DynamoDbAsyncClient ohio = db.inRegion("us-east-2").asyncClient();
            AtomicReference<CompletableFuture<PutItemResponse>> meanwhile = new AtomicReference<>();
            db.regions().duringNextWrite("us-east-1", () -> meanwhile.set(ohio.putItem(put("2"))));

            put(db.client(), "1");
            meanwhile.get().join();

            assertThat(title(db.client())).isEqualTo("2");
        }

        @Test
        void theTablesHaveAWitness() {
            assertThat(describe(db.inRegion("us-east-2").client()).globalTableWitnesses())
                    .extracting(GlobalTableWitnessDescription::regionName)
                    .containsExactly("us-west-2");
        }

        @Test
        void twoRegionsGoOnWithoutTheThird() {
            db.regions().isolate("us-west-2");

            put(db.client(), "1");

            assertThat(title(db.inRegion("us-east-2").client())).isEqualTo("1");
        }
    }

    @Test
    void regionsNeedAServerInThisJvm() {
        TestDb.Builder elsewhere = TestDb.builder()
                .endpoint(URI.create("http://localhost:1"))
                .regions(TestRegions.eventual("eu-west-1", "us-east-1"));

        assertThatThrownBy(elsewhere::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Regions need a server in this JVM: TestRegions[EVENTUAL [eu-west-1, us-east-1]]");
        assertThatThrownBy(() -> TestRegions.strong("us-east-1", "us-east-1", "us-west-2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Each Region can be given once");
    }
}
