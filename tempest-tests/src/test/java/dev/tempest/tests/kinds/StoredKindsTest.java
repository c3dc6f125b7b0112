package dev.tempest.tests.kinds;

import dev.tempest.sdk2.InlineView;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every kind of attribute comes back from the database as it was. */
class StoredKindsTest {
    private static final int TRIES = 20;

    @RegisterExtension
    final TestDb db =
            TestDb.of(TestTable.create("scalars", RawScalars.class), TestTable.create("compounds", RawCompounds.class));

    @Test
    void scalars() throws ReflectiveOperationException {
        tryValues(
                Kind.scalars(),
                new RoundTrip<>(AttributeKindsTest.ScalarTable.class, RawScalars.class, Scalars.class),
                "scalars");
    }

    @Test
    void compounds() throws ReflectiveOperationException {
        tryValues(
                Kind.compounds(),
                new RoundTrip<>(AttributeKindsTest.CompoundTable.class, RawCompounds.class, Compounds.class),
                "compounds");
    }

    private <I extends Record> void tryValues(Stream<Kind> kinds, RoundTrip<?, I> roundTrip, String tableName) {
        InlineView<RoundTrip.Key, I> view = roundTrip.view(db.enhancedClient(), tableName);
        kinds.forEach(kind -> kind.tryValues(
                TRIES, (description, value) -> roundTrip.checkStored(description, view, kind.property(), value)));
    }
}
