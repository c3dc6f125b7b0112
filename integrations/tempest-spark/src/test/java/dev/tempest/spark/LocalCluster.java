package dev.tempest.spark;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Spark with two executor threads in this JVM, each of whose tasks may run four times. Functions and items are serialized. */
final class LocalCluster {
    private static final Map<String, Watcher> WATCHERS = new ConcurrentHashMap<>();

    private static final SparkSession SPARK = SparkSession.builder()
            .master("local[2,4]")
            .appName("tempest-spark")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate();

    private LocalCluster() {}

    /** Is told of each request, and may throw in place of it or after it. */
    interface Watcher {
        Watcher NONE = new Watcher() {};

        default void before(DynamoDbRequest request) {}

        default void after(Object response) {}
    }

    /** Stands for the end of a task: nothing in it catches it. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1;
    }

    static SparkSession spark() {
        return SPARK;
    }

    /** A test's database, opened by each executor at its endpoint. */
    static <D extends LogicalDb> TempestSpark<D> database(
            Class<D> dbType, DynamoDbConnection connection, Watcher watcher) {
        String endpoint = connection.endpoint().toString();
        String accessKeyId = connection.accessKeyId();
        String name = UUID.randomUUID().toString();
        WATCHERS.put(name, watcher);
        return TempestSpark.of(() -> open(dbType, endpoint, accessKeyId, name));
    }

    private static <D extends LogicalDb> D open(Class<D> dbType, String endpoint, String accessKeyId, String name) {
        DynamoDbClient client =
                DynamoDbConnection.to(URI.create(endpoint), accessKeyId).client();
        DynamoDbEnhancedClient watched = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(watched(client, WATCHERS.get(name)))
                .build();
        return LogicalDb.create(dbType, watched);
    }

    private static DynamoDbClient watched(DynamoDbClient client, Watcher watcher) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    boolean isRequest =
                            arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest;
                    if (isRequest) {
                        watcher.before((DynamoDbRequest) arguments[0]);
                    }
                    Object response;
                    try {
                        response = method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (isRequest) {
                        watcher.after(response);
                    }
                    return response;
                });
    }
}
