package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.sdk1.Sdk1Db;
import dev.tempest.tests.values.Values.Db;
import dev.tempest.tests.values.Values.ItemKey;
import dev.tempest.tests.values.Values.Memo;
import dev.tempest.tests.values.Values.Plain;
import dev.tempest.tests.values.Values.TokenDb;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What another program stored as DynamoDB's null is as good as absent: a version, a token, and all else. */
class NullVersionsTest {
    private static final AttributeValue NULL = AttributeValue.fromNul(true);
    private static final ItemKey KEY = new ItemKey("p", "1");

    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table(Values.TABLE, ValueRow1.class).table("versioned", VersionedRow1.class);

    private Values.Table table() {
        return db.sdk2().logicalDb(Db.class).table();
    }

    private Values.TokenTable tokenTable() {
        return db.sdk2().logicalDb(TokenDb.class).table();
    }

    private void put(boolean asNull, Map<String, AttributeValue> others) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("pk", AttributeValue.fromS("p"));
        row.put("sk", AttributeValue.fromS("M_1"));
        if (asNull) {
            row.putAll(Map.of("note", NULL, "hits", NULL, "version", NULL, "token", NULL));
        }
        row.putAll(others);
        db.sdk2().client().putItem(put -> put.tableName(Values.TABLE).item(row));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUpdateGivesTheItemItsFirstVersion(boolean asNull) {
        put(asNull, Map.of());
        assertThat(table().memos().load(KEY)).isEqualTo(new Memo("p", "1", null, null, null));

        assertThat(table().memos().update(KEY, memo -> memo.with("x")).version())
                .isEqualTo(1);
        assertThat(table().memos().save(table().memos().load(KEY).with("y")).version())
                .isEqualTo(2);
        assertThat(table().memos().increment(KEY, "hits", 1)).isEqualTo(1);
        assertThat(table().memos().delete(table().memos().load(KEY))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSaveAndADeleteOfAnItemWithoutAVersionAreOfOneThatIsNotStored(boolean asNull) {
        put(asNull, Map.of());
        Memo loaded = table().memos().load(KEY);

        assertThatThrownBy(() -> table().memos().save(loaded)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> table().memos().delete(loaded)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table().memos().save(new Memo("p", "1", "x", null, 1L)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUpdateOfATableWithAWriteTokenWritesVersionAndToken(boolean asNull) {
        put(asNull, Map.of());
        assertThat(tokenTable().memos().update(KEY, memo -> memo.with("x")).version())
                .isEqualTo(1);
        assertThat(tokenTable().memos().update(KEY, memo -> memo.with("y")).version())
                .isEqualTo(2);

        put(asNull, Map.of());
        assertThat(tokenTable()
                        .plain()
                        .update(KEY, plain -> new Plain("p", "1", "x"))
                        .note())
                .isEqualTo("x");
        assertThat(db.sdk2()
                        .client()
                        .scan(scan -> scan.tableName(Values.TABLE))
                        .items()
                        .get(0)
                        .get("token")
                        .s())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUpdateGoesOnFromAVersionWithoutAToken(boolean asNull) {
        put(asNull, Map.of("version", AttributeValue.fromN("7")));

        assertThat(tokenTable().memos().update(KEY, memo -> memo.with("x")).version())
                .isEqualTo(8);
    }

    @Test
    void anUpdateGoesOnFromATokenWithoutAVersion() {
        tokenTable().memos().save(new Memo("p", "1", "x", null, null));
        db.sdk2()
                .client()
                .updateItem(update -> update.tableName(Values.TABLE)
                        .key(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("M_1")))
                        .updateExpression("SET version = :null")
                        .expressionAttributeValues(Map.of(":null", NULL)));

        assertThat(tokenTable().memos().update(KEY, memo -> memo.with("y")).version())
                .isEqualTo(1);
    }

    @Test
    void anUpdateIsNotDoneWhereTheItemGotAVersionMeanwhile() {
        put(true, Map.of());
        int[] calls = {0};

        Memo updated = tokenTable().memos().update(KEY, memo -> {
            if (calls[0]++ == 0) {
                tokenTable().memos().update(KEY, other -> other.with("other"));
            }
            return memo.with(memo.note() + " mine");
        });

        assertThat(updated).isEqualTo(new Memo("p", "1", "other mine", null, 2L));
    }

    @Test
    void aTransactionTakesTheItemAsOneWithoutAVersion() {
        put(true, Map.of());
        Memo updated = table().memos().update(KEY, memo -> memo.with("x"));
        var logicalDb = db.sdk2().logicalDb(Db.class);

        logicalDb.transactionWrite(
                TransactionWriteSet.builder().save(updated.with("y")).build());

        assertThat(table().memos().load(KEY)).isEqualTo(new Memo("p", "1", "y", null, 2L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sdk1TakesANullVersionForNone(boolean asNull) {
        put(asNull, Map.of());
        var memos = LogicalDb.create(Values.Db1.class, db.mapper()).table().memos();
        Memo loaded = memos.load(KEY);
        assertThat(loaded).isEqualTo(new Memo("p", "1", null, null, null));

        assertThatThrownBy(() -> memos.save(loaded))
                .isInstanceOf(com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIncrementBeginsWhereThereIsNoNumber(boolean asNull) {
        put(asNull, Map.of());

        assertThat(table().memos().increment(KEY, "hits", 3)).isEqualTo(3);
        assertThat(table().memos().load(KEY)).isEqualTo(new Memo("p", "1", null, 3L, 1L));

        put(asNull, Map.of());
        assertThat(tokenTable().memos().increment(KEY, "hits", 3)).isEqualTo(3);
        assertThat(db.sdk2()
                        .asyncLogicalDb(Values.AsyncDb.class)
                        .table()
                        .memos()
                        .incrementAsync(KEY, "hits", 4)
                        .join())
                .isEqualTo(7);
        assertThat(table().memos().load(KEY)).isEqualTo(new Memo("p", "1", null, 7L, 2L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIncrementGoesOnFromAVersionWithoutANumber(boolean asNull) {
        put(asNull, Map.of("version", AttributeValue.fromN("7")));

        assertThat(table().memos().increment(KEY, "hits", 3)).isEqualTo(3);
        assertThat(table().memos().load(KEY).version()).isEqualTo(8);
    }
}
