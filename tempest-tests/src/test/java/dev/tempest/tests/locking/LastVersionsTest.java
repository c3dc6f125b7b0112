package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.locking.LastVersions.AsyncDb;
import dev.tempest.tests.locking.LastVersions.Db;
import dev.tempest.tests.locking.LastVersions.Large;
import dev.tempest.tests.locking.LastVersions.Mapped;
import dev.tempest.tests.locking.LastVersions.Tiny;
import dev.tempest.tests.locking.LastVersions.Whole;
import dev.tempest.tests.sdk1.Sdk1Db;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item whose version is the last one of its type is not written, and the message says what to change. */
class LastVersionsTest {
    private static final LastVersions.Key KEY = new LastVersions.Key("p", "1");
    private static final Tiny TINY = new Tiny("p", "1", "old", Byte.MAX_VALUE);

    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table(LastVersions.TABLE, LastVersions.Row1.class);

    private Db database;

    @BeforeEach
    void fill() {
        database = db.sdk2().logicalDb(Db.class);
        put("T_1", "tiny", Byte.MAX_VALUE);
        put("W_1", "whole", Integer.MAX_VALUE);
        put("L_1", "large", Long.MAX_VALUE);
        put("M_1", "mapped", Integer.MAX_VALUE);
    }

    private void put(String sortKey, String attribute, Number version) {
        db.sdk2()
                .client()
                .putItem(put -> put.tableName(LastVersions.TABLE)
                        .item(Map.of(
                                "pk",
                                AttributeValue.fromS("p"),
                                "sk",
                                AttributeValue.fromS(sortKey),
                                "note",
                                AttributeValue.fromS("old"),
                                attribute,
                                AttributeValue.fromN(version.toString()))));
    }

    private static void assertLast(ThrowingCallable write, String property, String item) {
        assertThatThrownBy(write)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LastVersions." + property
                        + ", which is the last version that its type can hold: {pk=p, sk=" + item
                        + "}. Declare it with a larger type, such as BigInteger, in the raw item type too.");
    }

    private static void assertLastTiny(ThrowingCallable write) {
        assertLast(write, "Tiny.tiny (Byte) is 127", "T_1");
    }

    @Test
    void isNotSavedMergedOrUpdated() {
        var view = database.table().tiny();
        assertLastTiny(() -> view.save(TINY));
        assertLastTiny(() -> view.merge(TINY));
        assertLastTiny(() -> view.update(KEY, tiny -> new Tiny("p", "1", "new", tiny.tiny())));
        assertThat(view.load(KEY)).isEqualTo(TINY);
    }

    @Test
    void isNotWrittenInATransaction() {
        assertLastTiny(() -> database.transactionWrite(
                TransactionWriteSet.builder().save(TINY).build()));
        assertLastTiny(() -> database.transactionWrite(
                TransactionWriteSet.builder().merge(TINY).build()));
        assertThat(database.table().tiny().load(KEY)).isEqualTo(TINY);
    }

    @Test
    void isNotWrittenAsynchronously() {
        var asyncDb = db.sdk2().asyncLogicalDb(AsyncDb.class);
        var view = asyncDb.table().tiny();
        assertFutureFails(() -> view.saveAsync(TINY).join());
        assertFutureFails(() -> view.mergeAsync(TINY).join());
        assertFutureFails(() -> view.updateAsync(KEY, tiny -> new Tiny("p", "1", "new", tiny.tiny()))
                .join());
        assertFutureFails(() -> asyncDb.transactionWriteAsync(
                        TransactionWriteSet.builder().save(TINY).build())
                .join());
        assertThat(view.loadAsync(KEY).join()).isEqualTo(TINY);
    }

    private static void assertFutureFails(ThrowingCallable write) {
        assertThatThrownBy(write).rootCause().isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(write)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("LastVersions.Tiny.tiny (Byte) is 127, which is the last version");
    }

    @Test
    void hasATypeOfAnyIntegerNumber() {
        assertLast(
                () -> database.table().whole().save(new Whole("p", "1", "new", Integer.MAX_VALUE)),
                "Whole.whole (Integer) is 2147483647",
                "W_1");
        assertLast(
                () -> database.table().large().save(new Large("p", "1", "new", Long.MAX_VALUE)),
                "Large.large (Long) is 9223372036854775807",
                "L_1");
    }

    @Test
    void isNotWrittenBySdk1() {
        LastVersions.Db1 db1 = LogicalDb.create(LastVersions.Db1.class, db.mapper());
        Large large = new Large("p", "1", "new", Long.MAX_VALUE);
        String property = "Large.large (Long) is 9223372036854775807";
        assertLast(() -> db1.table().large().save(large), property, "L_1");
        assertLast(() -> db1.table().large().merge(large), property, "L_1");
        assertLast(
                () -> db1.transactionWrite(dev.tempest.sdk1.TransactionWriteSet.builder()
                        .save(large)
                        .build()),
                property,
                "L_1");
    }

    @Test
    void isNotWrittenBySdk1WithTheVersionOfTheMapper() {
        LastVersions.Db1 db1 = LogicalDb.create(LastVersions.Db1.class, db.mapper());
        Mapped mapped = new Mapped("p", "1", "new", Integer.MAX_VALUE);

        assertThatThrownBy(() -> db1.table().mapped().save(mapped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LastVersions.Row1.mapped (Integer) is 2147483647, which is the last version that its type can"
                                + " hold: LastVersions.Mapped {pk=p, sk=M_1} in table last_versions. Declare it with a"
                                + " larger type, such as BigInteger, in the raw item type too.");
        assertThat(db1.table().mapped().load(KEY).note()).isEqualTo("old");
    }
}
