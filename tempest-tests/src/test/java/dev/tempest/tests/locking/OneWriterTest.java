package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * One writer alone, who loses a fifth of its answers: no write is reported as a conflict, for nobody else wrote, and each
 * is applied once.
 */
class OneWriterTest extends LockingTest {
    record Key(String id) {}

    record Counter(String id, Long balance, @Version Long version) {
        Counter next() {
            return new Counter(id, balance + 1, version);
        }
    }

    /** As the guide has it: the version is counted, and compared, by hand. */
    record Manual(String id, Long balance, Long version) {
        Manual next() {
            return new Manual(id, balance + 1, version + 1);
        }
    }

    record ManualWithToken(String id, Long balance, Long version, String write_token) {
        ManualWithToken next() {
            return new ManualWithToken(id, balance + 1, version + 1, write_token);
        }
    }

    private static final Key KEY = new Key("a");

    private static FaultyHttp losing(String... operations) {
        return FaultyHttp.builder().seed(4).rate(0.2, RESPONSE_LOST, operations).build();
    }

    private void writes(int count, FaultyHttp network, Runnable write) {
        for (int i = 0; i < count; i++) {
            write.run();
        }
        assertThat(row().get("balance").n()).isEqualTo(Integer.toString(count));
        assertThat(row().get("version").n()).isEqualTo(Integer.toString(count + 1));
        assertThat(network.faults(RESPONSE_LOST)).isBetween(count / 10L, count / 2L);
    }

    @Test
    void updates() {
        FaultyHttp network = losing("UpdateItem");
        Items<Key, Counter> counters = open(network).traced(Key.class, Counter.class);
        counters.save(new Counter("a", 0L, null));

        writes(1_000, network, () -> counters.update(KEY, Counter::next));

        assertThat(network.requests("UpdateItem"))
                .isBetween(1_000 + network.faults(RESPONSE_LOST), 1_100 + network.faults(RESPONSE_LOST));
        assertThat(network.requests("GetItem")).isEqualTo(1_000);
    }

    @Test
    void savesVersions() {
        FaultyHttp network = losing("PutItem");
        Items<Key, Counter> counters = open(network).traced(Key.class, Counter.class);
        Counter[] counter = {counters.save(new Counter("a", 0L, null))};

        writes(300, network, () -> counter[0] = counters.save(counter[0].next()));
    }

    @Test
    void savesByHand() {
        FaultyHttp network = losing("PutItem");
        Items<Key, Manual> manuals = open(network).traced(Key.class, Manual.class);
        manuals.create(new Manual("a", 0L, 1L));

        savesByHand(1_000, network, manuals, Manual::next, Manual::version);
    }

    @Test
    void savesByHandWhatMapsTheToken() {
        FaultyHttp network = losing("PutItem");
        Items<Key, ManualWithToken> manuals = open(network).traced(Key.class, ManualWithToken.class);
        manuals.create(new ManualWithToken("a", 0L, 1L, null));

        savesByHand(300, network, manuals, ManualWithToken::next, ManualWithToken::version);
    }

    private <I> void savesByHand(
            int count, FaultyHttp network, Items<Key, I> items, UnaryOperator<I> change, ToLongFunction<I> version) {
        writes(count, network, () -> {
            I loaded = items.load(KEY, true);
            items.save(change.apply(loaded), equal("version", version.applyAsLong(loaded)));
        });
    }

    @Test
    void updatesInTransactions() {
        FaultyHttp network = losing("TransactWriteItems");
        Items<Key, Counter> counters = open(
                        network, Store.Settings.DEFAULT.conditionalWrites(ConditionalWrites.TRANSACTIONAL))
                .plain(Key.class, Counter.class);
        counters.save(new Counter("a", 0L, null));

        writes(300, network, () -> counters.update(KEY, Counter::next));

        assertThat(network.requests("UpdateItem")).isZero();
    }

    @Test
    void savesVersionsInTransactionsChosenByCall() {
        FaultyHttp network = losing("TransactWriteItems");
        Items<Key, Counter> counters =
                open(network).plain(Key.class, Counter.class).with(ConditionalWrites.TRANSACTIONAL);
        Counter[] counter = {counters.save(new Counter("a", 0L, null))};

        writes(300, network, () -> counter[0] = counters.save(counter[0].next()));

        assertThat(network.requests("PutItem")).isZero();
    }

    @Test
    void updatesWhatHasTextsForVersions() {
        record Text(String id, Long balance, @Version String text_version) {}
        FaultyHttp network = losing("UpdateItem");
        Items<Key, Text> texts = open(network).plain(Key.class, Text.class);
        texts.save(new Text("a", 0L, null));

        for (int i = 0; i < 300; i++) {
            texts.update(KEY, text -> new Text(text.id(), text.balance() + 1, text.text_version()));
        }

        assertThat(row().get("balance").n()).isEqualTo("300");
    }

    @Test
    void deletesAndCreatesByUpdates() {
        FaultyHttp network = losing("PutItem", "UpdateItem");
        Items<Key, Counter> counters = open(network).traced(Key.class, Counter.class);

        for (int i = 0; i < 200; i++) {
            counters.updateOrCreate(KEY, counter -> counter == null ? new Counter("a", 1L, null) : counter.next());
            if (i % 10 == 9) {
                assertThat(counters.deleteKey(KEY).balance()).isEqualTo(10);
            }
        }

        assertThat(isEmpty()).isTrue();
    }
}
