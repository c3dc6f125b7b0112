package dev.tempest.tests.faces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tempest.testing.FaultyHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.utils.IoUtils;

/**
 * Passes requests on to DynamoDB through a network that fails. SDK 1.x takes no HTTP client of its user's, but any
 * endpoint.
 */
final class Relay implements AutoCloseable {
    private static final SdkHttpClient HTTP = Apache5HttpClient.create();
    private static final Set<String> OF_THE_CONNECTION = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        // Or each answer waits some 40 ms for the acknowledgement of its headers. It is read once, by the first server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        OF_THE_CONNECTION.addAll(Set.of("Host", "Connection", "Content-Length", "Transfer-Encoding", "Expect", "Date"));
    }

    private final URI target;
    private final SdkHttpClient network;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    });

    Relay(URI target, FaultyHttp network) {
        this.target = target;
        this.network = network.wrap(HTTP);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        // What this throws breaks the connection, as it is meant to.
        server.createContext("/", this::passOn);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    private void passOn(HttpExchange exchange) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        SdkHttpFullRequest.Builder request =
                SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(target);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                request.putHeader(name, values);
            }
        });
        HttpExecuteResponse response = network.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.putHeader("Content-Length", "" + asked.length)
                                .build())
                        .contentStreamProvider(() -> new ByteArrayInputStream(asked))
                        .build())
                .call();
        byte[] answer = body(response);
        response.httpResponse().headers().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(response.httpResponse().statusCode(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static byte[] body(HttpExecuteResponse response) throws IOException {
        AbortableInputStream body = response.responseBody().orElse(null);
        return body == null ? new byte[0] : IoUtils.toByteArray(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
