package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.local.sdk2.LocalHttpClients;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class WaysInTest {
    private static final CreateTableRequest THINGS = CreateTableRequest.builder()
            .tableName("things")
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(AttributeDefinition.builder()
                    .attributeName("pk")
                    .attributeType("S")
                    .build())
            .keySchema(KeySchemaElement.builder()
                    .attributeName("pk")
                    .keyType("HASH")
                    .build())
            .build();

    private final LocalEngine engine = LocalEngine.create();

    @AfterEach
    void close() {
        engine.close();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
        return builder.endpointOverride(URI.create("http://unused"))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    }

    private DynamoDbClient client() {
        return configured(DynamoDbClient.builder())
                .httpClient(LocalHttpClients.sync(engine))
                .build();
    }

    @Test
    void theSdkWorksInMemory() {
        try (DynamoDbClient client = client()) {
            client.createTable(THINGS);
            assertThat(client.describeTable(request -> request.tableName("things"))
                            .table()
                            .tableStatus())
                    .isEqualTo(TableStatus.ACTIVE);
            Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1"));
            client.putItem(request -> request.tableName("things").item(item));

            assertThat(client.getItem(
                                    request -> request.tableName("things").key(Map.of("pk", AttributeValue.fromS("a"))))
                            .item())
                    .isEqualTo(item);
            assertThatThrownBy(() -> client.putItem(request -> request.tableName("things")
                            .item(item)
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure("ALL_OLD")))
                    .isInstanceOfSatisfying(
                            ConditionalCheckFailedException.class,
                            e -> assertThat(e.item()).isEqualTo(item));
        }
        assertThat(Local.text(engine.handle("ListTables", "key", "eu-west-1", Local.bytes("{}"))))
                .contains("things");
    }

    @Test
    void theAsynchronousSdkWorksInMemory() {
        try (DynamoDbAsyncClient client = configured(DynamoDbAsyncClient.builder())
                .httpClient(LocalHttpClients.async(engine))
                .build()) {
            client.createTable(THINGS).join();
            Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("a"));
            client.putItem(request -> request.tableName("things").item(item)).join();

            assertThat(client.getItem(request -> request.tableName("things").key(item))
                            .join()
                            .item())
                    .isEqualTo(item);
            assertThatThrownBy(() -> client.deleteItem(request -> request.tableName("things")
                                    .key(item)
                                    .conditionExpression("attribute_not_exists(pk)"))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void theEnhancedClientWorksInMemory() {
        try (DynamoDbClient client = client()) {
            DynamoDbTable<Thing> things = DynamoDbEnhancedClient.builder()
                    .dynamoDbClient(client)
                    .build()
                    .table("things", TableSchema.fromBean(Thing.class));
            things.createTable();
            Thing thing = new Thing();
            thing.setId("a");
            thing.setTags(Set.of("x", "y"));
            things.putItem(thing);

            assertThat(things.getItem(Key.builder().partitionValue("a").build()).getTags())
                    .isEqualTo(Set.of("x", "y"));
            assertThat(things.query(QueryConditional.keyEqualTo(key -> key.partitionValue("a")))
                            .items())
                    .hasSize(1);
            assertThat(things.deleteItem(thing).getId()).isEqualTo("a");
            assertThat(things.scan().items()).isEmpty();
        }
    }

    @Test
    void theEngineListensOnAPortOnceItIsAskedToAndClosesIt() throws Exception {
        URI endpoint = engine.listen();
        assertThat(engine.listen()).isEqualTo(endpoint);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=key/20260101/eu-west-1/dynamodb/aws4_request, Signature=x")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"TableNames\":[]}");
        assertThat(response.headers().firstValue("x-amz-crc32")).isPresent();
        engine.close();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> engine.handle("ListTables", "key", Local.bytes("{}")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedEngineLeavesNoThread() throws Exception {
        LocalEngine other = LocalEngine.create();
        assertThat(threads()).noneMatch(name -> name.startsWith("tempest-local"));
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(other.listen())
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        other.close();

        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (threads().stream().anyMatch(name -> name.startsWith("tempest-local")) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(threads()).noneMatch(name -> name.startsWith("tempest-local"));
    }

    @Test
    void aClosedEngineFreesItsPort() throws Exception {
        LocalEngine other = LocalEngine.create();
        int port = other.listen().getPort();
        other.close();

        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(socket.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void whatADroppedNamespaceHeldIsGarbage() {
        List<WeakReference<Object>> held = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String owner = "owner" + i;
            engine.handle("CreateTable", owner, Local.bytes(Local.HASH_TABLE.formatted("things")));
            String item = "{'TableName': 'things', 'Item': {'pk': {'S': 'a'}, 'x': {'S': '%s'}}}";
            engine.handle("PutItem", owner, Local.bytes(item.formatted("x".repeat(300_000))));
            held.add(new WeakReference<>(engine.namespaceOf(owner)));
            engine.drop(owner);
        }

        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (held.stream().anyMatch(each -> each.get() != null) && System.nanoTime() < deadline) {
            System.gc();
        }
        assertThat(held).allMatch(each -> each.get() == null);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toList());
    }

    @DynamoDbBean
    public static class Thing {
        private String id;
        private Set<String> tags;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public Set<String> getTags() {
            return tags;
        }

        public void setTags(Set<String> tags) {
            this.tags = tags;
        }
    }
}
