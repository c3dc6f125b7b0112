package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ManyDatabasesTest {
    @Test
    void requestsSucceedWhileOtherDatabasesBegin() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (DynamoDbConnection busy = DynamoDbConnection.embedded()) {
            List<CompletableFuture<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(CompletableFuture.supplyAsync(
                        () -> {
                            int requests = 0;
                            while (!over.get()) {
                                assertThat(busy.client().listTables().tableNames())
                                        .isEmpty();
                                requests++;
                            }
                            return requests;
                        },
                        threads));
            }
            for (int i = 0; i < 40; i++) {
                try (DynamoDbConnection other = DynamoDbConnection.embedded()) {
                    assertThat(other.client().listTables().tableNames()).isEmpty();
                }
            }
            over.set(true);
            for (CompletableFuture<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
