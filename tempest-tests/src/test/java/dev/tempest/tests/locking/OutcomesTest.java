package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Every outcome that is refused or unknown names the type, the key, and what was expected and found. */
class OutcomesTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {}

    private static final Key KEY = new Key("a");
    private static final String EXPECTED = "expected version 1, found version 2";
    private static final String ITEM = "of OutcomesTest.Note {id=a} in table accounts";

    private final Note stale = new Note("a", "stale", 1L);
    private final Note stored = new Note("a", "two", 2L);
    private Items<Key, Note> calm;

    @BeforeEach
    void saveTwice() {
        calm = open().traced(Key.class, Note.class);
        calm.save(calm.save(new Note("a", "two", null)));
    }

    @Test
    void refusals() {
        Store store = open();
        Items<Key, Note> notes = store.traced(Key.class, Note.class);
        Items<Key, Note> transactional = notes.with(ConditionalWrites.TRANSACTIONAL);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("save " + ITEM + ", " + EXPECTED, () -> notes.save(stale));
        calls.put("delete " + ITEM + ", " + EXPECTED, () -> notes.delete(stale));
        calls.put("create " + ITEM + ", expected no item, found version 2", () -> notes.create(stale));
        calls.put(
                "save " + ITEM + ", expected version 2 and #it = :it, found version 2",
                () -> notes.save(stored, equal("status", "shut")));
        calls.put(
                "delete " + ITEM + ", expected version 2 and #it = :it, found version 2",
                () -> notes.delete(stored, equal("status", "shut")));
        calls.put(
                "save of OutcomesTest.Note {id=b} in table accounts, expected version 1, found no item",
                () -> notes.save(new Note("b", "gone", 1L)));
        calls.forEach((message, call) -> {
            assertThat(catchThrowable(call::run))
                    .isInstanceOf(ConditionalCheckFailedException.class)
                    .hasMessageContaining(message);
        });

        assertThat(catchThrowable(() -> transactional.save(stale)))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("save " + ITEM + ", " + EXPECTED);
        assertThat(catchThrowable(() -> transactional.delete(stale)))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("delete " + ITEM + ", " + EXPECTED);
        ConditionalCheckFailedException refusal =
                catchThrowableOfType(ConditionalCheckFailedException.class, () -> transactional.create(stale));
        assertThat(refusal).hasMessageContaining("create " + ITEM + ", expected no item, found version 2");
        assertThat(transactional.itemIn(refusal)).contains(stored);
        assertThat(catchThrowable(() -> store.transactionWrite(
                        TransactionWriteSet.builder().save(stale).build())))
                .hasMessageContaining("Save " + ITEM + " (ConditionalCheckFailed: " + EXPECTED + ")");
    }

    private Items<Key, Note> through(FaultyHttp network) {
        return open(network, Store.Settings.DEFAULT.updateTimeout(Duration.ofSeconds(1)))
                .traced(Key.class, Note.class);
    }

    /** The request gets lost, and another writer comes before the SDK's second try. */
    private static FaultyHttp lost(String operation, Runnable other) {
        return FaultyHttp.builder()
                .nth(1, operation, Fault.connectionReset())
                .afterFault((request, fault) -> other.run())
                .build();
    }

    private static void assertUnknown(Throwable thrown, String action, String account, Note found) {
        assertThat(thrown)
                .isInstanceOfSatisfying(OutcomeUnknownException.class, unknown -> {
                    assertThat(unknown.tableName()).isEqualTo("accounts");
                    assertThat(unknown.key()).isEqualTo(Map.of("id", "a"));
                    assertThat(unknown.itemType()).isEqualTo(Note.class);
                    assertThat(unknown.storedItem().orElse(null)).isEqualTo(found);
                    assertThat(unknown.getCause()).isNotNull();
                })
                .hasMessageContaining("It is not known whether the " + action + " " + ITEM + " was done: " + account);
    }

    @Test
    void aSaveThatIsUnknown() {
        Note others = new Note("a", "other", 3L);
        Items<Key, Note> notes = through(lost("PutItem", () -> calm.save(new Note("a", "other", 2L))));

        assertUnknown(catchThrowable(() -> notes.save(stored)), "save", "expected version 2, found version 3", others);
    }

    @Test
    void aDeleteThatIsUnknown() {
        Items<Key, Note> notes = through(lost("DeleteItem", () -> calm.delete(stored)));

        assertUnknown(catchThrowable(() -> notes.delete(stored)), "delete", "expected version 2, found no item", null);
    }

    @Test
    void aCreateThatIsUnknown() {
        calm.deleteKey(KEY);
        Items<Key, Note> notes = through(lost("PutItem", () -> calm.create(stale)));

        assertUnknown(catchThrowable(() -> notes.create(stored)), "create", "expected no item, found version 1", stale);
    }

    @Test
    void anUpdateThatIsUnknownAsTheItemIsGone() {
        Items<Key, Note> notes = through(lost("UpdateItem", () -> calm.deleteKey(KEY)));

        assertUnknown(
                catchThrowable(() -> notes.update(KEY, note -> new Note("a", "three", null))),
                "update",
                "expected version 2, found no item",
                null);
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void writesThatAreNeverAnswered() {
        FaultyHttp network = FaultyHttp.builder().rate(1, RESPONSE_LOST).build();
        Items<Key, Note> notes = through(network);

        assertUnknown(catchThrowable(() -> notes.save(stored)), "save", "no attempt got a response", null);
        assertThat(calm.load(KEY, true).version()).isEqualTo(3);
        assertUnknown(
                catchThrowable(() -> notes.delete(new Note("a", "two", 3L))),
                "delete",
                "no attempt got a response",
                null);
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void whatIsStoredTellsWhetherAnotherTypeIsInTheWay() {
        Items<Key, Note> notes = through(lost(
                "PutItem",
                () -> db.client()
                        .putItem(put -> put.tableName(Store.TABLE)
                                .item(Map.of("id", AttributeValue.fromS("a"), "version", AttributeValue.fromS("x"))))));

        assertUnknown(catchThrowable(() -> notes.save(stored)), "save", "expected version 2, found version x", null);
    }
}
