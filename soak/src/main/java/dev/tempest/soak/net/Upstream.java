package dev.tempest.soak.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connections to the server, on which nothing fails. Safe for use by several threads. */
final class Upstream {
    /** Servers close connections that are idle for long; one that is closed must not lose a request. */
    private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final URI server;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    Upstream(URI server) {
        this.server = server;
    }

    HttpMessage exchange(HttpMessage request) throws IOException {
        Connection connection = connection();
        HttpMessage response;
        try {
            response = connection.exchange(request);
        } catch (IOException e) {
            connection.socket.close();
            throw e;
        }
        connection.idleSince = System.nanoTime();
        idle.push(connection);
        return response;
    }

    private Connection connection() throws IOException {
        for (Connection found = idle.poll(); found != null; found = idle.poll()) {
            if (System.nanoTime() - found.idleSince < MOST_IDLE_NANOS) {
                return found;
            }
            found.socket.close();
        }
        return new Connection(new Socket(server.getHost(), server.getPort()));
    }

    private static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private long idleSince;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        HttpMessage exchange(HttpMessage request) throws IOException {
            request.write(socket.getOutputStream());
            @Nullable HttpMessage response = HttpMessage.read(in, null);
            if (response == null) {
                throw new IOException("The server closed the connection.");
            }
            return response;
        }
    }
}
