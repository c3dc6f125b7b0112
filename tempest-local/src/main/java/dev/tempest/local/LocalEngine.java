package dev.tempest.local;

import dev.tempest.local.internal.http.HttpListener;
import dev.tempest.local.internal.http.RequestHead;
import dev.tempest.local.internal.json.JsonReader;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.operation.Operations;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.region.Regions;
import dev.tempest.local.internal.table.Settings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB in memory. It serves the operations on tables, items, batches, transactions and streams; any other operation
 * fails with an {@code UnknownOperationException}.
 *
 * <p>What is stored under one access key id in one region is a namespace of its own: tables of the same name in two
 * namespaces have nothing to do with each other, unless they are the replicas of a global table. Signatures are not checked.
 *
 * <p>An engine starts no thread and opens no port before {@link #listen()}. Instances are thread-safe.
 */
public final class LocalEngine implements AutoCloseable {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String DROPPED = "The tables are gone: the test or connection that they belonged to has ended";

    private final LocalClock clock;
    private final Settings settings;
    private final Map<String, Regions> accounts = new ConcurrentHashMap<>();
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private @Nullable HttpListener listener;
    private volatile boolean closed;

    private LocalEngine(Builder builder) {
        clock = new LocalClock(builder.clock, this::deleteExpired);
        settings = new Settings(clock);
    }

    /** A new engine whose clock runs with the system's. */
    public static LocalEngine create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Carries out a request in the region {@code us-east-1}. */
    public LocalResponse handle(String operation, String accessKeyId, byte[] json) {
        return handle(operation, accessKeyId, DEFAULT_REGION, json);
    }

    /**
     * Carries out a request.
     *
     * @param operation such as {@code PutItem}
     * @param accessKeyId whose tables the request is about
     * @param region where they are
     * @param json the request's body
     * @return the response, which may be an error of DynamoDB's
     * @throws IllegalStateException if the engine is closed
     */
    public LocalResponse handle(String operation, String accessKeyId, String region, byte[] json) {
        if (closed) {
            throw new IllegalStateException("The engine is closed");
        }
        try {
            Namespace namespace = account(accessKeyId).namespace(region);
            Consumer<JsonWriter> body = Operations.named(operation).run(namespace, JsonReader.read(json));
            return response(200, JsonWriter.bytes(body));
        } catch (ServiceException e) {
            return response(e.status(), JsonWriter.bytes(e::writeTo));
        }
    }

    private Regions account(String accessKeyId) {
        Regions there = accounts.get(accessKeyId);
        if (there == null) {
            // The check is made within the map's own lock on the key: a late request must not bring back what was
            // dropped.
            there = accounts.computeIfAbsent(
                    accessKeyId, absent -> dropped.contains(absent) ? null : new Regions(settings));
        }
        if (there == null) {
            throw ServiceException.dynamoDb("ResourceNotFoundException", DROPPED);
        }
        return there;
    }

    /** The tables of an access key id in the default region. */
    Namespace namespaceOf(String accessKeyId) {
        return account(accessKeyId).namespace(DEFAULT_REGION);
    }

    /**
     * What passes between the Regions of an access key id that has global tables. Unless a test says otherwise, nothing does.
     *
     * @throws IllegalStateException if the engine is closed, or has dropped what was stored under the access key id
     */
    public LocalRegions regions(String accessKeyId) {
        if (closed || dropped.contains(accessKeyId)) {
            throw new IllegalStateException(closed ? "The engine is closed" : DROPPED);
        }
        return new LocalRegions(account(accessKeyId));
    }

    private static LocalResponse response(int status, byte[] json) {
        CRC32 checksum = new CRC32();
        checksum.update(json);
        return new LocalResponse(
                status,
                json,
                Map.of(
                        "Content-Type",
                        "application/x-amz-json-1.0",
                        "x-amz-crc32",
                        Long.toString(checksum.getValue()),
                        "x-amzn-RequestId",
                        requestId()));
    }

    private static String requestId() {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(random, Long.rotateLeft(random, 23) ^ System.nanoTime()).toString();
    }

    /** The engine's clock, which tests can move. */
    public LocalClock clock() {
        return clock;
    }

    /** Deletes all items whose time to live is over. The clock does so, too, whenever it is moved. */
    public void deleteExpired() {
        accounts.values().forEach(Regions::deleteExpired);
    }

    /**
     * From now on, requests without consistent reads see tables and local indexes as they were this long ago, by the
     * engine's clock. Without lag, the default, they see what is there.
     */
    public void readLag(Duration lag) {
        settings.readLag(lag);
    }

    /** From now on, queries and scans see global indexes as they were this long ago, by the engine's clock. */
    public void indexLag(Duration lag) {
        settings.indexLag(lag);
    }

    /**
     * Whether requests to provisioned tables and indexes are throttled when their capacity is used up. Off by default.
     * Capacity is refilled each second by the engine's clock, and up to five minutes of it are kept.
     */
    public void throttling(boolean on) {
        settings.throttling(on);
    }

    /** Frees everything that was stored under an access key id, whose requests fail from now on. */
    public void drop(String accessKeyId) {
        dropped.add(accessKeyId);
        accounts.remove(accessKeyId);
    }

    /**
     * Where the engine listens for HTTP requests, on the loopback interface. The first call starts it on a free port.
     *
     * @throws UncheckedIOException if no port can be opened
     */
    public URI listen() {
        return listenOn(0);
    }

    /**
     * Where the engine listens for HTTP requests. The first call starts it on this port; later ones return where that is.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public synchronized URI listenOn(int port) {
        if (closed) {
            throw new IllegalStateException("The engine is closed");
        }
        if (listener == null) {
            listener = HttpListener.start(port, this::exchange);
        }
        return listener.endpoint();
    }

    private HttpListener.Reply exchange(RequestHead head, byte[] body) {
        LocalResponse response = handle(head.operation(), head.accessKeyId(), head.region(), body);
        return new HttpListener.Reply(response.status(), response.json(), response.headers());
    }

    /** Frees everything, and closes the port. */
    @Override
    public synchronized void close() {
        closed = true;
        accounts.clear();
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    /** What an engine is built with. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** The clock that the engine's own runs with. One that stands still makes a test's times exact. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        public LocalEngine build() {
            return new LocalEngine(this);
        }
    }
}
