package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import org.junit.jupiter.api.Test;

/**
 * What no token can prevent: a create whose answer is lost is sent again, and where another writer deletes the item in
 * between, nothing tells the second try that the first was done. As a transaction it is done once.
 */
class LimitsTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {}

    private static final Key KEY = new Key("a");

    private final Note note = new Note("a", "new", null);

    /** Loses the answer to the first write; the item is deleted before the SDK's second try. */
    private Items<Key, Note> notes(String operation) {
        Items<Key, Note> others = open().traced(Key.class, Note.class);
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, operation, RESPONSE_LOST)
                .afterFault(
                        (request, fault) -> assertThat(others.deleteKey(KEY)).isNotNull())
                .build();
        return open(network).traced(Key.class, Note.class);
    }

    @Test
    void aPlainCreateBringsBackWhatWasDeleted() {
        assertThat(notes("PutItem").create(note).version()).isEqualTo(1);

        assertThat(row().get("status").s()).isEqualTo("new");
    }

    @Test
    void aCreateAsATransactionDoesNot() {
        assertThat(notes("TransactWriteItems")
                        .with(ConditionalWrites.TRANSACTIONAL)
                        .create(note)
                        .version())
                .isEqualTo(1);

        assertThat(isEmpty()).isTrue();
    }

    @Test
    void noUpdateAsATransactionDoesEither() {
        assertThat(notes("TransactWriteItems")
                        .with(ConditionalWrites.TRANSACTIONAL)
                        .updateOrCreate(KEY, stored -> stored == null ? note : stored)
                        .version())
                .isEqualTo(1);

        assertThat(isEmpty()).isTrue();
    }
}
