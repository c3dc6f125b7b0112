package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.Version;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.faces.Items;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;

/**
 * A transaction with an idempotency token may be sent again, by another process even: it is done once, although the items
 * get random texts on their way, as write tokens and as versions.
 */
class TransactionsAgainTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {}

    record Text(String id, String status, @Version String text_version) {}

    record Counter(String id, Long balance) {}

    @Test
    void areDoneOnceInATableWithWriteTokens() {
        Items<Key, Note> notes = open().traced(Key.class, Note.class);
        Note first = notes.save(new Note("a", "one", null));
        TransactionWriteSet.Builder set = TransactionWriteSet.builder()
                .save(new Note("a", "two", first.version()))
                .create(new Note("b", "new", null));

        assertDoneOnce(set, true, Note.class);

        assertThat(notes.load(new Key("a"), true)).isEqualTo(new Note("a", "two", 2L));
        assertThat(notes.load(new Key("b"), true)).isEqualTo(new Note("b", "new", 1L));
    }

    @Test
    void areDoneOnceWhereVersionsAreTexts() {
        Items<Key, Text> texts = open().plain(Key.class, Text.class);
        Text first = texts.save(new Text("a", "one", null));
        TransactionWriteSet.Builder set = TransactionWriteSet.builder()
                .save(new Text("a", "two", first.text_version()))
                .create(new Text("b", "new", null));

        assertDoneOnce(set, false, Text.class);

        Text stored = texts.load(new Key("a"), true);
        assertThat(stored.status()).isEqualTo("two");
        assertThat(stored.text_version()).isNotEqualTo(first.text_version());
        assertThat(texts.load(new Key("b"), true).text_version()).isNotEqualTo(stored.text_version());
    }

    @Test
    void countOnce() {
        Items<Key, Counter> counters = open().traced(Key.class, Counter.class);
        counters.save(new Counter("a", 5L));

        assertDoneOnce(
                TransactionWriteSet.builder().increment(new Key("a"), Increment.of("balance", 2)), true, Counter.class);

        assertThat(counters.load(new Key("a"), true).balance()).isEqualTo(7);
    }

    /** Sends the set twice, the second time as another process would, and once more with something else in it. */
    private void assertDoneOnce(TransactionWriteSet.Builder builder, boolean isTraced, Class<?> itemType) {
        TransactionWriteSet set =
                builder.idempotencyToken(UUID.randomUUID().toString()).build();
        for (int i = 0; i < 2; i++) {
            Store store = open();
            store.items(isTraced, Key.class, itemType);
            store.transactionWrite(set);
        }
        Store store = open();
        store.items(isTraced, Key.class, itemType);
        assertThat(catchThrowable(() ->
                        store.transactionWrite(builder.delete(new Key("absent")).build())))
                .isInstanceOf(IdempotentParameterMismatchException.class);
    }
}
