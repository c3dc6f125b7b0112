package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.TableName;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.tests.sdk1.Sdk1Db;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A version of the SDK's own that is stored as DynamoDB's null is as good as absent, for each SDK. */
class NullSdkVersionsTest {
    private static final AttributeValue NULL = AttributeValue.fromNul(true);

    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table("versioned", VersionedRow1.class);

    record Numbered(BigDecimal number, String note, Long version) {
        record NumberKey(BigDecimal number) {}
    }

    interface Versioned extends LogicalTable<VersionedRow> {
        InlineView<Numbered.NumberKey, Numbered> numbered();
    }

    interface VersionedDb extends dev.tempest.sdk2.LogicalDb {
        @TableName("versioned")
        Versioned versioned();
    }

    interface Versioned1 extends dev.tempest.sdk1.LogicalTable<VersionedRow1> {
        dev.tempest.sdk1.InlineView<Numbered.NumberKey, Numbered> numbered();
    }

    interface VersionedDb1 extends LogicalDb {
        Versioned1 versioned();
    }

    private void putNumbered(boolean asNull) {
        Map<String, AttributeValue> row = new HashMap<>(Map.of("number", AttributeValue.fromN("1")));
        if (asNull) {
            row.put("version", NULL);
        }
        db.sdk2().client().putItem(put -> put.tableName("versioned").item(row));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSdksOwnVersionBeginsWhereThereIsNone(boolean asNull) {
        putNumbered(asNull);
        var numbered = db.sdk2().logicalDb(VersionedDb.class).versioned().numbered();
        Numbered.NumberKey key = new Numbered.NumberKey(BigDecimal.ONE);

        Numbered first = numbered.update(key, old -> new Numbered(new BigDecimal("1.00"), "x", old.version()));
        Numbered second = numbered.update(key, old -> new Numbered(old.number(), "y", old.version()));

        assertThat(first.version()).isNotNull();
        assertThat(second.version()).isEqualTo(first.version() + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMappersOwnVersionBeginsWhereThereIsNone(boolean asNull) {
        var numbered =
                LogicalDb.create(VersionedDb1.class, db.mapper()).versioned().numbered();
        Numbered.NumberKey key = new Numbered.NumberKey(BigDecimal.ONE);

        putNumbered(asNull);
        assertThat(numbered.save(numbered.load(key)).version()).isEqualTo(1);
        assertThat(numbered.save(numbered.load(key)).version()).isEqualTo(2);

        putNumbered(asNull);
        Numbered loaded = numbered.load(key);
        numbered.delete(loaded);
        assertThat(numbered.load(key)).isNull();

        putNumbered(false);
        numbered.save(numbered.load(key));
        assertThatThrownBy(() -> numbered.save(loaded))
                .isInstanceOf(com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> numbered.delete(loaded))
                .isInstanceOf(com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMergeBeginsTheMappersVersionWhereThereIsNone(boolean asNull) {
        var numbered =
                LogicalDb.create(VersionedDb1.class, db.mapper()).versioned().numbered();
        Numbered.NumberKey key = new Numbered.NumberKey(BigDecimal.ONE);
        putNumbered(asNull);
        Numbered loaded = numbered.load(key);

        assertThat(numbered.merge(new Numbered(BigDecimal.ONE, "x", loaded.version())))
                .isEqualTo(new Numbered(BigDecimal.ONE, "x", 1L));

        assertThatThrownBy(() -> numbered.merge(loaded))
                .isInstanceOf(com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException.class);
    }

    @ParameterizedTest
    @MethodSource("expectedValues")
    void theMappersVersionGoesTogetherWithExpectedValues(ExpectedAttributeValue expected) {
        var numbered =
                LogicalDb.create(VersionedDb1.class, db.mapper()).versioned().numbered();
        Numbered.NumberKey key = new Numbered.NumberKey(BigDecimal.ONE);
        Map<String, ExpectedAttributeValue> map = Map.of("note", expected);
        for (AttributeValue note : Arrays.asList(null, AttributeValue.fromS("k"), AttributeValue.fromS("n"))) {
            // Whether the condition holds by itself, as the SDK sends it.
            putNote(note, false);
            boolean holds = isDone(() -> db.client()
                    .deleteItem(new DeleteItemRequest()
                            .withTableName("versioned")
                            .withKey(Map.of(
                                    "number", new com.amazonaws.services.dynamodbv2.model.AttributeValue().withN("1")))
                            .withExpected(map)));
            for (boolean asNull : new boolean[] {true, false}) {
                putNote(note, asNull);
                Numbered loaded = numbered.load(key);
                assertThat(isDone(() -> numbered.save(loaded, new DynamoDBSaveExpression().withExpected(map))))
                        .as("save on %s with note %s", expected, note)
                        .isEqualTo(holds);
                putNote(note, asNull);
                assertThat(isDone(() -> numbered.merge(loaded, new DynamoDBSaveExpression().withExpected(map))))
                        .as("merge on %s with note %s", expected, note)
                        .isEqualTo(holds);
                putNote(note, asNull);
                assertThat(isDone(() -> numbered.delete(loaded, new DynamoDBDeleteExpression().withExpected(map))))
                        .as("delete on %s with note %s", expected, note)
                        .isEqualTo(holds);
            }
        }
    }

    static Stream<ExpectedAttributeValue> expectedValues() {
        var k = new com.amazonaws.services.dynamodbv2.model.AttributeValue("k");
        var m = new com.amazonaws.services.dynamodbv2.model.AttributeValue("m");
        Stream<ExpectedAttributeValue> plain = Stream.of(
                new ExpectedAttributeValue(k),
                new ExpectedAttributeValue().withExists(true).withValue(k),
                new ExpectedAttributeValue().withExists(false));
        Stream<ExpectedAttributeValue> compared = Stream.of(ComparisonOperator.values())
                // On an absent attribute, engines differ.
                .filter(operator -> operator != ComparisonOperator.NOT_CONTAINS)
                .map(operator -> new ExpectedAttributeValue()
                        .withComparisonOperator(operator)
                        .withAttributeValueList(
                                switch (operator) {
                                    case NULL, NOT_NULL ->
                                        List.<com.amazonaws.services.dynamodbv2.model.AttributeValue>of();
                                    case IN, BETWEEN -> List.of(k, m);
                                    default -> List.of(k);
                                }));
        return Stream.concat(plain, compared);
    }

    private void putNote(AttributeValue note, boolean asNull) {
        Map<String, AttributeValue> row = new HashMap<>(Map.of("number", AttributeValue.fromN("1")));
        if (note != null) {
            row.put("note", note);
        }
        if (asNull) {
            row.put("version", NULL);
        }
        db.sdk2().client().putItem(put -> put.tableName("versioned").item(row));
    }

    private static boolean isDone(Runnable write) {
        try {
            write.run();
            return true;
        } catch (com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException e) {
            return false;
        }
    }
}
