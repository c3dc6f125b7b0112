package dev.tempest.sdk2;

import dev.tempest.sdk2.internal.SyncDb;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Builds a {@link LogicalDb}. Not safe for use by several threads.
 *
 * @param <D> the user's interface
 */
public final class LogicalDbBuilder<D extends LogicalDb> {
    private final Class<D> dbType;
    private @Nullable DynamoDbEnhancedClient enhancedClient;
    private @Nullable DynamoDbClient client;
    private @Nullable TableNameResolver tableNameResolver;

    LogicalDbBuilder(Class<D> dbType) {
        this.dbType = Objects.requireNonNull(dbType, "dbType");
    }

    /** The client whose extensions are used, and through which requests go unless {@link #client} gives another. */
    public LogicalDbBuilder<D> enhancedClient(DynamoDbEnhancedClient enhancedClient) {
        this.enhancedClient = Objects.requireNonNull(enhancedClient, "enhancedClient");
        return this;
    }

    /**
     * The client that does the requests. Needed only where the enhanced client is an implementation of one's own that
     * does not tell its client.
     */
    public LogicalDbBuilder<D> client(DynamoDbClient client) {
        this.client = Objects.requireNonNull(client, "client");
        return this;
    }

    /** Names the tables; by default {@link dev.tempest.TableName} does. */
    public LogicalDbBuilder<D> tableNameResolver(TableNameResolver tableNameResolver) {
        this.tableNameResolver = Objects.requireNonNull(tableNameResolver, "tableNameResolver");
        return this;
    }

    /**
     * Makes the database, and checks its whole model. Sends nothing.
     *
     * @throws IllegalArgumentException if the model is wrong; the message tells the class, the property and what to do
     */
    public D build() {
        DynamoDbEnhancedClient enhanced = enhancedClient;
        if (enhanced == null) {
            throw new IllegalStateException("A LogicalDb needs an enhanced client: call enhancedClient(...).");
        }
        return SyncDb.create(
                dbType, client != null ? client : clientOf(enhanced), extensionOf(enhanced), tableNameResolver);
    }

    private static DynamoDbClient clientOf(DynamoDbEnhancedClient enhanced) {
        try {
            return enhanced.dynamoDbClient();
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    enhanced.getClass().getName() + " does not tell its DynamoDbClient: call client(...) too.", e);
        }
    }

    /** The enhanced client tells its extensions only by its tables. */
    private static @Nullable DynamoDbEnhancedClientExtension extensionOf(DynamoDbEnhancedClient enhanced) {
        return enhanced.table("tempest", TableSchema.documentSchemaBuilder()
                        .addIndexPartitionKey(
                                TableMetadata.primaryIndexName(), "tempest", AttributeValueType.S)
                        .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                        .build())
                .mapperExtension();
    }
}
