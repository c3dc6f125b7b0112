package dev.tempest.samples.urlshortener.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.testing.TestDb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many at once. */
class CrowdTest {
    private static final String TEA = "https://example.com/tea";

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    private RunningSite site;

    @BeforeEach
    void open() {
        site = RunningSite.over(testDb.connection());
    }

    @AfterEach
    void close() {
        site.close();
        assertThat(site.log()).isEmpty();
    }

    @Test
    void oneOf64GetsTheAlias() throws Exception {
        int visitors = 64;
        ExecutorService threads = Executors.newFixedThreadPool(visitors);
        CountDownLatch allHaveTheForm = new CountDownLatch(visitors);
        try {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, visitors)
                    .mapToObj(i -> threads.submit(() -> {
                        HttpVisitor visitor = site.visitor();
                        Map<String, String> form = HttpVisitor.formOn(
                                visitor.get("/").body(),
                                "/links",
                                Map.of("target", "https://example.com/" + i, "alias", "wanted"));
                        allHaveTheForm.countDown();
                        allHaveTheForm.await();
                        return visitor.post("/links", form);
                    }))
                    .toList();

            int made = 0;
            String winner = "";
            for (int i = 0; i < visitors; i++) {
                HttpResponse<String> answer = answers.get(i).get();
                if (answer.statusCode() == 303) {
                    made++;
                    winner = "https://example.com/" + i;
                } else {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.body()).contains("The alias &quot;wanted&quot; is taken.");
                }
            }
            assertThat(made).isEqualTo(1);
            assertThat(HttpVisitor.location(site.visitor().head("/wanted"))).isEqualTo(winner);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void eachOf1000ClicksCounts() {
        HttpVisitor ann = site.visitor();
        ann.make(TEA, "popular");
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        URI address = site.address().resolve("/popular");

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() ->
                        client.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()))
                .limit(1_000)
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302))
                .allSatisfy(answer -> assertThat(HttpVisitor.location(answer)).isEqualTo(TEA));
        assertThat(ann.get("/links/popular").body()).contains("<dd>1,000 clicks</dd>");
        assertThat(ann.get("/").body()).contains(">1,000 clicks<");
    }
}
