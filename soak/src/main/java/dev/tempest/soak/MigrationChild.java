package dev.tempest.soak;

import static java.util.Objects.requireNonNull;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationTable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A process that migrates the table of a {@link MigrationSoak}. It is killed, and started again. */
public final class MigrationChild {
    /** The end of the output of a process that was not killed. */
    static final String DONE = "done";

    private MigrationChild() {}

    /** An item of the current model. The migration counts itself in {@code migrations}. */
    record Person(
            String id,
            String first_name,
            String last_name,
            int migrations,
            List<String> writes,
            @Version @Nullable Long version) {
        record Key(String id) {}
    }

    /** What writers see of an item, whichever model it is of. */
    record Written(
            String id,
            List<String> writes,
            @Version @Nullable Long version) {
        record Key(String id) {}
    }

    @Table(partitionKey = "id")
    interface People extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Person.Key, Person> people();
    }

    @Table(partitionKey = "id")
    interface WrittenTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Written.Key, Written> written();
    }

    interface Db extends LogicalDb {
        @TableName("people")
        People people();

        @TableName("migrations")
        MigrationTable migrations();
    }

    /** The database of the writers, which does not have the current model. */
    interface WritersDb extends LogicalDb {
        @TableName("people")
        WrittenTable people();
    }

    static final Migration<Person> MIGRATION = Migration.of(Person.class, "model")
            .step(1, item -> {
                String[] names = requireNonNull(item.remove("name")).s().split(" ", 2);
                item.put("first_name", AttributeValue.fromS(names[0]));
                item.put("last_name", AttributeValue.fromS(names[1]));
                AttributeValue before = item.getOrDefault("migrations", AttributeValue.fromN("0"));
                item.put("migrations", AttributeValue.fromN(Integer.toString(Integer.parseInt(before.n()) + 1)));
                return item;
            });

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("soak", "secret")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    static <D extends LogicalDb> D db(Class<D> type, DynamoDbClient client) {
        return LogicalDb.create(
                type, DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
    }

    /** Prints how many items were changed after each page, and the report. */
    public static void main(String[] arguments) {
        Db db = db(Db.class, client(URI.create(arguments[0])));
        MigrationConfig config = MigrationConfig.builder()
                .segments(4)
                .lease(Duration.ofSeconds(1))
                .checkpoints(db.migrations())
                .onProgress(progress -> System.out.println(progress.counts().changed()))
                .build();
        MigrationReport report = db.migrate(MIGRATION, config);
        System.out.println(DONE);
        System.out.print(report.text());
        System.out.flush();
        System.exit(0);
    }
}
