package dev.tempest.tests.paths;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Condition;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.paths.Concerts.Part;
import dev.tempest.tests.paths.Concerts.Row;
import dev.tempest.tests.paths.Concerts.Stage;
import dev.tempest.tests.paths.Concerts.Venue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Paths into what the enhanced client stores for beans: flattened values, lists of beans, maps. */
class BeanPathsTest {
    private static final Part.Key KEY = new Part.Key("Rome", "x");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("concerts", Row.class));

    private Concerts.RowTable table;
    private final Row row = new Row();

    @BeforeEach
    void store() {
        table = db.logicalDb(Concerts.RowDb.class).concerts();
        Venue venue = new Venue();
        venue.setStreet("Via Sacra");
        venue.setMain(Stage.of("Main", 500));
        row.setTown("Rome");
        row.setPart("x");
        row.setVenue(venue);
        row.setStages(List.of(Stage.of("Small", 50), Stage.of("Big", 900)));
        row.setBars(Map.of("north", 2));
        row.setByName(Map.of("Big", Stage.of("Big", 900)));
        table.save(row);
    }

    private boolean meets(Condition<Row> condition) {
        try {
            table.save(row, condition);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Test
    void aPropertyOfAFlattenedValueIsAnAttributeOfTheItem() {
        assertThat(meets(attr((Row it) -> it.getVenue().getStreet()).eq("Via Sacra")))
                .isTrue();
        assertThat(meets(attr((Row it) -> it.getVenue().getStreet()).eq("Corso")))
                .isFalse();
        assertThat(meets(attr((Row it) -> it.getVenue().getMain().getPlaces()).ge(500)))
                .isTrue();
        assertThat(meets(attr(Row::getVenue).then(Venue::getStreet).exists())).isTrue();
    }

    @Test
    void aFlattenedValueItselfIsNotAnAttribute() {
        assertThatThrownBy(() -> meets(attr(Row::getVenue).exists()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Concerts.Row has no stored property getVenue. It has")
                .hasMessageContaining("venue.main, venue.street");
    }

    @Test
    void beansAreInListsAndMaps() {
        assertThat(meets(list(Row::getStages).at(1).then(Stage::getPlaces).eq(900)))
                .isTrue();
        assertThat(meets(attr((Row it) -> it.getStages().get(0).getTitle()).eq("Small")))
                .isTrue();
        assertThat(meets(map(Row::getBars).at("north").gt(1))).isTrue();
        assertThat(meets(map(Row::getByName).at("Big").then(Stage::getTitle).ne("Big")))
                .isFalse();
        assertThat(meets(list(Row::getStages).at(0).eq(Stage.of("Small", 50)))).isTrue();
    }

    @Test
    void theyAreChangedOneByOne() {
        Part after = table.parts()
                .patch(KEY, list(Part::stages).at(0).then(Stage::getTitle).set("Tiny"));
        assertThat(after.stages().get(0).getTitle()).isEqualTo("Tiny");

        after = table.parts()
                .patch(
                        KEY,
                        number(map(Part::bars).at("north"))
                                .add(3)
                                .and(map(Part::bars).at("south").set(1))
                                .and(map(Part::byName)
                                        .at("Big")
                                        .then(Stage::getPlaces)
                                        .set(901))
                                .and(list(Part::stages).at(1).remove()));
        assertThat(after.bars()).containsOnly(Map.entry("north", 5), Map.entry("south", 1));
        assertThat(after.byName().get("Big").getPlaces()).isEqualTo(901);
        assertThat(after.stages()).hasSize(1);
    }
}
