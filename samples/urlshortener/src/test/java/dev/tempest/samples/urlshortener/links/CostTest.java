package dev.tempest.samples.urlshortener.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.samples.urlshortener.TestClock;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each action sends to DynamoDB: no more than the documentation says. */
class CostTest {
    private static final List<String> OPERATIONS =
            List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "BatchGetItem");
    private static final String ANN = "ann";
    private static final URI TEA = URI.create("https://example.com/tea");
    private static final URI COFFEE = URI.create("https://example.com/coffee");

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    @Test
    void makes() {
        assertThat(sentBy(links -> links.make(ANN, COFFEE, null, Duration.ofDays(1))))
                .isEqualTo(Map.of("PutItem", 1L));
    }

    @Test
    void follows() {
        assertThat(sentBy(links -> links.follow("drink"))).isEqualTo(Map.of("GetItem", 1L, "UpdateItem", 1L));
    }

    @Test
    void lists() {
        assertThat(sentBy(links -> links.page(ANN, null))).isEqualTo(Map.of("Query", 1L, "BatchGetItem", 1L));
    }

    @Test
    void listsNothing() {
        assertThat(sentBy(links -> links.page("nobody", null))).isEqualTo(Map.of("Query", 1L));
    }

    @Test
    void finds() {
        assertThat(sentBy(links -> links.find(ANN, "drink"))).isEqualTo(Map.of("Query", 1L));
    }

    @Test
    void changes() {
        String seen = made();

        assertThat(sent(links -> links.retarget(ANN, "drink", seen, COFFEE)))
                .isEqualTo(Map.of("GetItem", 1L, "PutItem", 1L));
    }

    @Test
    void deletes() {
        String seen = made();

        assertThat(sent(links -> links.delete(ANN, "drink", seen))).isEqualTo(Map.of("GetItem", 1L, "DeleteItem", 2L));
    }

    private Map<String, Long> sentBy(Consumer<Links> action) {
        made();
        return sent(action);
    }

    private String made() {
        return new Links(LinkTables.linkDb(testDb.connection()), new TestClock())
                .make(ANN, TEA, "drink", null)
                .link_version();
    }

    private Map<String, Long> sent(Consumer<Links> action) {
        FaultyHttp network = FaultyHttp.builder().build();
        action.accept(new Links(LinkTables.linkDb(testDb.with(network)), new TestClock()));
        Map<String, Long> sent = new TreeMap<>();
        OPERATIONS.stream()
                .filter(operation -> network.requests(operation) > 0)
                .forEach(operation -> sent.put(operation, network.requests(operation)));
        assertThat(sent.values().stream().mapToLong(Long::longValue).sum())
                .as("requests of any operation")
                .isEqualTo(network.requests());
        return sent;
    }
}
