package dev.tempest.testing;

import dev.tempest.testing.FaultInjector.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A port of the loopback interface behind which there is a DynamoDB, at the end of a network that fails: for clients
 * whose HTTP client cannot be wrapped, as those of SDK 1.x. Made by {@link FaultyHttp#proxyTo}.
 *
 * <p>A connection that breaks does break: its client finds it reset. What is sent on has another {@code Host} than the
 * one that its client has signed for, so that the endpoint must not insist on signatures.
 *
 * <p>Instances are thread-safe. Their threads are daemons.
 */
public final class FaultyEndpoint implements AutoCloseable {
    private static final int MANY_WRITERS = 500;
    /** What belongs to one connection and not to the message, or is set anew by who sends it on. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "host",
            "keep-alive",
            "server",
            "transfer-encoding",
            "upgrade");

    private final URI target;
    private final FaultInjector injector;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Workers.EXECUTOR)
            .build();
    private final Server server;
    private final URI endpoint;

    FaultyEndpoint(URI target, FaultInjector injector) {
        this.target = target;
        this.injector = injector;
        QueuedThreadPool threads = new QueuedThreadPool(MANY_WRITERS, 4);
        threads.setName("tempest-faulty-endpoint");
        threads.setDaemon(true);
        server = new Server(threads, new ScheduledExecutorScheduler("tempest-faulty-endpoint-scheduler", true), null);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        connector.setHost(loopback.getHostAddress());
        server.addConnector(connector);
        server.setHandler(new Forwarder());
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("A faulty endpoint did not start", e);
        }
        endpoint = Endpoints.of(loopback, connector.getLocalPort());
    }

    /** Where clients find this endpoint, such as {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Stops listening. The DynamoDB behind goes on. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("A faulty endpoint did not stop", e);
        }
    }

    @Override
    public String toString() {
        return "FaultyEndpoint[" + endpoint + " in front of " + target + "]";
    }

    private final class Forwarder extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            byte[] body;
            try (InputStream content = Content.Source.asInputStream(request)) {
                body = content.readAllBytes();
            }
            String operation = HttpRequests.operation(request.getHeaders().get(HttpRequests.TARGET));
            try {
                Answer answer =
                        injector.exchange(operation, body, wireOf(request)).get();
                response.setStatus(answer.head().statusCode());
                answer.head().forEachHeader((name, values) -> {
                    if (isOfTheMessage(name)) {
                        response.getHeaders().put(name, values);
                    }
                });
                response.write(true, ByteBuffer.wrap(answer.body()), callback);
            } catch (ExecutionException e) {
                reset(request.getConnectionMetaData().getConnection().getEndPoint());
                callback.failed(e.getCause());
            }
            return true;
        }

        /** The way on, for a request that may be sent when it has long been answered, or given up. */
        private Wire wireOf(Request request) {
            HttpRequest.Builder message =
                    HttpRequest.newBuilder(target.resolve(request.getHttpURI().getPathQuery()));
            for (HttpField header : request.getHeaders()) {
                if (isOfTheMessage(header.getName())) {
                    message.header(header.getName(), header.getValue());
                }
            }
            String method = request.getMethod();
            return body -> send(message.copy()
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
        }

        private CompletableFuture<Answer> send(HttpRequest request) {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(response -> {
                        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(response.statusCode());
                        response.headers().map().forEach(head::putHeader);
                        return new Answer(head.build(), response.body());
                    });
        }

        private static boolean isOfTheMessage(String header) {
            return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
        }

        private static void reset(EndPoint connection) throws IOException {
            // Without lingering, what the client gets is a reset, and not the orderly end of a connection.
            if (connection.getTransport() instanceof SocketChannel socket) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            connection.close();
        }
    }
}
