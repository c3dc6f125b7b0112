package dev.tempest.local.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.DocumentedErrors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The requests of a generator, damaged: each operation and parameter has its turn. Every response is documented, and a request that
 * fails changes nothing.
 */
@Timeout(600)
class DamagedRequestsTest {
    private static final long SEED = Long.getLong("fuzz.seed", 7);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 5_000);
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "1e999999999",
            "-1",
            "{\"L\":[",
            "\"N\":\"1E999\"",
            "(((((",
            "NOT ",
            " AND ",
            ":v0",
            "#x",
            "[0]",
            ".",
            "\\u0000",
            "\\",
            "\"",
            "{",
            "}",
            ",");

    private final Random random = new Random(SEED);

    @Test
    void damagedRequestsFailAsDocumentedAndChangeNothing() {
        Generator generator = new Generator(SEED);
        try (Engine engine = new Ours()) {
            Session session = new Session(engine);
            String before = state(engine);
            for (int i = 0; i < REQUESTS; i++) {
                Call call = generator.next();
                // What is valid makes the state that the others meet.
                Call sent = i % 3 == 0 ? call : new Call(call.operation(), damaged(call.json()), false);
                Object error = session.send(sent).get("error");
                if (error == null) {
                    before = changes(call.operation()) ? "" : before;
                    continue;
                }
                assertThat(DocumentedErrors.TYPES).as("%s, seed %s", sent, SEED).contains(error.toString());
                if (i % 10 == 0 && !before.isEmpty()) {
                    assertThat(state(engine)).as("%s, seed %s", sent, SEED).isEqualTo(before);
                }
                before = before.isEmpty() ? state(engine) : before;
            }
        }
    }

    private static boolean changes(String operation) {
        return operation.matches("(Create|Update|Delete|Put|BatchWrite|TransactWrite).*");
    }

    /** All tables with their items and indexes. */
    private static String state(Engine engine) {
        StringBuilder state = new StringBuilder();
        String tables = engine.send("ListTables", "{}").json();
        for (Object name : Json.list(Json.object(Json.parse(tables)).get("TableNames"))) {
            String request = Json.write(Json.of("TableName", name));
            state.append(engine.send("DescribeTable", request).json())
                    .append(engine.send("Scan", request).json())
                    .append(engine.send("DescribeTimeToLive", request).json());
        }
        return state.toString();
    }

    private String damaged(String json) {
        StringBuilder text = new StringBuilder(json);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.replace(at, end, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
                default ->
                    text.insert(
                            at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).repeat(1 + random.nextInt(300)));
            }
        }
        return text.toString();
    }
}
