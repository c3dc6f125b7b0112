package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyThreadsTest {
    private static final int THREADS = 64;
    private static final int EACH = 100;

    @Test
    void noUpdateIsLostAmongManyThreads() throws Exception {
        Local local = Local.withThings();
        local.ok("CreateTable", Local.HASH_TABLE.formatted("others"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            // Transactions name the two tables in either order.
            String first = thread % 2 == 0 ? "things" : "others";
            String second = thread % 2 == 0 ? "others" : "things";
            all.add(threads.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    local.ok("UpdateItem", update("things"));
                    local.ok(
                            "TransactWriteItems",
                            "{'TransactItems': [{'Update': " + update(first) + "}, {'Update': " + update(second)
                                    + "}]}");
                    local.ok("Scan", "{'TableName': 'things'}");
                }
            }));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).contains("'n':{'N':'" + 2 * THREADS * EACH + "'}");
        assertThat(local.get("others", "{'pk': {'S': 'a'}}")).contains("'n':{'N':'" + THREADS * EACH + "'}");
    }

    private static String update(String table) {
        return """
                {'TableName': '%s', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': 'ADD n :n',
                 'ExpressionAttributeValues': {':n': {'N': '1'}}}""".formatted(table);
    }
}
