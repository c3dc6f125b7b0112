package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.ItemSet;
import dev.tempest.Version;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions of versioned items move amounts between accounts: nothing is lost, and nothing is moved twice. */
class TransfersTest extends LockingTest {
    record Key(String id) {}

    record Purse(String id, Long balance, @Version Long version) {
        Purse plus(long amount) {
            return new Purse(id, balance + amount, version);
        }
    }

    private static final Key A = new Key("a");
    private static final Key B = new Key("b");

    @Test
    void keepTheTotalAtEveryTransactionalRead() throws Exception {
        FaultyHttp network = FaultyHttp.builder()
                .seed(2)
                .rate(0.6, RESPONSE_LOST, "TransactWriteItems")
                .rate(0.05, Fault.connectionReset())
                .build();
        Store store = open(network);
        Items<Key, Purse> purses = store.traced(Key.class, Purse.class);
        Store calm = open();
        calm.traced(Key.class, Purse.class);
        purses.save(new Purse("a", 1_000L, null));
        purses.save(new Purse("b", 1_000L, null));
        AtomicLong moved = new AtomicLong();
        AtomicInteger reads = new AtomicInteger();
        int writers = 6;
        AtomicInteger atWork = new AtomicInteger(writers);

        inParallel(writers + 1, writer -> {
            if (writer == writers) {
                while (atWork.get() > 0) {
                    total(calm, reads);
                }
                return;
            }
            try {
                for (int i = 0; i < 40; i++) {
                    moved.addAndGet(transfer(store, writer % 2 == 0 ? 1 : -2));
                }
            } finally {
                atWork.decrementAndGet();
            }
        });

        assertThat(reads).hasValueGreaterThan(10);
        assertThat(purses.load(A, true).balance()).isEqualTo(1_000 - moved.get());
        assertThat(purses.load(B, true).balance()).isEqualTo(1_000 + moved.get());
        assertThat(purses.load(A, true).version()).isEqualTo(writers * 40 + 1);
    }

    private static void total(Store store, AtomicInteger reads) {
        try {
            ItemSet both = store.transactionLoad(A, B);
            assertThat(both.get(A, Purse.class).balance()
                            + both.get(B, Purse.class).balance())
                    .isEqualTo(2_000);
            reads.incrementAndGet();
        } catch (TransactionCanceledException e) {
            // A writer was at work on one of them.
        }
    }

    private static long transfer(Store store, long amount) throws InterruptedException {
        while (true) {
            try {
                ItemSet both = store.transactionLoad(A, B);
                write(
                        store,
                        TransactionWriteSet.builder()
                                .save(both.get(A, Purse.class).plus(-amount))
                                .save(both.get(B, Purse.class).plus(amount))
                                .idempotencyToken(UUID.randomUUID().toString())
                                .build());
                return amount;
            } catch (TransactionCanceledException e) {
                Thread.sleep(ThreadLocalRandom.current().nextLong(30));
            }
        }
    }

    /** Sends a transaction again of which all the SDK's tries got no answer: by its token, DynamoDB knows it for the same one. */
    private static void write(Store store, TransactionWriteSet transaction) {
        while (true) {
            try {
                store.transactionWrite(transaction);
                return;
            } catch (SdkClientException e) {
                // Done or not, this is how to find out.
            }
        }
    }
}
