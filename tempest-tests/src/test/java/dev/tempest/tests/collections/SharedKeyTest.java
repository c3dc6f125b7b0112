package dev.tempest.tests.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.collections.Music.Item;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that by their properties could be of any of the types of a collection. */
class SharedKeyTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music", Item.class));

    record Guitar(
            @Attribute(name = "partition_key") String band,

            @Attribute(name = "sort_key", prefix = "GUITAR_")
            String number) {
        record Key(String band, String number) {}
    }

    record Drum(
            @Attribute(name = "partition_key") String band,
            @Attribute(name = "sort_key", prefix = "DRUM_") String number) {}

    record DrumKey(String band, String number) {}

    record AnyKey(String band, String number) {}

    record Instruments(List<Guitar> guitars, List<Drum> drums) {
        record Key(String band) {}
    }

    interface InstrumentTable extends LogicalTable<Item> {
        InlineView<Guitar.Key, Guitar> guitars();

        InlineView<DrumKey, Drum> drums();

        ItemCollection<Instruments.Key, Instruments> instruments();
    }

    interface InstrumentDb extends LogicalDb {
        @TableName("music")
        InstrumentTable instruments();
    }

    private InstrumentTable table;

    @BeforeEach
    void saveInstruments() {
        table = db.logicalDb(InstrumentDb.class).instruments();
        for (String number : List.of("1", "2")) {
            table.guitars().save(new Guitar("Trio", number));
            table.drums().save(new Drum("Trio", number));
        }
    }

    @Test
    void takesAKeyOfTheTypeInWhichItIsDeclared() {
        assertThat(table.instruments().load(new GreaterThanOrEqualTo<>(new Guitar.Key("Trio", "2"))))
                .isEqualTo(new Instruments(List.of(new Guitar("Trio", "2")), List.of()));
    }

    @Test
    void takesAKeyOfTheTypeWithWhichAViewDeclaresIt() {
        assertThat(table.instruments().load(new GreaterThanOrEqualTo<>(new DrumKey("Trio", "2"))))
                .isEqualTo(new Instruments(
                        List.of(new Guitar("Trio", "1"), new Guitar("Trio", "2")), List.of(new Drum("Trio", "2"))));
    }

    @Test
    void refusesAKeyThatCouldBeOfSeveralTypes() {
        assertThatThrownBy(() -> table.instruments().load(new GreaterThanOrEqualTo<>(new AnyKey("Trio", "2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SharedKeyTest.AnyKey could be a key of SharedKeyTest.Guitar or of SharedKeyTest.Drum."
                        + " Declare it inside of its item type.");
    }
}
