package dev.tempest.local.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tempest.local.internal.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port of the loopback interface that leads to an engine. Its threads do not keep the JVM from ending. */
public final class HttpListener implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService workers;

    /** A response as it goes over the wire. Nobody compares two of them. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, byte[] body, Map<String, String> headers) {}

    /** Carries out requests. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(RequestHead head, byte[] body);
    }

    private HttpListener(HttpServer server, Handler handler) {
        this.server = server;
        workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "tempest-local-http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.createContext("/", exchange -> serve(exchange, handler));
    }

    /** Listens on this port, or on a free one if it is 0. */
    public static HttpListener start(int port, Handler handler) {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            // Without it, each response waits for the client to acknowledge its first part.
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            HttpListener listener = new HttpListener(server, handler);
            startAsDaemon(server);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** The server's own thread is a daemon only if the thread is that starts it. */
    private static void startAsDaemon(HttpServer server) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        server.start();
                        started.complete(null);
                    } catch (RuntimeException e) {
                        started.completeExceptionally(e);
                    }
                },
                "tempest-local-start");
        starter.setDaemon(true);
        starter.start();
        try {
            started.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The server did not start", e.getCause());
        }
    }

    public URI endpoint() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Headers headers = exchange.getRequestHeaders();
            byte[] body = exchange.getRequestBody().readAllBytes();
            RequestHead head = RequestHead.of(headers.getFirst("X-Amz-Target"), headers.getFirst("Authorization"));
            Reply reply = reply(handler, head, body);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private static Reply reply(Handler handler, RequestHead head, byte[] body) {
        try {
            return handler.handle(head, body);
        } catch (RuntimeException e) {
            byte[] error = JsonWriter.bytes(out -> {
                out.beginObject();
                out.field("__type", "com.amazonaws.dynamodb.v20120810#InternalServerError");
                out.field("message", e.toString());
                out.endObject();
            });
            return new Reply(500, error, Map.of());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
