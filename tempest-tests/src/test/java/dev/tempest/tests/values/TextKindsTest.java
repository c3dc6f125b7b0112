package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.UnreadableItemException;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.sdk1.Sdk1Db;
import dev.tempest.tests.values.Values.Db;
import dev.tempest.tests.values.Values.Db1;
import dev.tempest.tests.values.Values.ItemKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A String property is read from text: what is stored as something else is not turned into one. */
class TextKindsTest {
    private static final ItemKey KEY = new ItemKey("p", "1");

    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table(Values.TABLE, ValueRow1.class);

    static Stream<AttributeValue> others() {
        return Stream.of(
                AttributeValue.fromBool(true),
                AttributeValue.fromB(SdkBytes.fromUtf8String("x")),
                AttributeValue.fromSs(List.of("x")),
                AttributeValue.fromNs(List.of("1")),
                AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))),
                AttributeValue.fromL(List.of(AttributeValue.fromS("x"))),
                AttributeValue.fromM(Map.of("x", AttributeValue.fromS("x"))));
    }

    private void put(String attribute, AttributeValue value) {
        Map<String, AttributeValue> row = new HashMap<>(
                Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("T_1"), attribute, value));
        db.sdk2().client().putItem(put -> put.tableName(Values.TABLE).item(row));
    }

    private Values.Table table() {
        return db.sdk2().logicalDb(Db.class).table();
    }

    private Values.Table1 table1() {
        return LogicalDb.create(Db1.class, db.mapper()).table();
    }

    @ParameterizedTest
    @MethodSource("others")
    void aStringIsNotReadFromAnotherKind(AttributeValue other) {
        put("note", other);

        assertThatThrownBy(() -> table().text().load(KEY))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("Text.note");
        assertThatThrownBy(() -> table1().text().load(KEY)).isInstanceOf(UnreadableItemException.class);
    }

    @ParameterizedTest
    @MethodSource("others")
    void anElementOfAListIsNotReadFromAnotherKind(AttributeValue other) {
        put("names", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), other)));

        assertThatThrownBy(() -> table().texts().load(KEY))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("Texts.names");
        assertThatThrownBy(() -> table1().texts().load(KEY)).isInstanceOf(UnreadableItemException.class);
    }

    @ParameterizedTest
    @MethodSource("others")
    void aValueOfAMapIsNotReadFromAnotherKind(AttributeValue other) {
        put("texts", AttributeValue.fromM(Map.of("a", other)));

        assertThatThrownBy(() -> table().texts().load(KEY))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("Texts.texts");
        assertThatThrownBy(() -> table1().texts().load(KEY)).isInstanceOf(UnreadableItemException.class);
    }

    @Test
    void textAndNullsAreReadInLists() {
        put("names", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromNul(true))));

        assertThat(table().texts().load(KEY).names()).containsExactly("a", null);
        assertThat(table1().texts().load(KEY).names()).containsExactly("a", null);
    }
}
