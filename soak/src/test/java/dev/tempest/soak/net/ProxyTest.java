package dev.tempest.soak.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault, as the client and the server see it. */
class ProxyTest {
    private static final String ANSWER = "{\"what\":\"was stored\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> executed = new CopyOnWriteArrayList<>();
    private final Traffic traffic = new Traffic(100);
    private final List<Proxy> proxies = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            executed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        proxies.forEach(Proxy::close);
        server.stop(0);
    }

    private Proxy proxy(Fault fault) {
        URI target = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
        Proxy proxy = new Proxy(target, 1, traffic, PATIENCE, (chance, action, write) -> fault);
        proxies.add(proxy);
        return proxy;
    }

    private HttpResponse<String> send(Proxy proxy, int operation, String action, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(proxy.endpoint())
                        .header(Proxy.OPERATION, Integer.toString(operation))
                        .header("x-amz-target", "DynamoDB_20120810." + action)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "DELAYED"})
    void passesARequestOnAndItsResponseBack(Fault fault) throws Exception {
        assertThat(send(proxy(fault), 7, "PutItem", "a").body()).isEqualTo(ANSWER);

        assertThat(executed).containsExactly("a");
        assertThat(traffic.isAmbiguous(7)).isFalse();
    }

    @Test
    void losesARequest() {
        Proxy proxy = proxy(Fault.REQUEST_LOST);

        assertThatThrownBy(() -> send(proxy, 7, "PutItem", "a")).isInstanceOf(IOException.class);

        proxy.settle();
        assertThat(executed).isEmpty();
        assertThat(traffic.isAmbiguous(7)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESPONSE_LOST", "RESPONSE_RESET", "BODY_CUT", "LATE", "REQUEST_STALLED", "RESPONSE_STALLED"})
    void executesARequestWhoseClientGetsNoResponse(Fault fault) {
        Proxy proxy = proxy(fault);

        assertThatThrownBy(() -> send(proxy, 7, "PutItem", "a")).isInstanceOf(IOException.class);

        proxy.settle();
        assertThat(executed).containsExactly("a");
        assertThat(traffic.isAmbiguous(7)).isTrue();
        assertThat(traffic.faults(7)).containsExactly(fault);
    }

    @Test
    void executesARequestTwice() throws Exception {
        Proxy proxy = proxy(Fault.TWICE);

        assertThat(send(proxy, 7, "PutItem", "a").body()).isEqualTo(ANSWER);

        proxy.settle();
        assertThat(executed).containsExactly("a", "a");
        assertThat(traffic.isAmbiguous(7)).isTrue();
    }

    @Test
    void aWriteThatComesAgainAfterItsResponseIsAmbiguous() throws Exception {
        Proxy proxy = proxy(Fault.NONE);
        send(proxy, 7, "PutItem", "a");
        send(proxy, 7, "PutItem", "b");
        assertThat(traffic.isAmbiguous(7)).isFalse();

        send(proxy, 7, "PutItem", "b");

        assertThat(traffic.isAmbiguous(7)).isTrue();
    }

    @Test
    void answersAsAServerThatFails() throws Exception {
        assertThat(send(proxy(Fault.SERVER_ERROR), 7, "PutItem", "a").statusCode())
                .isEqualTo(500);
        assertThat(executed).isEmpty();
        assertThat(traffic.isAmbiguous(7)).isFalse();

        assertThat(send(proxy(Fault.SERVER_ERROR_AFTERWARDS), 8, "PutItem", "a").statusCode())
                .isEqualTo(500);
        assertThat(executed).containsExactly("a");
        assertThat(traffic.isAmbiguous(8)).isTrue();
    }

    @Test
    void answersAsATableThatIsTooBusy() throws Exception {
        HttpResponse<String> response = send(proxy(Fault.THROTTLED), 7, "PutItem", "a");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("#ProvisionedThroughputExceededException");
        assertThat(executed).isEmpty();
    }

    @Test
    void answersAsATransactionThatMeetsAnother() throws Exception {
        Proxy proxy = proxy(Fault.TRANSACTION_CONFLICT);

        assertThat(send(proxy, 7, "PutItem", "{}").body()).contains("#TransactionConflictException");
        assertThat(send(proxy, 7, "TransactWriteItems", "{\"TableName\":\"a\", \"TableName\":\"b\"}")
                        .body())
                .contains("#TransactionCanceledException")
                .contains("\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"")
                .contains(",{\"Code\":\"None\"}]");
        assertThat(executed).isEmpty();
    }

    @Test
    void readsAreNeverAmbiguous() {
        Proxy proxy = proxy(Fault.RESPONSE_LOST);

        assertThatThrownBy(() -> send(proxy, 7, "GetItem", "a")).isInstanceOf(IOException.class);

        assertThat(traffic.isAmbiguous(7)).isFalse();
        assertThat(traffic.counts()).containsEntry(Fault.RESPONSE_LOST, 1L);
    }

    @Test
    void whatNoOperationSentPassesUnharmed() throws Exception {
        assertThat(send(proxy(Fault.REQUEST_LOST), 0, "PutItem", "a").body()).isEqualTo(ANSWER);
    }

    @Test
    void theSameRequestsMeetTheSameFaults() {
        List<Fault> first = faults(1);

        assertThat(faults(1)).isEqualTo(first);
        assertThat(faults(2)).isNotEqualTo(first);
        assertThat(first).contains(Fault.NONE);
    }

    private List<Fault> faults(long seed) {
        Traffic own = new Traffic(100);
        List<Fault> met = new ArrayList<>();
        for (int operation = 1; operation < 100; operation++) {
            met.add(Proxy.draw(seed, operation, own.next(operation), true));
        }
        return met;
    }
}
