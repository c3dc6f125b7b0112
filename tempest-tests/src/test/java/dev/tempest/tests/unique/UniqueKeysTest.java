package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.Unique;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.internal.table.ModelReading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two values have one companion item if they are one value to DynamoDB, and never otherwise. */
class UniqueKeysTest {
    record Thing(
            @Attribute(name = "pk") String id,
            @Unique @Nullable String text,
            @Unique @Nullable BigDecimal number,
            @Unique @Nullable SdkBytes bytes,
            @Unique("pair") @Nullable String one,
            @Unique("pair") @Nullable String two,
            @Unique("mixed") @Nullable String left,
            @Unique("mixed") @Nullable Integer right) {
        record Key(String id) {}

        static Thing ofText(String text) {
            return new Thing("1", text, null, null, null, null, null, null);
        }

        static Thing ofNumber(BigDecimal number) {
            return new Thing("1", null, number, null, null, null, null, null);
        }

        static Thing ofBytes(byte[] bytes) {
            return new Thing("1", null, null, SdkBytes.fromByteArray(bytes), null, null, null, null);
        }

        static Thing ofPair(String one, String two) {
            return new Thing("1", null, null, null, one, two, null, null);
        }

        static Thing ofMixed(String left, int right) {
            return new Thing("1", null, null, null, null, null, left, right);
        }
    }

    @Table(partitionKey = "pk")
    interface Things extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Thing.Key, Thing> things();
    }

    @SuppressWarnings("unchecked") // The table has no other type.
    private static final ItemType<Thing, AttributeValue> TYPE =
            (ItemType<Thing, AttributeValue>) ModelReading.ofTable(Things.class)
                    .tables()
                    .iterator()
                    .next()
                    .itemTypes()
                    .get(0);

    private static Set<String> keys(Thing thing) {
        return TYPE.unique().claims(TYPE.encode(thing)).keySet();
    }

    private static void assertOneKey(Thing one, Thing other, boolean isOneValue) {
        Set<String> keys = keys(one);
        assertThat(keys).hasSize(1).allSatisfy(key -> {
            assertThat(key).startsWith(UniqueTable.PREFIX);
            assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        });
        assertThat(keys.equals(keys(other))).isEqualTo(isOneValue);
    }

    @Property(tries = 2_000)
    void texts(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertOneKey(Thing.ofText(one), Thing.ofText(other), one.equals(other));
        assertOneKey(Thing.ofText(one), Thing.ofText(one), true);
    }

    @Property(tries = 2_000)
    void combinations(
            @ForAll("texts") String one,
            @ForAll("texts") String two,
            @ForAll("texts") String otherOne,
            @ForAll("texts") String otherTwo) {
        assertOneKey(
                Thing.ofPair(one, two), Thing.ofPair(otherOne, otherTwo), one.equals(otherOne) && two.equals(otherTwo));
    }

    @Property(tries = 1_000)
    void combinationsOfTypes(
            @ForAll("texts") String left,
            @ForAll @IntRange(max = 20) int right,
            @ForAll("texts") String otherLeft,
            @ForAll @IntRange(max = 20) int otherRight) {
        assertOneKey(
                Thing.ofMixed(left, right),
                Thing.ofMixed(otherLeft, otherRight),
                left.equals(otherLeft) && right == otherRight);
    }

    @Property(tries = 2_000)
    void numbers(@ForAll("numbers") BigDecimal one, @ForAll("numbers") BigDecimal other) {
        assertOneKey(Thing.ofNumber(one), Thing.ofNumber(other), one.compareTo(other) == 0);
    }

    @Property(tries = 1_000)
    void bytes(@ForAll @Size(min = 1, max = 3) byte[] one, @ForAll @Size(min = 1, max = 3) byte[] other) {
        assertOneKey(Thing.ofBytes(one), Thing.ofBytes(other), Arrays.equals(one, other));
    }

    @Property(tries = 500)
    void valuesOfSeveralPropertiesShareNone(@ForAll("texts") String text) {
        Thing thing = new Thing("1", text, BigDecimal.ONE, SdkBytes.fromUtf8String("S:1" + text), text, text, text, 1);

        assertThat(keys(thing)).hasSize(5);
    }

    /** Of few pieces, so that many are alike: what the library puts between values, and texts that do not fit into a key. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "#", "\\", "\\#", "S:", "N:1", "#S:", "sha256:", "unique#", "a", "\u00e9", "\ud83c\udf0a");
        Arbitrary<String> brief = pieces.list().ofMaxSize(4).map(all -> String.join("", all));
        Arbitrary<String> longs = Combinators.combine(
                        Arbitraries.integers().between(970, 1_010).map("x"::repeat), brief)
                .as(String::concat);
        return Arbitraries.frequencyOf(Tuple.of(4, brief), Tuple.of(1, longs));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(-12, 12),
                        Arbitraries.integers().between(-3, 3))
                .as((digits, scale) -> new BigDecimal(BigInteger.valueOf(digits), scale));
    }
}
