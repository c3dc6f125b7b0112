package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Writers that load, count and save by hand, as the guide does: no answer is wrong in either direction. */
class ManualSaversTest extends LockingTest {
    record Key(String id) {}

    record Manual(String id, Long balance, Long version) {
        Manual next() {
            return new Manual(id, balance + 1, version + 1);
        }
    }

    record WithToken(String id, Long balance, Long version, String write_token) {
        WithToken next() {
            return new WithToken(id, balance + 1, version + 1, write_token);
        }
    }

    private static final Key KEY = new Key("a");
    private static final int WRITERS = 8;
    private static final int EACH = 100;

    private final FaultyHttp network = FaultyHttp.builder()
            .seed(8)
            .rate(0.2, RESPONSE_LOST, "PutItem")
            .rate(0.05, Fault.connectionReset(), "PutItem")
            .build();

    @Test
    void areNeverToldWhatIsNotSo() throws Exception {
        Items<Key, Manual> manuals = open(network).traced(Key.class, Manual.class);
        manuals.create(new Manual("a", 0L, 1L));

        count("without the token", manuals, Manual::next, Manual::version);
    }

    @Test
    void areAlwaysToldWhereTheyMapTheToken() throws Exception {
        Items<Key, WithToken> manuals = open(network).traced(Key.class, WithToken.class);
        manuals.create(new WithToken("a", 0L, 1L, null));

        assertThat(count("with the token", manuals, WithToken::next, WithToken::version))
                .isZero();
    }

    private <I> int count(String name, Items<Key, I> items, UnaryOperator<I> next, ToLongFunction<I> version)
            throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger unknown = new AtomicInteger();
        inParallel(WRITERS, writer -> {
            for (int i = 0; i < EACH; i++) {
                I loaded = items.load(KEY, true);
                try {
                    items.save(next.apply(loaded), equal("version", version.applyAsLong(loaded)));
                    acknowledged.incrementAndGet();
                } catch (ConditionalCheckFailedException e) {
                    refused.incrementAndGet();
                    Thread.sleep(ThreadLocalRandom.current().nextLong(10));
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                }
            }
        });
        long stored = Long.parseLong(row().get("balance").n());
        System.out.printf(
                "%s, %d writers by hand %s: %d acknowledged, %d refused, %d unknown, %d stored%n",
                way, WRITERS, name, acknowledged.get(), refused.get(), unknown.get(), stored);
        assertThat(stored).isBetween((long) acknowledged.get(), (long) acknowledged.get() + unknown.get());
        assertThat(row().get("version").n()).isEqualTo(Long.toString(stored + 1));
        assertThat(acknowledged).hasValueGreaterThan(WRITERS * EACH / 20);
        return unknown.get();
    }
}
