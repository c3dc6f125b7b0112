package dev.tempest.testing;

import dev.tempest.testing.internal.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * DynamoDB Local, in this JVM and in memory, behind a port of the loopback interface.
 *
 * <p>Like the separate program of that name, it keeps apart what is written under different access key ids or in
 * different regions: two clients that use two access key ids may create tables of the same name and will never see each
 * other's. An access key id consists of letters and digits; the secret key does not matter.
 *
 * <p>A server that is never closed does not keep the JVM from ending: once all other non-daemon threads have ended, so
 * does the server. {@link #close()} stops it at once and ends every thread that it started. Nothing is written to the
 * working directory, and nothing is sent to AWS.
 *
 * <p>Instances are thread-safe. Any number of servers may run at the same time.
 */
public final class LocalDynamoDb implements DynamoDbServer, AutoCloseable {
    private static final int ANY_FREE_PORT = 0;

    private final ServerThreads threads;
    private final Namespaces namespaces;
    private final Server server;
    private final URI endpoint;
    private final boolean shared;

    private LocalDynamoDb(int port, boolean shared) {
        this.shared = shared;
        threads = new ServerThreads();
        namespaces = new Namespaces();
        server =
                new Server(threadPool(threads), new ScheduledExecutorScheduler("dynamodb-local-scheduler", true), null);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(httpConfiguration()));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        connector.setHost(loopback.getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(namespaces);
        start(port);
        endpoint = Endpoints.of(loopback, connector.getLocalPort());
        threads.endWithTheJvm(this::stop);
    }

    /**
     * Starts a server on a port that is free. The operating system picks the port at the moment of binding, so that
     * any number of JVMs can do this at the same time.
     */
    public static LocalDynamoDb start() {
        return new LocalDynamoDb(ANY_FREE_PORT, false);
    }

    /**
     * Starts a server on the given port.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static LocalDynamoDb startOn(int port) {
        return new LocalDynamoDb(Ports.check(port), false);
    }

    /**
     * The one server that all tests in this JVM can share, started by the first call. It lives as long as the JVM;
     * {@link #close()} leaves it running, as others may be using it.
     */
    public static LocalDynamoDb shared() {
        return Shared.SERVER;
    }

    /**
     * The one server on this port that all tests in this JVM can share, started by the first call. It lives as long as
     * the JVM; {@link #close()} leaves it running, as others may be using it.
     *
     * @param port between 1 and 65535
     * @throws UncheckedIOException if the port is taken, by another JVM for instance
     */
    public static LocalDynamoDb sharedOn(int port) {
        return Shared.ON_PORTS.computeIfAbsent(Ports.check(port), free -> new LocalDynamoDb(free, true));
    }

    /** Where the server listens, such as {@code http://127.0.0.1:40123}. */
    @Override
    public URI endpoint() {
        return endpoint;
    }

    /** Stops the server, drops all its tables and ends its threads. Does nothing to a {@link #shared()} server. */
    @Override
    public void close() {
        if (!shared) {
            stop();
        }
    }

    /** Frees all that was stored under an access key id, whose requests are refused from now on. */
    public void drop(String accessKeyId) {
        namespaces.drop(accessKeyId);
    }

    private void start(int port) {
        try {
            server.start();
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException("DynamoDB Local cannot listen on port " + port + ": " + e.getMessage(), e);
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    private synchronized void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        } finally {
            namespaces.close();
            threads.end();
        }
    }

    private static QueuedThreadPool threadPool(ServerThreads threads) {
        QueuedThreadPool pool = new QueuedThreadPool(200, 4, 10_000, 0, null, threads.group());
        pool.setName("dynamodb-local");
        pool.setDaemon(true);
        return pool;
    }

    private static HttpConfiguration httpConfiguration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        return configuration;
    }

    private static final class Shared {
        static final Map<Integer, LocalDynamoDb> ON_PORTS = new ConcurrentHashMap<>();
        static final LocalDynamoDb SERVER = new LocalDynamoDb(ANY_FREE_PORT, true);
    }
}
