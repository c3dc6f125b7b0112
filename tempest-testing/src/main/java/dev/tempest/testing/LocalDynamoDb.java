package dev.tempest.testing;

import dev.tempest.local.LocalEngine;
import dev.tempest.testing.internal.Ports;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A DynamoDB in this JVM and in memory. Clients of SDK 2.x that a {@link DynamoDbConnection} makes reach it without a
 * socket; any other client reaches it at its {@link #endpoint()}, a port of the loopback interface.
 *
 * <p>It keeps apart what is written under different access key ids or in different Regions: two clients that use two
 * access key ids may create tables of the same name and never see each other's. An access key id consists of letters and
 * digits; the secret key does not matter.
 *
 * <p>A server has no thread and no port before the first call of {@link #endpoint()}. Its threads are daemons, so that a
 * server that is never closed does not keep the JVM from ending. No file is written, and nothing is sent to AWS.
 *
 * <p>Instances are thread-safe. Any number of servers may run at the same time.
 */
public final class LocalDynamoDb implements DynamoDbServer, AutoCloseable {
    private final LocalEngine engine = LocalEngine.create();
    private final boolean shared;

    private LocalDynamoDb(boolean shared) {
        this.shared = shared;
    }

    /**
     * Makes a server. Its first {@link #endpoint()} is a port that is free: the operating system picks it at the moment
     * of binding, so that any number of JVMs can do this at the same time.
     */
    public static LocalDynamoDb start() {
        return new LocalDynamoDb(false);
    }

    /**
     * Starts a server that listens on the given port.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static LocalDynamoDb startOn(int port) {
        return listening(port, false);
    }

    /**
     * The one server that all tests in this JVM can share. It lives as long as the JVM; {@link #close()} leaves it
     * running, as others may be using it.
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
        return Shared.ON_PORTS.computeIfAbsent(Ports.check(port), free -> listening(free, true));
    }

    private static LocalDynamoDb listening(int port, boolean shared) {
        LocalDynamoDb server = new LocalDynamoDb(shared);
        server.engine.listenOn(Ports.check(port));
        return server;
    }

    /**
     * Where the server listens, such as {@code http://127.0.0.1:40123}. The first call opens the port, unless the server
     * was started on one.
     *
     * @throws IllegalStateException if the server is closed
     */
    @Override
    public URI endpoint() {
        return engine.listen();
    }

    /**
     * The engine, whose clock a test can move, and whose index lag and throttling it can set. These settings hold for
     * all that is stored on the server.
     *
     * @throws IllegalStateException if the server is shared, as other tests would see the change
     */
    public LocalEngine engine() {
        if (shared) {
            throw new IllegalStateException("Other tests use this server, too: start one with LocalDynamoDb.start()");
        }
        return engine;
    }

    /** Drops all tables, and closes the port. Does nothing to a {@link #shared()} server. */
    @Override
    public void close() {
        if (!shared) {
            engine.close();
        }
    }

    /** Frees all that was stored under an access key id, whose requests fail from now on. */
    public void drop(String accessKeyId) {
        engine.drop(accessKeyId);
    }

    /** The engine for the clients of a connection, on a shared server as well. */
    LocalEngine inMemory() {
        return engine;
    }

    private static final class Shared {
        static final Map<Integer, LocalDynamoDb> ON_PORTS = new ConcurrentHashMap<>();
        static final LocalDynamoDb SERVER = new LocalDynamoDb(true);
    }
}
