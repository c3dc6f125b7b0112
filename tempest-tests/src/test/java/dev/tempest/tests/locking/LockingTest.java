package dev.tempest.tests.locking;

import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.items.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tests of conditional writes have in common: a table of accounts, and a network that fails. */
@ParameterizedClass
@EnumSource
abstract class LockingTest {
    /** What goes wrong in the tests of many writers. */
    static final Fault RESPONSE_LOST = Fault.responseLost();

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Store.TABLE, Account.class));

    @Parameter
    Store.Way way;

    private final List<Store> opened = new ArrayList<>();

    @AfterEach
    void closeStores() {
        opened.forEach(Store::close);
    }

    Store open() {
        return open(db.connection(), Store.Settings.DEFAULT);
    }

    Store open(FaultyHttp network) {
        return open(db.with(network), Store.Settings.DEFAULT);
    }

    Store open(FaultyHttp network, Store.Settings settings) {
        return open(db.with(network), settings);
    }

    private Store open(DynamoDbConnection connection, Store.Settings settings) {
        Store store = Store.open(way, connection, settings);
        opened.add(store);
        return store;
    }

    /** The only row of the table, past our own code. */
    Map<String, AttributeValue> row() {
        List<Map<String, AttributeValue>> rows = Rows.all(db, Store.TABLE);
        if (rows.size() != 1) {
            throw new AssertionError(rows);
        }
        return rows.get(0);
    }

    boolean isEmpty() {
        return Rows.all(db, Store.TABLE).isEmpty();
    }

    static Expression equal(String attribute, AttributeValue value) {
        return Expression.builder()
                .expression("#it = :it")
                .putExpressionName("#it", attribute)
                .putExpressionValue(":it", value)
                .build();
    }

    static Expression equal(String attribute, String value) {
        return equal(attribute, AttributeValue.fromS(value));
    }

    static Expression equal(String attribute, long value) {
        return equal(attribute, AttributeValue.fromN(Long.toString(value)));
    }

    /** One of several writers at work. */
    interface Work {
        void run(int writer) throws Exception;
    }

    /** Lets writers work at the same time, and waits for all. */
    static void inParallel(int writers, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                all.add(() -> {
                    work.run(writer);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
