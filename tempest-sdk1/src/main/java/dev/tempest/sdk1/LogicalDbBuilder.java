package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import dev.tempest.OperationListener;
import dev.tempest.sdk1.internal.mapping.DbSettings;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.table.Db;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link LogicalDb}, from a mapper or from a client. Not safe for use by several threads.
 *
 * @param <D> the user's interface
 */
public final class LogicalDbBuilder<D extends LogicalDb> {
    private final Class<D> dbType;
    private @Nullable DynamoDBMapper mapper;
    private @Nullable AmazonDynamoDB client;
    private @Nullable DynamoDBMapperConfig config;
    private @Nullable AttributeTransformer attributeTransformer;
    private DbSettings settings = DbSettings.DEFAULT;
    private @Nullable OperationListener listener;
    private Clock clock = Clock.systemUTC();

    LogicalDbBuilder(Class<D> dbType) {
        this.dbType = Objects.requireNonNull(dbType, "dbType");
    }

    /**
     * The mapper that understands the raw item types. Where {@link #client} is not called, the mapper's own client,
     * configuration and attribute transformer are used.
     */
    public LogicalDbBuilder<D> dynamoDbMapper(DynamoDBMapper dynamoDbMapper) {
        this.mapper = Objects.requireNonNull(dynamoDbMapper, "dynamoDbMapper");
        return this;
    }

    /**
     * The client that does the requests. With it, nothing is taken from a mapper but how it converts attributes:
     * {@link #config} and {@link #attributeTransformer} say the rest.
     */
    public LogicalDbBuilder<D> client(AmazonDynamoDB client) {
        this.client = Objects.requireNonNull(client, "client");
        return this;
    }

    /** Goes before the mapper's own configuration, setting by setting. */
    public LogicalDbBuilder<D> config(DynamoDBMapperConfig config) {
        this.config = Objects.requireNonNull(config, "config");
        return this;
    }

    /** What changes items on their way to and from DynamoDB, such as one that encrypts them; only with {@link #client}. */
    public LogicalDbBuilder<D> attributeTransformer(AttributeTransformer attributeTransformer) {
        this.attributeTransformer = Objects.requireNonNull(attributeTransformer, "attributeTransformer");
        return this;
    }

    /**
     * A secret of 16 bytes or more that the text form of offsets is signed with: a text that was made up or changed is
     * then rejected. All processes that pass such offsets to each other need the same one.
     */
    public LogicalDbBuilder<D> offsetSecret(byte[] offsetSecret) {
        settings = settings.withOffsetSecret(offsetSecret);
        return this;
    }

    /**
     * How long a patch that reads the item first goes on against other writers; 30 seconds unless this is set, 9 minutes at
     * most.
     */
    public LogicalDbBuilder<D> updateTimeout(Duration updateTimeout) {
        settings = settings.withUpdateTimeout(updateTimeout);
        return this;
    }

    /** Shows the times that writes set in {@code @CreatedAt}, {@code @UpdatedAt} and {@code @ExpiresAt} properties. The system's clock if not set. */
    public LogicalDbBuilder<D> clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Receives an event for each operation and each of its requests. */
    public LogicalDbBuilder<D> listener(OperationListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Makes the database, and checks its whole model. Sends nothing.
     *
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
     * @throws IllegalStateException if there is neither a mapper nor a client, or the mapper does not return its client
     */
    public D build() {
        return Db.create(dbType, Requests.of(connection(), listener, clock), settings);
    }

    private Connection connection() {
        if (client != null) {
            return Connection.of(client, mapper, config, attributeTransformer);
        }
        if (mapper == null) {
            throw new IllegalStateException("A LogicalDb needs a mapper or a client: call dynamoDbMapper(...).");
        }
        if (attributeTransformer != null) {
            throw new IllegalStateException(
                    "The mapper has an attribute transformer of its own, or none: give it one when it is made, or call"
                            + " client(...) too.");
        }
        return Connection.of(mapper, config);
    }
}
