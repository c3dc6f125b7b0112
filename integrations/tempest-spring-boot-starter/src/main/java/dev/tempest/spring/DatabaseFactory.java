package dev.tempest.spring;

import dev.tempest.OperationListener;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalDbBuilder;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalDbBuilder;
import dev.tempest.sdk2.TableNameResolver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the databases. Bean definitions name it; applications do not. */
public final class DatabaseFactory {
    static final String NAME = "tempestDatabaseFactory";
    static final String METHOD = "database";

    private final BeanFactory beans;
    private final TempestProperties properties;

    DatabaseFactory(BeanFactory beans, TempestProperties properties) {
        this.beans = beans;
        this.properties = properties;
    }

    /**
     * A database with the clients, properties and customizers of the application.
     *
     * @param dbType an interface that extends {@link LogicalDb} or {@link AsyncLogicalDb}
     * @throws TempestStartException if the model or a property is wrong, or if there is no client
     */
    public Object database(Class<?> dbType) {
        try {
            return made(dbType);
        } catch (IllegalArgumentException e) {
            throw new TempestStartException(
                    String.valueOf(e.getMessage()),
                    "Correct the model of " + dbType.getName() + ", or the properties of Tempest.",
                    e);
        }
    }

    private Object made(Class<?> dbType) {
        if (LogicalDb.class.isAssignableFrom(dbType)) {
            return blocking(dbType.asSubclass(LogicalDb.class));
        }
        if (AsyncLogicalDb.class.isAssignableFrom(dbType)) {
            return async(dbType.asSubclass(AsyncLogicalDb.class));
        }
        throw new TempestStartException(
                dbType.getName() + " is not a database.",
                "Let it extend LogicalDb or AsyncLogicalDb, or remove it from @TempestScan.",
                null);
    }

    private <D extends LogicalDb> D blocking(Class<D> dbType) {
        LogicalDbBuilder<D> builder = LogicalDb.builder(dbType);
        DynamoDbEnhancedClient client = enhancedClient();
        if (client != null) {
            builder.enhancedClient(client);
        }
        configure(builder::tableNameResolver, builder::offsetSecret, builder::updateTimeout, builder::listener);
        beans.getBeanProvider(LogicalDbCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(dbType, builder));
        return built(dbType, builder::build, client != null, "DynamoDbEnhancedClient", "DynamoDbClient");
    }

    private <D extends AsyncLogicalDb> D async(Class<D> dbType) {
        AsyncLogicalDbBuilder<D> builder = AsyncLogicalDb.builder(dbType);
        DynamoDbEnhancedAsyncClient client = enhancedAsyncClient();
        if (client != null) {
            builder.enhancedClient(client);
        }
        configure(builder::tableNameResolver, builder::offsetSecret, builder::updateTimeout, builder::listener);
        beans.getBeanProvider(AsyncLogicalDbCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(dbType, builder));
        return built(dbType, builder::build, client != null, "DynamoDbEnhancedAsyncClient", "DynamoDbAsyncClient");
    }

    /** What both kinds of builders take: they share no type. */
    private void configure(
            Consumer<TableNameResolver> tableNameResolver,
            Consumer<byte[]> offsetSecret,
            Consumer<Duration> updateTimeout,
            Consumer<OperationListener> listener) {
        ifPresent(tableNames(), tableNameResolver);
        ifPresent(offsetSecret(), offsetSecret);
        ifPresent(properties.updateTimeout(), updateTimeout);
        ifPresent(listener(), listener);
    }

    private static <T> void ifPresent(@Nullable T value, Consumer<T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }

    private static <D> D built(Class<D> dbType, Supplier<D> build, boolean hasClient, String enhanced, String plain) {
        try {
            return build.get();
        } catch (IllegalStateException e) {
            if (hasClient) {
                throw e;
            }
            String customizer =
                    LogicalDb.class.isAssignableFrom(dbType) ? "LogicalDbCustomizer" : "AsyncLogicalDbCustomizer";
            throw new TempestStartException(
                    dbType.getName() + " needs a client of the AWS SDK: the application must have one bean of type "
                            + enhanced + " or " + plain + ".",
                    "Define a bean of type " + enhanced + " or " + plain + ". Spring Cloud AWS"
                            + " (spring-cloud-aws-starter-dynamodb) defines those that block. If there are several, mark"
                            + " one as @Primary, or give each database its own in a bean of type " + customizer + ".",
                    e);
        }
    }

    private @Nullable DynamoDbEnhancedClient enhancedClient() {
        DynamoDbEnhancedClient enhanced =
                beans.getBeanProvider(DynamoDbEnhancedClient.class).getIfUnique();
        if (enhanced != null) {
            return enhanced;
        }
        DynamoDbClient plain = beans.getBeanProvider(DynamoDbClient.class).getIfUnique();
        return plain == null
                ? null
                : DynamoDbEnhancedClient.builder().dynamoDbClient(plain).build();
    }

    private @Nullable DynamoDbEnhancedAsyncClient enhancedAsyncClient() {
        DynamoDbEnhancedAsyncClient enhanced =
                beans.getBeanProvider(DynamoDbEnhancedAsyncClient.class).getIfUnique();
        if (enhanced != null) {
            return enhanced;
        }
        DynamoDbAsyncClient plain =
                beans.getBeanProvider(DynamoDbAsyncClient.class).getIfUnique();
        return plain == null
                ? null
                : DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(plain).build();
    }

    /** Null where {@link TableName} alone names the tables, so that a table without a name is reported as usual. */
    private @Nullable TableNameResolver tableNames() {
        TableNameResolver resolver =
                beans.getBeanProvider(TableNameResolver.class).getIfUnique();
        String prefix = properties.tablePrefix();
        if (prefix.isEmpty()) {
            return resolver;
        }
        return (tableType, declared) -> {
            String name = resolver == null ? declared : resolver.resolveTableName(tableType, declared);
            if (name == null) {
                throw new IllegalArgumentException("The method that returns " + tableType.getName()
                        + " does not say which DynamoDB table it is. Put @TableName(\"...\") on it.");
            }
            return prefix + name;
        };
    }

    private byte @Nullable [] offsetSecret() {
        String secret = properties.offsetSecret();
        return secret == null ? null : secret.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable OperationListener listener() {
        List<OperationListener> listeners =
                beans.getBeanProvider(OperationListener.class).orderedStream().toList();
        return switch (listeners.size()) {
            case 0 -> null;
            case 1 -> listeners.get(0);
            default -> new OperationListeners(listeners);
        };
    }
}
