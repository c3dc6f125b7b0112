package dev.tempest.tests.conditions;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Condition;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.conditions.Entries.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's limits, of which the parts of one expression have to share one. */
class ConditionLimitsTest {
    private static final Entry.Key KEY = new Entry.Key("1");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Entries.TABLE, Entries.Row.class));

    private final FaultyHttp network = FaultyHttp.builder().build();
    private InlineView<Entry.Key, Entry> entries;

    @BeforeEach
    void connect() {
        entries = db.with(network).logicalDb(Entries.Db.class).table().entries();
    }

    private static Condition<Entry> isOneOf(int count) {
        List<Long> values = LongStream.range(0, count).boxed().toList();
        return attr(Entry::plays).in(values);
    }

    private static Condition<Entry> comparisons(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> number(Entry::plays).ne((long) i))
                .reduce(Condition::and)
                .orElseThrow();
    }

    private static Expression comparedBySdk(int count) {
        return Expression.builder()
                .expression(
                        IntStream.range(0, count).mapToObj(i -> "likes <> :v").collect(Collectors.joining(" AND ")))
                .putExpressionValue(":v", AttributeValue.fromN("1"))
                .build();
    }

    @Test
    void whatFitsIsTaken() {
        assertThat(entries.count(
                        new BeginsWith<>(KEY),
                        QueryConfig.builder()
                                .filter(comparisons(75))
                                .filterExpression(comparedBySdk(75))
                                .build()))
                .isZero();
        assertThat(entries.scanCount(ScanConfig.builder().filter(isOneOf(500)).build()))
                .isZero();
    }

    @Test
    void aFilterOfTwoPartsIsRefusedAsAWhole() {
        assertRefused(
                () -> entries.query(
                        new BeginsWith<>(KEY),
                        QueryConfig.builder()
                                .filter(comparisons(75))
                                .filterExpression(comparedBySdk(76))
                                .build()),
                "The condition has 301 operators and functions, with those that the library adds");
        assertRefused(
                () -> entries.scan(ScanConfig.builder()
                        .filter(comparisons(150))
                        .filterExpression(comparedBySdk(1))
                        .build()),
                "The condition has 301 operators and functions");
    }

    @Test
    void tooManyValuesAreTooLong() {
        assertRefused(() -> entries.deleteKey(KEY, isOneOf(1_000)), "bytes, with what the library adds");
        assertRefused(
                () -> entries.scan(ScanConfig.builder().filter(isOneOf(1_000)).build()),
                "and DynamoDB takes 4096 in one expression. Leave some of it out.");
    }

    @Test
    void aConditionOfAChangeSharesWithWhatTheLibraryAdds() {
        // The patch itself requires the item.
        assertRefused(
                () -> entries.patch(KEY, attr(Entry::word).set("x").onlyIf(comparisons(150))),
                "The condition has 301 operators and functions");
    }

    @Test
    void anAttributeIsNotComparedWithItself() {
        assertRefused(
                () -> entries.deleteKey(KEY, text(Entry::word).eq(attr(Entry::word))),
                "Entries.Entry.word cannot be compared with itself");
    }

    private void assertRefused(ThrowingCallable call, String message) {
        long before = network.requests();
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
        assertThat(network.requests()).isEqualTo(before);
    }
}
