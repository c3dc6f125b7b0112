package dev.tempest.samples.urlshortener.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.testing.TestDb;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that begin a request and do not end it. */
class StallingTest {
    private static final int CLIENTS = 300;
    private static final String HEADER = "POST /links HTTP/1.1\r\nHost: localhost\r\n";
    private static final String BODY =
            HEADER + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntarget=https";

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    private final List<Socket> sockets = new ArrayList<>();
    private RunningSite site;

    @BeforeEach
    void open() throws IOException {
        site = RunningSite.over(testDb.connection());
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = new Socket("localhost", site.address().getPort());
            sockets.add(socket);
            socket.getOutputStream().write((i % 2 == 0 ? HEADER : BODY).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        site.close();
        assertThat(site.log()).isEmpty();
    }

    @Test
    void keepNobodyElseWaiting() {
        HttpVisitor ann = site.visitor();

        CompletableFuture<Integer> made = CompletableFuture.supplyAsync(
                () -> ann.make("https://example.com/tea", "tea").statusCode());

        // If the stalling clients held the server's threads in turn, it would take more than a minute.
        assertThat(made.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(303);
        assertThat(ann.head("/tea").statusCode()).isEqualTo(302);
    }

    @Test
    void areGivenUpAfterSomeSeconds() throws IOException {
        for (Socket socket : sockets.subList(0, 2)) {
            socket.setSoTimeout(40_000);
            assertThat(isClosed(socket)).isTrue();
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }
}
