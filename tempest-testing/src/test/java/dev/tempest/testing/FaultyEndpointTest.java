package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an HTTP client that is none of the SDK's meets at a port behind which the network fails. */
class FaultyEndpointTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void takesBodiesOfKnownAndOfUnknownLengthOneAfterTheOther() throws Exception {
        FaultyHttp network = FaultyHttp.builder().build();
        try (LocalDynamoDb server = LocalDynamoDb.start();
                FaultyEndpoint endpoint = network.proxyTo(server.endpoint())) {
            for (boolean waitsForContinue : new boolean[] {false, true}) {
                for (BodyPublisher body : List.of(
                        BodyPublishers.ofByteArray(BODY),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(BODY)))) {
                    assertThat(listTables(endpoint.endpoint(), body, waitsForContinue))
                            .isEqualTo("{\"TableNames\":[]}");
                }
            }
        }
        assertThat(network.requests("ListTables")).isEqualTo(4);
    }

    @Test
    void resetsAConnectionWhoseResponseIsLost() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "ListTables", Fault.responseLost()).build();
        try (LocalDynamoDb server = LocalDynamoDb.start();
                FaultyEndpoint endpoint = network.proxyTo(server.endpoint())) {
            assertThatThrownBy(() -> listTables(endpoint.endpoint(), BodyPublishers.ofByteArray(BODY), false))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseMessage("Connection reset");
        }
    }

    @Test
    void listensNoMoreOnceItIsClosed() {
        URI closed;
        try (LocalDynamoDb server = LocalDynamoDb.start();
                FaultyEndpoint endpoint = FaultyHttp.builder().build().proxyTo(server.endpoint())) {
            closed = endpoint.endpoint();
        }

        assertThatThrownBy(() -> listTables(closed, BodyPublishers.ofByteArray(BODY), false))
                .isInstanceOf(ConnectException.class);
    }

    private String listTables(URI endpoint, BodyPublisher body, boolean waitsForContinue)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .expectContinue(waitsForContinue)
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
