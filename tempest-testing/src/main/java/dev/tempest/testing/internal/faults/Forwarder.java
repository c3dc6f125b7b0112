package dev.tempest.testing.internal.faults;

import dev.tempest.testing.internal.faults.FaultInjector.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Sends HTTP requests on to an endpoint. */
final class Forwarder {
    /** What belongs to one connection and not to the message, or is set by who sends it on. */
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
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Workers.EXECUTOR)
            .build();

    Forwarder(URI target) {
        this.target = target;
    }

    /** The way on, for a request that may be sent long after its client has a response, or has given up. */
    Wire wireOf(HttpMessage request) {
        String[] firstLine = request.firstLine().split(" ", 3);
        HttpRequest.Builder message = HttpRequest.newBuilder(target.resolve(firstLine[1]));
        request.headers().forEach(header -> {
            if (isOfTheMessage(header.getKey())) {
                message.header(header.getKey(), header.getValue());
            }
        });
        return body -> send(message.copy()
                .method(firstLine[0], HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** A response as the client is to get it. */
    static HttpMessage message(Response response) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.head().forEachHeader((name, values) -> {
            if (isOfTheMessage(name)) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        });
        return new HttpMessage("HTTP/1.1 " + response.head().statusCode() + " ", headers, response.body());
    }

    private CompletableFuture<Response> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> {
                    SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(response.statusCode());
                    response.headers().map().forEach(head::putHeader);
                    return new Response(head.build(), response.body());
                });
    }

    private static boolean isOfTheMessage(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
