package dev.tempest.testing.internal.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A port of the loopback interface whose requests meet faults on their way to another endpoint. Its threads are daemons.
 *
 * <p>It reads HTTP from the sockets themselves, as the JDK's server has no way to reset a connection.
 */
public final class FaultyPort implements AutoCloseable {
    private static final int BACKLOG = 500;

    private final FaultInjector injector;
    private final Forwarder forwarder;
    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** Begins to listen on a free port. */
    public FaultyPort(URI target, FaultInjector injector) {
        this.injector = injector;
        forwarder = new Forwarder(target);
        try {
            socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Workers.EXECUTOR.execute(this::accept);
    }

    /** Where clients find this port. */
    public URI endpoint() {
        String host = socket.getInetAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + socket.getLocalPort());
    }

    /** Stops listening, and closes the connections. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(FaultyPort::close);
    }

    private void accept() {
        while (true) {
            Socket connection;
            try {
                connection = socket.accept();
            } catch (IOException closed) {
                return;
            }
            connections.add(connection);
            if (socket.isClosed()) {
                close(connection);
            }
            Workers.EXECUTOR.execute(() -> serve(connection));
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            boolean open = true;
            while (open) {
                HttpMessage request = HttpMessage.read(in, out);
                open = request != null && answer(request, connection);
            }
        } catch (IOException e) {
            // The client has gone, or the port was closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    /** Returns whether the connection stays open. */
    private boolean answer(HttpMessage request, Socket connection) throws IOException, InterruptedException {
        String operation = HttpRequests.operation(request.header(HttpRequests.TARGET));
        Response response;
        try {
            response = injector.exchange(operation, request.body(), forwarder.wireOf(request))
                    .get();
        } catch (ExecutionException e) {
            // Without lingering, what the client gets is a reset, and not the orderly end of a connection.
            connection.setSoLinger(true, 0);
            return false;
        }
        Forwarder.message(response).write(connection.getOutputStream());
        return !isLast(request);
    }

    private static boolean isLast(HttpMessage request) {
        @Nullable String connection = request.header("Connection");
        return connection == null ? request.firstLine().endsWith("HTTP/1.0") : connection.equalsIgnoreCase("close");
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // Its thread ends all the same.
        }
    }
}
