package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Many writers of one item at once: what is acknowledged is stored, once, whatever the network does. */
class ManyWritersTest extends LockingTest {
    record Key(String id) {}

    record Counter(String id, Long balance, @Version Long version) {
        Counter next() {
            return new Counter(id, balance + 1, version);
        }
    }

    /** Keeps the name of each change since it was created. */
    record Ledger(
            String id,
            String generation,
            List<String> changes,
            @Version Long version) {
        static Ledger begin(String change) {
            return new Ledger("a", UUID.randomUUID().toString(), List.of(change), null);
        }

        Ledger with(String change) {
            List<String> more = new ArrayList<>(changes);
            more.add(change);
            return new Ledger(id, generation, more, version);
        }
    }

    private static final int WRITERS = 16;
    private static final Key KEY = new Key("a");

    private static FaultyHttp.Builder losses() {
        return FaultyHttp.builder()
                .seed(16)
                .rate(0.2, RESPONSE_LOST, "PutItem", "UpdateItem", "TransactWriteItems")
                .rate(0.05, Fault.connectionReset())
                .rate(0.05, Fault.throttled());
    }

    @Test
    void incrementsAddUp() throws Exception {
        FaultyHttp network = losses().build();
        Store store = open(network);
        Items<Key, Counter> counters = store.traced(Key.class, Counter.class);
        open().traced(Key.class, Counter.class).save(new Counter("a", 0L, null));
        AtomicInteger unknown = new AtomicInteger();
        int each = 100;

        inParallel(WRITERS, writer -> {
            for (int i = 0; i < each; i++) {
                try {
                    counters.update(KEY, Counter::next);
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                }
            }
        });

        System.out.printf(
                "%s, %d writers with losses: %.2f requests an update, %d unknown%n",
                way, WRITERS, network.requests() / (double) (WRITERS * each), unknown.get());
        assertThat(unknown).hasValue(0);
        assertThat(row().get("balance").n()).isEqualTo("1600");
        assertThat(row().get("version").n()).isEqualTo("1601");
        assertThat(network.faults(RESPONSE_LOST)).isGreaterThan(300);
    }

    @Test
    void aConflictCostsTwoRequestsAtMost() throws Exception {
        int each = 15;
        FaultyHttp network = FaultyHttp.builder().build();
        Items<Key, Counter> counters = open(network).traced(Key.class, Counter.class);
        open().traced(Key.class, Counter.class).save(new Counter("a", 0L, null));

        inParallel(WRITERS, writer -> {
            for (int i = 0; i < each; i++) {
                counters.update(KEY, Counter::next);
            }
        });

        long updates = (long) WRITERS * each;
        System.out.printf(
                "%s, %d writers: %.2f requests an update%n", way, WRITERS, network.requests() / (double) updates);
        long conflicts = network.requests("UpdateItem") - updates;
        assertThat(network.requests("GetItem")).isBetween(updates, updates + conflicts);
        assertThat(row().get("balance").n()).isEqualTo("240");
    }

    /**
     * Creates are sent as transactions here: a plain create whose answer is lost is sent again, and where another writer
     * deletes the item in between, it creates it twice.
     */
    @Test
    void changesAreAppliedOnceAroundDeletesAndCreations() throws Exception {
        History history = new History(db);
        FaultyHttp network = losses().rate(0.1, RESPONSE_LOST, "DeleteItem").build();
        Items<Key, Ledger> ledgers = open(network).traced(Key.class, Ledger.class);
        Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
        Collection<String> refused = new ConcurrentLinkedQueue<>();
        AtomicInteger unknown = new AtomicInteger();
        AtomicInteger deleted = new AtomicInteger();
        int writers = 8;
        int each = 50;

        inParallel(writers, writer -> {
            for (int i = 0; i < each; i++) {
                String change = writer + "." + i;
                try {
                    if (i % 10 == 9) {
                        Ledger read = ledgers.load(KEY, true);
                        if (read != null) {
                            ledgers.delete(read);
                            deleted.incrementAndGet();
                        }
                    } else {
                        changeOrCreate(ledgers, change);
                        acknowledged.add(change);
                    }
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                } catch (ConditionalCheckFailedException e) {
                    refused.add(change);
                }
            }
        });

        List<Record> records = history.records();
        System.out.printf(
                "%s, %d writers that delete and create, too: %d changes, %d deletes, %d unknown%n",
                way, writers, acknowledged.size(), deleted.get(), unknown.get());
        assertThat(acknowledged)
                .allSatisfy(change ->
                        assertThat(history.applied(records, change)).as(change).isEqualTo(1));
        assertThat(refused)
                .allSatisfy(change ->
                        assertThat(history.applied(records, change)).as(change).isZero());
        assertThat(deleted).hasPositiveValue();
        assertThat(acknowledged).hasSizeGreaterThan(writers * each / 2);
    }

    private static void changeOrCreate(Items<Key, Ledger> ledgers, String change) {
        while (true) {
            try {
                ledgers.update(KEY, ledger -> ledger.with(change));
                return;
            } catch (NoSuchElementException none) {
                try {
                    ledgers.with(ConditionalWrites.TRANSACTIONAL).create(Ledger.begin(change));
                    return;
                } catch (ConditionalCheckFailedException taken) {
                    // Somebody else was faster: there is an item to update.
                }
            }
        }
    }
}
