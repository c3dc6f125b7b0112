package dev.tempest.testing.sdk1;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.event.ProgressEvent;
import com.amazonaws.event.ProgressEventType;
import com.amazonaws.event.SyncProgressListener;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreamsClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.ResourceInUseException;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import com.amazonaws.services.dynamodbv2.model.TableStatus;
import com.amazonaws.services.dynamodbv2.util.TableUtils;
import com.amazonaws.services.dynamodbv2.waiters.AmazonDynamoDBWaiters;
import com.amazonaws.waiters.WaiterParameters;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.testing.FaultyEndpoint;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.internal.AccessKeyIds;
import dev.tempest.testing.internal.ChosenServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB, wherever it is, and clients of SDK 1.x for it: the same program runs against an embedded one, against any
 * other endpoint and against AWS, and differs in the line that opens the connection.
 *
 * <pre>{@code
 * try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
 *     db.createTable(TestTable.create("music_items", MusicItem.class));
 *     DynamoDBMapper mapper = db.mapper();
 * }
 * }</pre>
 *
 * <p>Clients are made when they are first asked for, and shut down with the connection. Instances are thread-safe.
 */
public final class DynamoDbConnection implements AutoCloseable {
    private static final String REGION = "us-east-1";
    private static final int PATIENCE_MILLIS = 600_000;

    private final @Nullable URI endpoint;
    private final String accessKeyId;
    private final Runnable onClose;
    private final List<DynamoDbConnection> variants = new ArrayList<>();
    private @Nullable AmazonDynamoDB client;
    private @Nullable AmazonDynamoDBStreams streamsClient;
    private boolean closed;

    private DynamoDbConnection(@Nullable URI endpoint, String accessKeyId, Runnable onClose) {
        this.endpoint = endpoint;
        this.accessKeyId = accessKeyId;
        this.onClose = onClose;
    }

    /** An empty database of its own on the {@linkplain LocalDynamoDb#shared() shared embedded server}. */
    public static DynamoDbConnection embedded() {
        ChosenServer chosen = ChosenServer.find();
        if (chosen == null) {
            return embedded(LocalDynamoDb.shared());
        }
        ChosenServer.Database database = chosen.open();
        return new DynamoDbConnection(database.endpoint(), AccessKeyIds.unique(), database::close);
    }

    /**
     * An empty database of its own on the given server: connections to one server neither see nor disturb each other.
     * What the database holds is freed when the connection is closed. The server goes on.
     */
    public static DynamoDbConnection embedded(LocalDynamoDb server) {
        String accessKeyId = AccessKeyIds.unique();
        return new DynamoDbConnection(server.endpoint(), accessKeyId, () -> server.drop(accessKeyId));
    }

    /** Whatever speaks DynamoDB at the given endpoint, with made-up credentials and in region {@code us-east-1}. */
    public static DynamoDbConnection to(URI endpoint) {
        return to(endpoint, "tempest");
    }

    /**
     * The same, under this access key id: leads to the database of another connection whose {@link #endpoint()} and
     * {@link #accessKeyId()} these are, one of another SDK line for instance.
     *
     * @param accessKeyId letters and digits
     */
    public static DynamoDbConnection to(URI endpoint, String accessKeyId) {
        return new DynamoDbConnection(Objects.requireNonNull(endpoint), Objects.requireNonNull(accessKeyId), () -> {});
    }

    /** DynamoDB in AWS, with the credentials and the region that the SDK finds by default. */
    public static DynamoDbConnection aws() {
        return new DynamoDbConnection(null, "", () -> {});
    }

    /** Like {@link #to(URI)}, but kept apart from other connections if the endpoint does so by access key id. */
    static DynamoDbConnection apartAt(URI endpoint) {
        return to(endpoint, AccessKeyIds.unique());
    }

    /**
     * Where the database is.
     *
     * @throws IllegalStateException if it is in AWS: the SDK itself then finds where
     */
    public URI endpoint() {
        if (endpoint == null) {
            throw new IllegalStateException("This connection leads to AWS, by what the SDK finds by default");
        }
        return endpoint;
    }

    /**
     * The access key id by which the endpoint keeps this database apart from others.
     *
     * @throws IllegalStateException if the database is in AWS: the SDK itself then finds the credentials
     */
    public String accessKeyId() {
        endpoint();
        return accessKeyId;
    }

    /**
     * The same database, through a network that fails. Closed with this connection, which itself stays free from
     * faults.
     *
     * @throws IllegalStateException if the database is in AWS, which takes no request that was signed for another host
     */
    public synchronized DynamoDbConnection with(FaultyHttp network) {
        checkOpen();
        FaultyEndpoint faulty = network.proxyTo(endpoint());
        DynamoDbConnection variant = new DynamoDbConnection(faulty.endpoint(), accessKeyId, faulty::close);
        variants.add(variant);
        return variant;
    }

    /** The SDK's client. */
    public synchronized AmazonDynamoDB client() {
        checkOpen();
        AmazonDynamoDB made = client;
        if (made == null) {
            made = clientBuilder().build();
            client = made;
        }
        return made;
    }

    /** The SDK's client for DynamoDB Streams. */
    public synchronized AmazonDynamoDBStreams streamsClient() {
        checkOpen();
        AmazonDynamoDBStreams made = streamsClient;
        if (made == null) {
            made = configure(AmazonDynamoDBStreamsClientBuilder.standard()).build();
            streamsClient = made;
        }
        return made;
    }

    /** A new mapper over {@link #client()}. */
    public DynamoDBMapper mapper() {
        return new DynamoDBMapper(client());
    }

    /** A new mapper over {@link #client()}, with settings of its own. */
    public DynamoDBMapper mapper(DynamoDBMapperConfig config) {
        return new DynamoDBMapper(client(), config);
    }

    /** A new database of the user's over {@link #mapper()}. */
    public <D extends LogicalDb> D logicalDb(Class<D> dbType) {
        return LogicalDb.create(dbType, mapper());
    }

    /**
     * A new database of the type that the compiler infers: {@code MusicDb db = connection.logicalDb()} in Java,
     * {@code logicalDb<MusicDb>()} in Kotlin.
     *
     * @param inferred empty; the compiler makes an array of the type, which carries the type here
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // The components of an array of D are of type D.
    public final <D extends LogicalDb> D logicalDb(D... inferred) {
        return logicalDb((Class<D>) inferred.getClass().getComponentType());
    }

    /** A builder that leads here, for a client that needs settings of its own; who builds the client shuts it down. */
    public AmazonDynamoDBClientBuilder clientBuilder() {
        checkOpen();
        return configure(AmazonDynamoDBClientBuilder.standard());
    }

    /**
     * Creates a table, and returns when it can be used. If the SDK had to try more than once, a table that is as wanted is
     * taken for the one that an earlier try made, whose response was lost.
     *
     * @throws ResourceInUseException if there is a table of this name
     */
    public void createTable(TestTable table) {
        AtomicBoolean retried = new AtomicBoolean();
        CreateTableRequest request = table.request().clone();
        request.setGeneralProgressListener(new RetryListener(retried));
        String status;
        try {
            status = client().createTable(request).getTableDescription().getTableStatus();
        } catch (ResourceInUseException e) {
            if (!retried.get()) {
                throw e;
            }
            status = statusIfMadeBefore(table, e);
        }
        if (!status.equals(TableStatus.ACTIVE.toString())) {
            awaitTable(table);
        }
    }

    private String statusIfMadeBefore(TestTable table, ResourceInUseException refusal) {
        TableDescription found;
        try {
            found = client().describeTable(table.name()).getTable();
        } catch (ResourceNotFoundException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
        if (!table.isAs(found)) {
            throw refusal;
        }
        return found.getTableStatus();
    }

    /** Creates a table unless there is one of this name, whatever its keys are, and returns when it can be used. */
    public void createTableIfAbsent(TestTable table) {
        try {
            createTable(table);
        } catch (ResourceInUseException e) {
            awaitTable(table);
        }
    }

    void recreateTable(TestTable table) {
        deleteTable(table);
        createTable(table);
    }

    void deleteTable(TestTable table) {
        try {
            client().deleteTable(table.name());
            awaitNoTable(table);
        } catch (ResourceNotFoundException e) {
            // Now there is none, which is what was wanted.
        }
    }

    /** Shuts the clients down. An embedded database is freed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        variants.forEach(DynamoDbConnection::close);
        if (client != null) {
            client.shutdown();
        }
        if (streamsClient != null) {
            streamsClient.shutdown();
        }
        onClose.run();
    }

    @Override
    public String toString() {
        return "DynamoDbConnection[" + (endpoint == null ? "AWS" : endpoint) + "]";
    }

    private <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
        if (endpoint != null) {
            builder.setEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), REGION));
            builder.setCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials(accessKeyId, "secret")));
        }
        return builder;
    }

    private void awaitNoTable(TestTable table) {
        AmazonDynamoDBWaiters waiters = new AmazonDynamoDBWaiters(client());
        try {
            waiters.tableNotExists().run(new WaiterParameters<>(new DescribeTableRequest(table.name())));
        } finally {
            waiters.shutdown();
        }
    }

    private void awaitTable(TestTable table) {
        try {
            TableUtils.waitUntilActive(client(), table.name(), PATIENCE_MILLIS, 100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + table, e);
        }
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException(this + " is closed");
        }
    }

    /** Hears of the SDK's retries before they are sent. */
    private static final class RetryListener extends SyncProgressListener {
        private final AtomicBoolean retried;

        RetryListener(AtomicBoolean retried) {
            this.retried = retried;
        }

        @Override
        public void progressChanged(ProgressEvent event) {
            if (event.getEventType() == ProgressEventType.CLIENT_REQUEST_RETRY_EVENT) {
                retried.set(true);
            }
        }
    }
}
