package dev.tempest.testing;

import dev.tempest.local.LocalRegions;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.internal.AccessKeyIds;
import dev.tempest.testing.internal.ChosenServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * A DynamoDB, wherever it is, and clients for it: the same program runs against an embedded one, against any other
 * endpoint and against AWS, and differs in the line that opens the connection. The clients of an embedded one call it
 * without a socket.
 *
 * <pre>{@code
 * try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
 *     db.createTable(TestTable.create("music_items", MusicItem.class));
 *     DynamoDbEnhancedClient client = db.enhancedClient();
 * }
 * }</pre>
 *
 * <p>Clients are made when they are first asked for, and closed with the connection. The HTTP clients that lead to
 * endpoints are shared by all connections of the JVM. Instances are thread-safe.
 */
public final class DynamoDbConnection implements AutoCloseable {
    private final DynamoDbPlace place;
    private final @Nullable FaultyHttp network;
    private final boolean isVariant;
    private final List<DynamoDbConnection> variants = new ArrayList<>();
    private final Map<String, DynamoDbConnection> inRegions = new HashMap<>();
    private @Nullable DynamoDbClient client;
    private @Nullable DynamoDbAsyncClient asyncClient;
    private @Nullable DynamoDbStreamsClient streamsClient;
    private boolean closed;

    private DynamoDbConnection(DynamoDbPlace place) {
        this(place, null, false);
    }

    private DynamoDbConnection(DynamoDbPlace place, @Nullable FaultyHttp network, boolean isVariant) {
        this.place = place;
        this.network = network;
        this.isVariant = isVariant;
    }

    /** An empty database of its own on the {@linkplain LocalDynamoDb#shared() shared embedded server}. */
    public static DynamoDbConnection embedded() {
        ChosenServer chosen = ChosenServer.find();
        return chosen == null
                ? embedded(LocalDynamoDb.shared())
                : new DynamoDbConnection(new DynamoDbPlace.Chosen(chosen.open()));
    }

    /**
     * An empty database of its own on the given server: connections to one server neither see nor disturb each other.
     * What the database holds is freed when the connection is closed. The server goes on.
     */
    public static DynamoDbConnection embedded(LocalDynamoDb server) {
        return embedded(server, DynamoDbPlace.DEFAULT_REGION);
    }

    static DynamoDbConnection embedded(LocalDynamoDb server, String region) {
        return new DynamoDbConnection(new DynamoDbPlace.InThisJvm(server, AccessKeyIds.unique(), region));
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
        return new DynamoDbConnection(new DynamoDbPlace.AtEndpoint(
                Objects.requireNonNull(endpoint), Objects.requireNonNull(accessKeyId), DynamoDbPlace.DEFAULT_REGION));
    }

    /** DynamoDB in AWS, with the credentials and the region that the SDK finds by default. */
    public static DynamoDbConnection aws() {
        return new DynamoDbConnection(new DynamoDbPlace.InAws(null));
    }

    /** Like {@link #to(URI)}, but kept apart from other connections if the endpoint does so by access key id. */
    static DynamoDbConnection apartAt(URI endpoint) {
        return to(endpoint, AccessKeyIds.unique());
    }

    /**
     * Where the database is. The first call on an embedded server opens its port.
     *
     * @throws IllegalStateException if it is in AWS: the SDK itself then finds where
     */
    public URI endpoint() {
        return place.endpoint();
    }

    /**
     * The access key id by which the endpoint keeps this database apart from others.
     *
     * @throws IllegalStateException if the database is in AWS: the SDK itself then finds the credentials
     */
    public String accessKeyId() {
        return place.accessKeyId();
    }

    /**
     * The same database, through a network that fails. Closed with this connection, which itself stays free from
     * faults.
     */
    public synchronized DynamoDbConnection with(FaultyHttp faultyNetwork) {
        return variant(place, faultyNetwork);
    }

    /**
     * The same database in another Region, at the same endpoint. What is stored in two Regions is separate, except for tables
     * with replicas in both. Closed with this connection.
     *
     * @param region such as {@code eu-west-1}
     */
    public synchronized DynamoDbConnection inRegion(String region) {
        checkOpen();
        return inRegions.computeIfAbsent(Objects.requireNonNull(region), name -> variant(place.in(name), network));
    }

    private DynamoDbConnection variant(DynamoDbPlace itsPlace, @Nullable FaultyHttp itsNetwork) {
        checkOpen();
        DynamoDbConnection variant = new DynamoDbConnection(itsPlace, itsNetwork, true);
        variants.add(variant);
        return variant;
    }

    /**
     * What passes between the Regions of an embedded database.
     *
     * @throws IllegalStateException if the database is not embedded: replication then takes its own time
     */
    public LocalRegions regions() {
        if (place instanceof DynamoDbPlace.InThisJvm local) {
            return local.server().inMemory().regions(local.accessKeyId());
        }
        throw new IllegalStateException(this + " is not in this JVM, and replicates on its own");
    }

    /** The SDK's client. */
    public synchronized DynamoDbClient client() {
        checkOpen();
        DynamoDbClient made = client;
        if (made == null) {
            made = place.configure(DynamoDbClient.builder()).httpClient(http()).build();
            client = made;
        }
        return made;
    }

    /** The SDK's asynchronous client. */
    public synchronized DynamoDbAsyncClient asyncClient() {
        checkOpen();
        DynamoDbAsyncClient made = asyncClient;
        if (made == null) {
            made = place.configure(DynamoDbAsyncClient.builder())
                    .httpClient(asyncHttp())
                    .build();
            asyncClient = made;
        }
        return made;
    }

    /** The SDK's client for DynamoDB Streams. */
    public synchronized DynamoDbStreamsClient streamsClient() {
        checkOpen();
        DynamoDbStreamsClient made = streamsClient;
        if (made == null) {
            made = place.configure(DynamoDbStreamsClient.builder())
                    .httpClient(http())
                    .build();
            streamsClient = made;
        }
        return made;
    }

    /** A new enhanced client over {@link #client()}. */
    public DynamoDbEnhancedClient enhancedClient() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client()).build();
    }

    /** A new enhanced client over {@link #asyncClient()}. */
    public DynamoDbEnhancedAsyncClient enhancedAsyncClient() {
        return DynamoDbEnhancedAsyncClient.builder()
                .dynamoDbClient(asyncClient())
                .build();
    }

    /** A new database of the user's over {@link #enhancedClient()}. */
    public <D extends LogicalDb> D logicalDb(Class<D> dbType) {
        return LogicalDb.create(dbType, enhancedClient());
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

    /** A new asynchronous database of the user's over {@link #enhancedAsyncClient()}. */
    public <D extends AsyncLogicalDb> D asyncLogicalDb(Class<D> dbType) {
        return AsyncLogicalDb.create(dbType, enhancedAsyncClient());
    }

    /**
     * A new asynchronous database of the type that the compiler infers: {@code MusicDb db = connection.asyncLogicalDb()} in Java,
     * {@code asyncLogicalDb<MusicDb>()} in Kotlin.
     *
     * @param inferred empty; the compiler makes an array of the type, which carries the type here
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // The components of an array of D are of type D.
    public final <D extends AsyncLogicalDb> D asyncLogicalDb(D... inferred) {
        return asyncLogicalDb((Class<D>) inferred.getClass().getComponentType());
    }

    /**
     * A builder that leads here, for a client that needs settings of its own, such as another HTTP client; who builds the
     * client closes it. On an embedded server this opens the port.
     */
    public DynamoDbClientBuilder clientBuilder() {
        checkOpen();
        return place.configureForAnyHttp(DynamoDbClient.builder()).httpClient(http());
    }

    /**
     * A builder that leads here, for a client that needs settings of its own, such as another HTTP client; who builds the
     * client closes it. On an embedded server this opens the port.
     */
    public DynamoDbAsyncClientBuilder asyncClientBuilder() {
        checkOpen();
        return place.configureForAnyHttp(DynamoDbAsyncClient.builder()).httpClient(asyncHttp());
    }

    /**
     * Creates a table, and returns when it can be used. If the SDK had to try more than once, a table that is as wanted is
     * taken for the one that an earlier try made, whose response was lost.
     *
     * @throws ResourceInUseException if there is a table of this name
     */
    public void createTable(TestTable table) {
        TableStatus status;
        try {
            status = client().createTable(table.request()).tableDescription().tableStatus();
        } catch (ResourceInUseException e) {
            status = statusIfMadeBefore(table, e);
        }
        if (status != TableStatus.ACTIVE) {
            awaitTable(table);
        }
    }

    /**
     * Creates a table in the first of these Regions, and its replicas in the others. Meant for an embedded database; AWS wants
     * replicas with eventual consistency one by one.
     *
     * @throws ResourceInUseException if there is a table of this name
     */
    public void createTable(TestTable table, TestRegions regions) {
        DynamoDbConnection first = inRegion(regions.first());
        first.createTable(table);
        first.client().updateTable(regions.request(table.name()));
        first.awaitTable(table);
    }

    private TableStatus statusIfMadeBefore(TestTable table, ResourceInUseException refusal) {
        // Unknown means that there may have been a retry.
        Integer attempts = refusal.numAttempts();
        if (attempts != null && attempts == 1) {
            throw refusal;
        }
        TableDescription found;
        try {
            found = client().describeTable(request -> request.tableName(table.name()))
                    .table();
        } catch (ResourceNotFoundException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
        if (!table.isAs(found)) {
            throw refusal;
        }
        return found.tableStatus();
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
            client().deleteTable(request -> request.tableName(table.name()));
            try (DynamoDbWaiter waiter = client().waiter()) {
                waiter.waitUntilTableNotExists(request -> request.tableName(table.name()));
            }
        } catch (ResourceNotFoundException e) {
            // There is none, which is what was wanted.
        }
    }

    /** Closes the clients. An embedded database is freed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        variants.forEach(DynamoDbConnection::close);
        if (client != null) {
            client.close();
        }
        if (asyncClient != null) {
            asyncClient.close();
        }
        if (streamsClient != null) {
            streamsClient.close();
        }
        if (!isVariant) {
            place.release();
        }
    }

    @Override
    public String toString() {
        return "DynamoDbConnection[" + place + "]";
    }

    private SdkHttpClient http() {
        return network == null ? place.http() : network.wrap(place.http());
    }

    private SdkAsyncHttpClient asyncHttp() {
        return network == null ? place.asyncHttp() : network.wrap(place.asyncHttp());
    }

    private void awaitTable(TestTable table) {
        try (DynamoDbWaiter waiter = client().waiter()) {
            waiter.waitUntilTableExists(request -> request.tableName(table.name()));
        }
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException(this + " is closed");
        }
    }
}
