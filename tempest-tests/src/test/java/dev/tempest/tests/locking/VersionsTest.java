package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.Version;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.items.Rows;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Versions guard saves, creates, deletes, transactions and batches. */
class VersionsTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    record Primitive(String id, String status, @Version int int_version) {}

    record Small(String id, @Version Short short_version) {}

    record Big(String id, @Version BigInteger big_version) {}

    record Text(String id, String status, @Version String text_version) {}

    record Unversioned(String id, String status) {}

    record Extended(String id, String status, Long sdk_version) {}

    private static final Key KEY = new Key("a");

    private final FaultyHttp network = FaultyHttp.builder().build();
    private Store store;
    private Items<Key, Note> notes;

    @BeforeEach
    void openStore() {
        store = open(network);
        notes = store.plain(Key.class, Note.class);
    }

    private static void assertRefused(Runnable write, String message) {
        ConditionalCheckFailedException refusal =
                catchThrowableOfType(ConditionalCheckFailedException.class, write::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage()).contains(message);
    }

    @Test
    void aNewItemGetsTheFirstVersion() {
        Note saved = notes.save(new Note("a", "new", null));

        assertThat(saved).isEqualTo(new Note("a", "new", 1L));
        assertThat(notes.load(KEY, true)).isEqualTo(saved);
    }

    @Test
    void eachSaveMovesOnAndReturnsWhatIsStored() {
        Note first = notes.save(new Note("a", "one", null));
        Note second = notes.save(first.with("two"));
        Note third = notes.save(second.with("three"));

        assertThat(third).isEqualTo(new Note("a", "three", 3L));
        assertThat(notes.load(KEY, true)).isEqualTo(third);
    }

    @Test
    void aStaleSaveIsRefused() {
        Note first = notes.save(new Note("a", "one", null));
        Note second = notes.save(first.with("two"));

        assertRefused(
                () -> notes.save(first.with("stale")),
                "save of VersionsTest.Note {id=a} in table accounts, expected version 1, found version 2");
        ConditionalCheckFailedException refusal =
                catchThrowableOfType(ConditionalCheckFailedException.class, () -> notes.save(first));
        assertThat(notes.itemIn(refusal)).contains(second);
        assertThat(notes.load(KEY, true)).isEqualTo(second);
    }

    @Test
    void aSaveOfANewItemIsRefusedWhereThereIsOne() {
        notes.save(new Note("a", "one", null));

        assertRefused(() -> notes.save(new Note("a", "new", null)), "expected no item, found version 1");
    }

    @Test
    void aSaveIsRefusedWhereThereIsNoItem() {
        assertRefused(() -> notes.save(new Note("a", "gone", 3L)), "expected version 3, found no item");
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void zeroOfAPrimitiveSaysThatTheItemIsNew() {
        Items<Key, Primitive> items = store.plain(Key.class, Primitive.class);
        Primitive first = items.save(new Primitive("a", "one", 0));
        Primitive second = items.save(first);

        assertThat(first.int_version()).isEqualTo(1);
        assertThat(second.int_version()).isEqualTo(2);
        assertRefused(() -> items.save(new Primitive("a", "new", 0)), "expected no item, found int_version 2");
        assertRefused(() -> items.save(first), "expected int_version 1, found int_version 2");
    }

    @Test
    void aBoxedZeroIsAVersionThatIsStored() {
        assertRefused(() -> notes.save(new Note("a", "zero", 0L)), "expected version 0, found no item");
        Rows.put(db, Store.TABLE, Map.of("id", AttributeValue.fromS("a"), "version", AttributeValue.fromN("0")));

        assertThat(notes.save(new Note("a", "one", 0L)).version()).isEqualTo(1);
    }

    @Test
    void versionsMayBeShortAndBig() {
        Items<Key, Small> shorts = store.plain(Key.class, Small.class);
        Small small = shorts.save(shorts.save(new Small("a", null)));
        Items<Key, Big> bigs = store.plain(Key.class, Big.class);
        Big big = bigs.save(bigs.save(new Big("b", null)));

        assertThat(small.short_version()).isEqualTo((short) 2);
        assertThat(big.big_version()).isEqualTo(BigInteger.TWO);
        assertRefused(() -> shorts.save(new Small("a", (short) 1)), "expected short_version 1, found short_version 2");
        assertRefused(() -> bigs.save(new Big("b", BigInteger.ONE)), "expected big_version 1, found big_version 2");
    }

    @Test
    void aVersionDoesNotBeginAgainWhenItsTypeIsFull() {
        Items<Key, Small> shorts = store.plain(Key.class, Small.class);
        Small last = shorts.create(new Small("a", Short.MAX_VALUE));

        assertThatThrownBy(() -> shorts.save(last))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "short_version (Short) is 32767, which is the last version that its type can hold");
        assertThat(network.requests("PutItem")).isEqualTo(1);
    }

    @Test
    void textsAreNewWithEachWrite() {
        Items<Key, Text> texts = store.plain(Key.class, Text.class);
        Text first = texts.save(new Text("a", "one", null));
        Text second = texts.save(first);

        assertThat(first.text_version()).isNotEmpty();
        assertThat(second.text_version()).isNotEmpty().isNotEqualTo(first.text_version());
        assertThat(texts.load(KEY, true)).isEqualTo(second);
        assertRefused(
                () -> texts.save(first),
                "expected text_version " + first.text_version() + ", found text_version " + second.text_version());
    }

    @Test
    void aCreateKeepsTheVersionThatTheItemCarries() {
        assertThat(notes.create(new Note("a", "one", 7L)).version()).isEqualTo(7);
        assertThat(notes.create(new Note("b", "one", null)).version()).isEqualTo(1);
        assertRefused(
                () -> notes.create(new Note("a", "two", 7L)),
                "create of VersionsTest.Note {id=a} in table accounts, expected no item, found version 7");
    }

    @Test
    void aStaleDeleteIsRefused() {
        Note first = notes.save(new Note("a", "one", null));
        Note second = notes.save(first.with("two"));

        assertRefused(
                () -> notes.delete(first),
                "delete of VersionsTest.Note {id=a} in table accounts, expected version 1, found version 2");
        assertThat(notes.load(KEY, true)).isEqualTo(second);
        assertThat(notes.delete(second)).isEqualTo(second);
        assertThat(isEmpty()).isTrue();
        assertRefused(() -> notes.delete(second), "expected version 2, found no item");
    }

    @Test
    void aDeleteOfAnItemWithoutAVersionIsAMistake() {
        notes.save(new Note("a", "one", null));

        assertThatThrownBy(() -> notes.delete(new Note("a", "one", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VersionsTest.Note.version")
                .hasMessageContaining("{id=a}")
                .hasMessageContaining("deleteKey");
        assertThat(network.requests("DeleteItem")).isZero();
        assertThat(notes.deleteKey(KEY)).isEqualTo(new Note("a", "one", 1L));
    }

    @Test
    void theCallersOwnConditionHoldsBesideTheVersion() {
        Note first = notes.save(new Note("a", "open", null));

        assertRefused(
                () -> notes.save(first.with("shut"), equal("status", "shut")),
                "expected version 1 and #it = :it, found version 1");
        assertRefused(() -> notes.delete(first, equal("status", "shut")), "expected version 1 and #it = :it");
        Note second = notes.save(first.with("shut"), equal("status", "open"));
        assertThat(second).isEqualTo(new Note("a", "shut", 2L));
        assertRefused(() -> notes.save(first, equal("status", "shut")), "expected version 1 and #it = :it");
        assertThat(notes.delete(second, equal("status", "shut"))).isEqualTo(second);
    }

    @Test
    void anOrInTheCallersConditionDoesNotReachTheVersion() {
        Note first = notes.save(new Note("a", "open", null));
        notes.save(first);

        Expression either = Expression.builder()
                .expression("attribute_not_exists(balance) OR attribute_exists(id)")
                .build();
        assertThatThrownBy(() -> notes.save(first.with("stale"), either))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void transactionsCheckAndMoveOn() {
        Note a = notes.save(new Note("a", "one", null));
        Note b = notes.save(new Note("b", "one", null));
        var stored = store.transactionWrite(TransactionWriteSet.builder()
                .save(a.with("two"))
                .delete(b)
                .create(new Note("c", "new", 5L))
                .save(new Note("d", "new", null))
                .build());

        assertThat(stored.getItems(Note.class))
                .containsExactlyInAnyOrder(
                        new Note("a", "two", 2L), new Note("c", "new", 5L), new Note("d", "new", 1L));
        assertThat(notes.load(KEY, true)).isEqualTo(new Note("a", "two", 2L));
        assertThat(notes.load(new Key("b"), true)).isNull();
    }

    @Test
    void aTransactionTellsWhichVersionsWereExpectedAndFound() {
        Note a = notes.save(new Note("a", "one", null));
        notes.save(a);
        Note b = notes.save(new Note("b", "one", null));
        notes.save(b);

        assertThatThrownBy(() -> store.transactionWrite(TransactionWriteSet.builder()
                        .save(a)
                        .delete(b)
                        .save(new Note("c", "new", null))
                        .build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining(
                        "0: Save of VersionsTest.Note {id=a} in table accounts (ConditionalCheckFailed: expected"
                                + " version 1, found version 2)")
                .hasMessageContaining("1: Delete of VersionsTest.Note {id=b} in table accounts (ConditionalCheckFailed:"
                        + " expected version 1, found version 2)");
        assertThat(notes.load(new Key("c"), true)).isNull();
    }

    @Test
    void aBatchTakesVersionedItemsOnlyIfToldToIgnoreThem() {
        Note saved = notes.save(new Note("a", "one", null));
        BatchWriteSet.Builder set = BatchWriteSet.builder().clobber(new Note("a", "two", 9L));

        assertThatThrownBy(() -> store.batchWrite(set.build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VersionsTest.Note {id=a}")
                .hasMessageContaining("has a version or another condition, but DynamoDB has no conditions in a batch.")
                .hasMessageContaining("ignoreVersions()");
        assertThat(network.requests("BatchWriteItem")).isZero();
        assertThat(notes.load(KEY, true)).isEqualTo(saved);

        store.batchWrite(set.ignoreVersions().build());
        assertThat(notes.load(KEY, true)).isEqualTo(new Note("a", "two", 9L));
    }

    @Test
    void anUnguardedWriteDropsTheTraces() {
        Items<Key, Unversioned> unversioned = store.traced(Key.class, Unversioned.class);
        Items<Key, Note> traced = store.traced(Key.class, Note.class);
        traced.save(new Note("a", "one", null));
        assertThat(row()).containsKey("write_token");

        unversioned.save(new Unversioned("a", "two"));
        assertThat(row()).doesNotContainKey("write_token");

        unversioned.save(new Unversioned("a", "three"), equal("status", "two"));
        assertThat(row()).containsKey("write_token");

        store.batchWrite(BatchWriteSet.builder()
                .clobber(new Note("a", "four", 4L))
                .ignoreVersions()
                .build());
        assertThat(row()).doesNotContainKey("write_token");
        assertThat(traced.update(KEY, note -> note.with("five"))).isEqualTo(new Note("a", "five", 5L));
    }

    record Copied(String id, String status, @Version Long version, String write_token) {}

    @Test
    void aCopyUnderAnotherKeyMayCarryTheTokenOfItsOriginal() {
        Items<Key, Copied> items = store.traced(Key.class, Copied.class);
        Copied original = items.save(new Copied("a", "one", null, null));

        Copied copy = items.save(new Copied("b", original.status(), null, original.write_token()));

        assertThat(copy.version()).isEqualTo(1);
        assertThat(copy.write_token()).isNotEqualTo(original.write_token());
        assertThat(items.load(new Key("b"), true)).isEqualTo(copy);
    }

    @Test
    void aMappedTokenIsPartOfWhatIsChecked() {
        Items<Key, Copied> items = store.traced(Key.class, Copied.class);
        Copied first = items.save(new Copied("a", "one", null, null));
        items.deleteKey(KEY);
        Copied second = items.save(new Copied("a", "again", null, null));

        // The version is 1 again, and yet it is another item.
        assertThat(second.version()).isEqualTo(first.version());
        assertThatThrownBy(() -> items.save(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> items.delete(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(items.save(second).version()).isEqualTo(2);
    }

    @Test
    void versionsOfTheSdkGuardDeletes() {
        assumeTrue(way.hasSdkVersions());
        Items<Key, Extended> items = store.plain(Key.class, Extended.class);
        Extended first = items.save(new Extended("a", "one", null));
        Extended second = items.save(first);

        Stream.<Function<Extended, Object>>of(items::save, items::delete)
                .forEach(write -> assertThat(catchThrowable(() -> write.apply(first)))
                        .isInstanceOf(ConditionalCheckFailedException.class)
                        .hasMessageContaining("expected sdk_version 1, found sdk_version 2"));
        assertThat(items.delete(second)).isEqualTo(second);
    }

    @Test
    void aLostAnswerWithoutATokenIsToldBesideTheConflict() {
        FaultyHttp losing =
                FaultyHttp.builder().nth(2, "PutItem", RESPONSE_LOST).build();
        Items<Key, Note> items = open(losing).plain(Key.class, Note.class);
        Note first = items.save(new Note("a", "one", null));

        assertRefused(
                () -> items.save(first.with("two")),
                "the SDK sent it 2 times, and its condition may have failed because of");
    }
}
