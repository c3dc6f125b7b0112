package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.UpdateConflictException;
import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.items.Rows;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** What {@code update} and {@code updateOrCreate} do with one writer, and with what comes in between. */
class UpdatesTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    record Unversioned(String id, String status) {}

    record Extended(String id, String status, Long sdk_version) {}

    private static final Key KEY = new Key("a");

    private final FaultyHttp network = FaultyHttp.builder().build();
    private Items<Key, Note> notes;

    @BeforeEach
    void openStore() {
        notes = open(network).plain(Key.class, Note.class);
    }

    private Items<Key, Note> traced(FaultyHttp faulty, int sdkTries, Duration timeout) {
        return open(faulty, Store.Settings.DEFAULT.sdkTries(sdkTries).updateTimeout(timeout))
                .traced(Key.class, Note.class);
    }

    private long writes() {
        return network.requests("PutItem") + network.requests("UpdateItem");
    }

    @Test
    void anUpdateReadsOnceAndWritesOnce() {
        notes.save(new Note("a", "one", null));
        Note updated = notes.update(KEY, note -> note.with("two"));

        assertThat(updated).isEqualTo(new Note("a", "two", 2L));
        assertThat(notes.load(KEY, true)).isEqualTo(updated);
        assertThat(network.requests("UpdateItem")).isEqualTo(1);
        assertThat(network.requests("GetItem")).isEqualTo(2);
    }

    @Test
    void theVersionThatTheChangeLeavesDoesNotCount() {
        notes.save(new Note("a", "one", null));

        assertThat(notes.update(KEY, note -> new Note("a", "two", 77L)).version())
                .isEqualTo(2);
        assertThat(notes.update(KEY, note -> new Note("a", "three", null)).version())
                .isEqualTo(3);
    }

    @Test
    void theSameItemWritesNothing() {
        Note saved = notes.save(new Note("a", "one", null));

        assertThat(notes.update(KEY, note -> note)).isEqualTo(saved);
        assertThat(notes.updateOrCreate(KEY, note -> note)).isEqualTo(saved);
        assertThat(writes()).isEqualTo(1);
    }

    /** Is told from the one that a future puts around a failure. */
    private static final class UsersCompletion extends CompletionException {
        @Serial
        private static final long serialVersionUID = 1;

        UsersCompletion() {
            super("mine", new IOException("mine"));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable e) throws T {
        throw (T) e;
    }

    @Test
    void whatTheChangeThrowsComesThroughAsItIs() {
        notes.save(new Note("a", "one", null));

        Stream.of(
                        new IllegalStateException("mine"),
                        new IOException("mine"),
                        new AssertionError("mine"),
                        new UsersCompletion(),
                        ConditionalCheckFailedException.builder()
                                .message("mine")
                                .build(),
                        new NoSuchElementException("mine"))
                .forEach(thrown -> {
                    Throwable caught = catchThrowable(() -> notes.update(KEY, note -> {
                        throw UpdatesTest.<RuntimeException>sneaky(thrown);
                    }));
                    // A future of a checked exception or an error is waited for by a helper that wraps them.
                    assertThat(caught == thrown || caught.getCause() == thrown)
                            .as(String.valueOf(caught))
                            .isTrue();
                    assertThat(caught.getClass() == thrown.getClass() || way == Store.Way.ASYNC)
                            .isTrue();
                });
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void anAbsentItemIsNotUpdated() {
        assertThatThrownBy(() -> notes.update(KEY, note -> note.with("two")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage(
                        "There is no UpdatesTest.Note {id=a} in table accounts to update. updateOrCreate makes one.");
        assertThat(writes()).isZero();
    }

    @Test
    void anAbsentItemIsMade() {
        Note made = notes.updateOrCreate(KEY, note -> note == null ? new Note("a", "new", null) : note.with("old"));
        Note changed = notes.updateOrCreate(KEY, note -> note == null ? new Note("a", "new", null) : note.with("old"));

        assertThat(made).isEqualTo(new Note("a", "new", 1L));
        assertThat(changed).isEqualTo(new Note("a", "old", 2L));
    }

    @Test
    void theKeyCannotChange() {
        notes.save(new Note("a", "one", null));

        assertThatThrownBy(() -> notes.update(KEY, note -> new Note("b", "one", note.version())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{id=a}")
                .hasMessageContaining("{id=b}")
                .hasMessageContaining("An update cannot change the key: save the new item");
        assertThatThrownBy(() -> notes.updateOrCreate(new Key("c"), note -> new Note("b", "one", null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void nullIsNoItem() {
        notes.save(new Note("a", "one", null));

        assertThatThrownBy(() -> notes.update(KEY, note -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "The update function for UpdatesTest.Note {id=a} in table accounts returned null.");
        assertThatThrownBy(() -> notes.updateOrCreate(new Key("b"), note -> null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void whatHasNeitherVersionNorTokenIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> open(network)
                        .plain(Key.class, Unversioned.class)
                        .update(KEY, item -> new Unversioned("a", "two")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "UpdatesTest.Unversioned cannot be updated with optimistic locking: it has no @Version, and its"
                                + " table has no @WriteToken.")
                .hasMessageContaining("@Version")
                .hasMessageContaining("@WriteToken");
        assertThat(network.requests()).isZero();
    }

    @Test
    void aTokenAloneGuardsAnUpdate() {
        Items<Key, Unversioned> items = open(network).traced(Key.class, Unversioned.class);
        items.create(new Unversioned("a", "one"));
        AtomicInteger calls = new AtomicInteger();

        Unversioned updated = items.update(KEY, item -> {
            if (calls.incrementAndGet() == 1) {
                items.update(KEY, other -> new Unversioned("a", "other"));
            }
            return new Unversioned("a", item.status() + ", mine");
        });

        assertThat(updated.status()).isEqualTo("other, mine");
        assertThat(calls).hasValue(2);
    }

    @Test
    void rowsFromBeforeTheVersionGetOne() {
        Rows.put(db, Store.TABLE, "id", "a", "status", "old");
        assertThat(notes.load(KEY, true).version()).isNull();

        assertThat(notes.update(KEY, note -> note.with("new"))).isEqualTo(new Note("a", "new", 1L));
        assertThat(notes.update(KEY, note -> note.with("newer")).version()).isEqualTo(2);
    }

    @Test
    void rowsFromBeforeTheTokenGetOne() {
        notes.save(new Note("a", "one", null));

        Note updated = open(network).traced(Key.class, Note.class).update(KEY, note -> note.with("two"));

        assertThat(updated.version()).isEqualTo(2);
        assertThat(row()).containsKey("write_token");
    }

    @Test
    void anUnguardedWriteToARowWithNothingToTellItByIsSeenAllTheSame() {
        Rows.put(db, Store.TABLE, "id", "a", "status", "old");
        Items<Key, Unversioned> items = open(network).traced(Key.class, Unversioned.class);
        AtomicInteger calls = new AtomicInteger();

        items.update(KEY, item -> {
            if (calls.incrementAndGet() == 1) {
                Rows.put(db, Store.TABLE, "id", "a", "status", "theirs");
            }
            return new Unversioned("a", item.status() + ", mine");
        });

        assertThat(row().get("status").s()).isEqualTo("theirs, mine");
        assertThat(calls).hasValue(2);
    }

    @Test
    void aTokenThatIsNoneIsReplaced() {
        Rows.put(db, Store.TABLE, "id", "a", "status", "one", "write_token", "not ours");
        Items<Key, Unversioned> items = open(network).traced(Key.class, Unversioned.class);

        items.update(KEY, item -> new Unversioned("a", "two"));

        assertThat(row().get("status").s()).isEqualTo("two");
        assertThat(row().get("write_token").s()).isNotEqualTo("not ours");
    }

    @Test
    void versionsOfTheSdkAreMovedOnByTheirExtension() {
        assumeTrue(way.hasSdkVersions());
        Items<Key, Extended> items = open(network).plain(Key.class, Extended.class);
        items.save(new Extended("a", "one", null));

        assertThat(items.update(KEY, item -> new Extended("a", "two", null)).sdk_version())
                .isEqualTo(2);
        assertThat(items.update(KEY, item -> new Extended("a", "three", 77L)).sdk_version())
                .isEqualTo(3);
        assertThat(items.updateOrCreate(new Key("b"), item -> new Extended("b", "new", 5L))
                        .sdk_version())
                .isEqualTo(1);
    }

    @Test
    void rowsFromBeforeTheVersionOfTheSdkGetOne() {
        assumeTrue(way.hasSdkVersions());
        Rows.put(db, Store.TABLE, "id", "a", "status", "old");
        Items<Key, Extended> items = open(network).plain(Key.class, Extended.class);

        items.update(KEY, item -> new Extended("a", "new", item.sdk_version()));

        assertThat(row().get("status").s()).isEqualTo("new");
        assertThat(row().get("sdk_version").n()).isEqualTo("1");
    }

    @Test
    void twoUpdatesOfARowFromBeforeTheVersionAreBothMade() {
        assumeTrue(way.hasSdkVersions());
        Rows.put(db, Store.TABLE, "id", "a", "status", "");
        Items<Key, Extended> items = open(network).plain(Key.class, Extended.class);
        AtomicInteger calls = new AtomicInteger();

        Extended updated = items.update(KEY, item -> {
            if (calls.incrementAndGet() == 1) {
                items.update(KEY, other -> new Extended("a", other.status() + "o", null));
            }
            return new Extended("a", item.status() + "m", null);
        });

        assertThat(updated).isEqualTo(new Extended("a", "om", 2L));
    }

    @Test
    void anotherWriterInBetweenCostsOneRequestMore() {
        notes.save(new Note("a", "", null));
        AtomicInteger calls = new AtomicInteger();
        long before = network.requests();
        Items<Key, Note> others = open().plain(Key.class, Note.class);

        Note updated = notes.update(KEY, note -> {
            if (calls.incrementAndGet() == 1) {
                others.update(KEY, other -> other.with(other.status() + "o"));
            }
            return note.with(note.status() + "m");
        });

        assertThat(updated).isEqualTo(new Note("a", "om", 3L));
        assertThat(calls).hasValue(2);
        assertThat(network.requests() - before).isEqualTo(3);
    }

    @Test
    void whatIsDeletedInBetweenIsNoLongerUpdated() {
        notes.save(new Note("a", "one", null));
        Items<Key, Note> others = open().plain(Key.class, Note.class);

        assertThatThrownBy(() -> notes.update(KEY, note -> {
                    others.deleteKey(KEY);
                    return note.with("two");
                }))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void conflictsUntilTheTimeIsOverAreAConflict() {
        Items<Key, Note> impatient = traced(network, 9, Duration.ofSeconds(1));
        Items<Key, Note> others = open().traced(Key.class, Note.class);
        others.save(new Note("a", "one", null));
        AtomicInteger calls = new AtomicInteger();

        UpdateConflictException conflict = catchThrowableOfType(
                UpdateConflictException.class,
                () -> impatient.update(KEY, note -> {
                    calls.incrementAndGet();
                    others.update(KEY, other -> other.with(other.status() + "o"));
                    return note.with("mine");
                }));

        assertThat(conflict.tableName()).isEqualTo("accounts");
        assertThat(conflict.key()).isEqualTo(Map.of("id", "a"));
        assertThat(conflict.itemType()).isEqualTo(Note.class);
        assertThat(conflict.attempts()).isEqualTo(calls.get()).isGreaterThan(1);
        assertThat(conflict.expectedVersion()).isEqualTo(Integer.toString(calls.get()));
        assertThat(conflict.foundVersion()).isEqualTo(Integer.toString(calls.get() + 1));
        assertThat(conflict)
                .hasMessageStartingWith(
                        "The update of UpdatesTest.Note {id=a} in table accounts conflicted with other writers ")
                .hasMessageContaining(calls + " times within 1000 ms: ")
                .hasMessageContaining("expected version " + calls.get() + ", found version " + (calls.get() + 1))
                .hasCauseInstanceOf(ConditionalCheckFailedException.class);
        assertThat(others.load(KEY, true)).isEqualTo(new Note("a", "one" + "o".repeat(calls.get()), calls.get() + 1L));
    }

    @Test
    void throttlingAndConflictsOfTransactionsAndRegionsAreRetried() {
        for (Fault fault : new Fault[] {
            Fault.throttled(),
            Fault.transactionConflict(),
            Fault.serverError(),
            Fault.serverErrorAfterExecution(),
            Fault.connectionReset(),
            Fault.responseLost(),
            Fault.error(400, "ReplicatedWriteConflictException", "Another Region wrote. (injected)"),
            Fault.error(400, "TransactionInProgressException", "It goes on. (injected)"),
            Fault.error(400, "ThrottlingException", "Rate exceeded. (injected)")
        }) {
            for (int sdkTries = 1; sdkTries <= 2; sdkTries++) {
                FaultyHttp faulty = FaultyHttp.builder()
                        .when(request -> request.operation().equals("UpdateItem") && request.number() <= 3, fault)
                        .build();
                Items<Key, Note> items = traced(faulty, sdkTries, Duration.ofSeconds(30));
                Items<Key, Note> calm = open().traced(Key.class, Note.class);
                calm.deleteKey(KEY);
                calm.save(new Note("a", "", null));

                Note updated = items.update(KEY, note -> note.with(note.status() + "x"));

                assertThat(updated).as("%s", fault).isEqualTo(new Note("a", "x", 2L));
                assertThat(calm.load(KEY, true)).as("%s", fault).isEqualTo(updated);
            }
        }
    }

    @Test
    void readsAreTriedAgainToo() {
        FaultyHttp faulty = FaultyHttp.builder()
                .when(request -> request.operation().equals("GetItem") && request.number() <= 3, Fault.throttled())
                .build();
        notes.save(new Note("a", "one", null));

        assertThat(traced(faulty, 1, Duration.ofSeconds(30))
                        .update(KEY, note -> note.with("two"))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void whatDynamoDbRefusesForGoodIsNotTriedAgain() {
        notes.save(new Note("a", "one", null));
        FaultyHttp faulty = FaultyHttp.builder()
                .rate(1, Fault.error(400, "ResourceNotFoundException", "No table. (injected)"), "UpdateItem")
                .build();

        assertThatThrownBy(() -> traced(faulty, 9, Duration.ofSeconds(30)).update(KEY, note -> note.with("two")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("update of UpdatesTest.Note {id=a} in table accounts");
        assertThat(faulty.requests("UpdateItem")).isEqualTo(1);
    }

    @Test
    void whatWasNeverAnsweredIsUnknownWhenTheTimeIsOver() {
        notes.save(new Note("a", "one", null));
        FaultyHttp faulty =
                FaultyHttp.builder().rate(1, RESPONSE_LOST, "UpdateItem").build();

        assertThatThrownBy(() -> traced(faulty, 2, Duration.ofSeconds(1)).update(KEY, note -> note.with("two")))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("update of UpdatesTest.Note {id=a} in table accounts")
                .hasMessageContaining("no attempt got a response");
        assertThat(notes.load(KEY, true)).isEqualTo(new Note("a", "two", 2L));
    }

    @Test
    void throttlingUntilTheTimeIsOverIsThrottling() {
        notes.save(new Note("a", "one", null));
        FaultyHttp faulty =
                FaultyHttp.builder().rate(1, Fault.throttled(), "UpdateItem").build();

        Throwable thrown =
                catchThrowable(() -> traced(faulty, 1, Duration.ofSeconds(1)).update(KEY, note -> note.with("two")));

        assertThat(thrown).hasMessageContaining("update of UpdatesTest.Note {id=a} in table accounts");
        assertThat(thrown.getClass().getSimpleName()).isEqualTo("ProvisionedThroughputExceededException");
    }

    /** The first try of a transaction may still be on its way when the second meets a conflict. */
    @Test
    void aTransactionThatMayStillLandIsUnknownWhenTheTimeIsOver() {
        notes.save(new Note("a", "one", null));
        FaultyHttp faulty = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.deliveredLate(Duration.ofMinutes(1)))
                .when(
                        request -> request.operation().equals("TransactWriteItems") && request.number() > 1,
                        Fault.transactionConflict())
                .build();
        Items<Key, Note> items = traced(faulty, 2, Duration.ofSeconds(1)).with(ConditionalWrites.TRANSACTIONAL);

        Throwable thrown = catchThrowable(() -> items.update(KEY, note -> note.with("late")));
        faulty.deliverPending();

        assertThat(notes.load(KEY, true).status()).isEqualTo("late");
        assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
    }
}
