package dev.tempest.tests.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import java.util.function.Supplier;

/** Counts the requests by which a design answers a question. */
final class Requests {
    private final FaultyHttp network = FaultyHttp.builder().build();

    <D extends LogicalDb> D open(TestDb db, Class<D> type) {
        return db.with(network).logicalDb(type);
    }

    /** The result of a call that sends one request. */
    <T> T one(Supplier<T> call) {
        return exactly(1, call);
    }

    <T> T exactly(int expected, Supplier<T> call) {
        long before = network.requests();
        T result = call.get();
        assertThat(network.requests() - before).as("requests").isEqualTo(expected);
        return result;
    }
}
