package dev.tempest.tests.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every kind of attribute that the SDK can store comes back as it was, and is stored as the SDK would. */
class AttributeKindsTest {
    private static final int TRIES = 1000;

    interface ScalarTable extends LogicalTable<RawScalars> {}

    interface CompoundTable extends LogicalTable<RawCompounds> {}

    /** A table without a raw item type. */
    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface ItemTable extends LogicalTable<Map<String, AttributeValue>> {}

    private final Wire wire = new Wire();
    private final RoundTrip<RawScalars, Scalars> scalars =
            new RoundTrip<>(ScalarTable.class, RawScalars.class, Scalars.class);
    private final RoundTrip<RawCompounds, Compounds> compounds =
            new RoundTrip<>(CompoundTable.class, RawCompounds.class, Compounds.class);
    private final RoundTrip<RawScalars, Scalars> ownScalars =
            new RoundTrip<>(ItemTable.class, RawScalars.class, Scalars.class);
    private final RoundTrip<RawCompounds, Compounds> ownCompounds =
            new RoundTrip<>(ItemTable.class, RawCompounds.class, Compounds.class);

    AttributeKindsTest() throws ReflectiveOperationException {}

    static Stream<Kind> scalars() {
        return Kind.scalars();
    }

    static Stream<Kind> compounds() {
        return Kind.compounds();
    }

    @ParameterizedTest
    @MethodSource
    void scalars(Kind kind) {
        tryValues(kind, scalars);
    }

    @ParameterizedTest
    @MethodSource
    void compounds(Kind kind) {
        tryValues(kind, compounds);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void scalarsWithoutARawItemType(Kind kind) {
        tryValues(kind, ownScalars);
    }

    @ParameterizedTest
    @MethodSource("compounds")
    void compoundsWithoutARawItemType(Kind kind) {
        tryValues(kind, ownCompounds);
    }

    private <RI, I extends Record> void tryValues(Kind kind, RoundTrip<RI, I> roundTrip) {
        InlineView<RoundTrip.Key, I> view = roundTrip.view(wire.enhancedClient(), "wire");
        kind.tryValues(TRIES, (description, value) -> roundTrip.check(description, wire, view, kind.property(), value));
    }

    @Test
    void writesNothingForAValueThatIsConvertedToNull() throws ReflectiveOperationException {
        var view = scalars.view(wire.enhancedClient(), "wire");
        view.save(scalars.item("optionalInt", OptionalInt.empty()));
        assertThat(wire.row().keySet()).isEqualTo(Set.of("partition_key", "sort_key"));

        var compoundView = compounds.view(wire.enhancedClient(), "wire");
        compoundView.save(compounds.item("converted", new Celsius(-273)));
        assertThat(wire.row().keySet()).isEqualTo(Set.of("partition_key", "sort_key"));
    }

    @Test
    void readsDynamoDbsOwnNullAsNull() throws ReflectiveOperationException {
        var view = scalars.view(wire.enhancedClient(), "wire");
        wire.row(scalars.rowWithNulls());

        assertThat(view.load(new RoundTrip.Key("A", "1"))).isEqualTo(scalars.item("string", null));
    }
}
