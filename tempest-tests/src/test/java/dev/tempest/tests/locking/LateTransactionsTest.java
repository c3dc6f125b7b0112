package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A conditional write sent as a transaction, of which the first try is late and the second meets another writer. The first is
 * executed if its condition comes true again.
 */
class LateTransactionsTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    record Memo(String id, String status) {}

    private static final Key KEY = new Key("a");

    private FaultyHttp network;
    private Items<Key, Note> calm;

    @BeforeEach
    void openStore() {
        calm = open().plain(Key.class, Note.class);
    }

    private <I> Items<Key, I> late(Class<I> type, Runnable others) {
        network = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.deliveredLate(Duration.ofMinutes(5)))
                .afterFault((request, fault) -> others.run())
                .build();
        return open(network).plain(Key.class, type).with(ConditionalWrites.TRANSACTIONAL);
    }

    @Test
    void aCreateIsUnknown() {
        Items<Key, Note> notes = late(Note.class, () -> calm.create(new Note("a", "theirs", null)));

        assertThat(catchThrowable(() -> notes.create(new Note("a", "mine", null))))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        unknown -> assertThat(unknown.storedItem()).contains(new Note("a", "theirs", 1L)))
                .hasMessageContaining("create of LateTransactionsTest.Note {id=a} in table accounts");

        calm.deleteKey(KEY);
        network.deliverPending();
        assertThat(calm.load(KEY, true).status()).isEqualTo("mine");
    }

    @Test
    void theFirstSaveOfAVersionedItemIsUnknown() {
        Items<Key, Note> notes = late(Note.class, () -> calm.create(new Note("a", "theirs", null)));

        assertThat(catchThrowable(() -> notes.save(new Note("a", "mine", null))))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void anUpdateThatMakesTheItemIsUnknown() {
        Items<Key, Note> notes = late(Note.class, () -> calm.create(new Note("a", "theirs", null)));

        assertThat(catchThrowable(() -> notes.updateOrCreate(
                        KEY, note -> note == null ? new Note("a", "mine", null) : note.with("mine"))))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aSaveOnAConditionIsUnknown() {
        calm.create(new Note("a", "open", null));
        Items<Key, Memo> memos = late(Memo.class, () -> calm.save(new Note("a", "shut", 1L)));

        assertThat(catchThrowable(() -> memos.save(new Memo("a", "mine"), equal("status", "open"))))
                .isInstanceOf(OutcomeUnknownException.class);

        calm.save(new Note("a", "open", 2L));
        network.deliverPending();
        assertThat(row().get("status").s()).isEqualTo("mine");
    }

    @Test
    void aDeleteOnAConditionIsUnknown() {
        calm.create(new Note("a", "open", null));
        Items<Key, Note> notes = late(Note.class, () -> calm.save(new Note("a", "shut", 1L)));

        assertThat(catchThrowable(() -> notes.deleteKey(KEY, equal("status", "open"))))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    /** The version that it names is gone. */
    @Test
    void aWriteForOneVersionIsAConflict() {
        calm.create(new Note("a", "one", null));
        Items<Key, Note> notes = late(Note.class, () -> calm.save(new Note("a", "theirs", 1L)));

        assertThat(catchThrowable(() -> notes.save(new Note("a", "mine", 1L))))
                .isInstanceOf(ConditionalCheckFailedException.class);

        network.deliverPending();
        assertThat(calm.load(KEY, true)).isEqualTo(new Note("a", "theirs", 2L));
    }

    @Test
    void anUpdateOfOneVersionGoesOn() {
        calm.create(new Note("a", "one", null));
        Items<Key, Note> notes = late(Note.class, () -> calm.save(new Note("a", "theirs", 1L)));

        Note updated = notes.update(KEY, note -> note.with(note.status() + ", mine"));

        network.deliverPending();
        assertThat(updated).isEqualTo(new Note("a", "theirs, mine", 3L));
        assertThat(calm.load(KEY, true)).isEqualTo(updated);
    }

    @Test
    void aSingleTryIsCertain() {
        calm.create(new Note("a", "theirs", null));

        assertThat(catchThrowable(() -> open().plain(Key.class, Note.class)
                        .with(ConditionalWrites.TRANSACTIONAL)
                        .create(new Note("a", "mine", null))))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aCancelledTransactionSaysThatAnEarlierTryMayHaveBeenExecuted() {
        FaultyHttp lossy = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.responseLost())
                .nth(2, "TransactWriteItems", Fault.transactionConflict())
                .build();
        Store store = open(lossy);
        store.plain(Key.class, Memo.class);

        assertThat(catchThrowable(() -> store.transactionWrite(TransactionWriteSet.builder()
                        .create(new Memo("a", "one"))
                        .create(new Memo("b", "two"))
                        .build())))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("(TransactionConflict); the SDK sent it 2 times, and an earlier try may have been"
                        + " executed, or may be executed later:");
        assertThat(open().plain(Key.class, Memo.class).load(KEY, true)).isEqualTo(new Memo("a", "one"));
    }

    @Test
    void aCancelledTransactionThatWasSentOnceSaysNothingOfTries() {
        FaultyHttp busy = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.transactionConflict())
                .build();
        Store store = open(busy);
        store.plain(Key.class, Memo.class);

        assertThat(catchThrowable(() -> store.transactionWrite(TransactionWriteSet.builder()
                        .create(new Memo("a", "one"))
                        .build())))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageNotContaining("the SDK sent it");
        assertThat(open().plain(Key.class, Memo.class).load(KEY, true)).isNull();
    }
}
