package dev.tempest.tests.keys;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.GreaterThan;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.keys.Malls.Shop;
import dev.tempest.tests.keys.Malls.Status;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several partitions are read by one call, in the order of the sort key. */
class MergedQueriesTest {
    private static final List<String> CITIES = List.of("Lund", "Ystad", "Malmö");
    private static final QueryConfig LAST_FIRST =
            QueryConfig.builder().asc(false).pageSize(2).build();

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("malls", Malls.Row.class));

    private Malls.Table malls;

    record Place(String city, int floor) {}

    @BeforeEach
    void save() {
        malls = db.logicalDb(Malls.Db.class).malls();
        for (int i = 0; i < 12; i++) {
            malls.shops()
                    .save(new Shop(
                            "SE",
                            CITIES.get(i % 3),
                            "north",
                            i,
                            1,
                            null,
                            List.of(Status.CLOSED, Status.LET).get(i % 2),
                            null,
                            null));
        }
    }

    @Test
    void theFirstOfAllPartitionsComeInOrder() {
        List<Shop> lowest =
                malls.shops().queryMerged(ofAllCities(), QueryConfig.builder().build(), 5);
        List<Shop> highest = malls.shops().queryMerged(ofAllCities(), LAST_FIRST, 5);

        assertThat(lowest).extracting(Shop::floor).containsExactly(0, 1, 2, 3, 4);
        assertThat(highest).extracting(Shop::floor).containsExactly(11, 10, 9, 8, 7);
    }

    @Test
    void allOfThemAreReadWithoutALimit() {
        assertThat(malls.shops().queryMerged(ofAllCities(), LAST_FIRST, Integer.MAX_VALUE))
                .extracting(Shop::floor)
                .containsExactly(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(malls.shops().queryMerged(List.of(), LAST_FIRST, 5)).isEmpty();
    }

    @Test
    void aFilterAndRangesHold() {
        QueryConfig open = QueryConfig.builder()
                .filter(attr(Shop::status).eq(Status.LET))
                .pageSize(1)
                .build();
        List<GreaterThan<Shop.Key>> aboveThree = CITIES.stream()
                .map(city -> new GreaterThan<>(new Shop.Key("SE", city, "north", 3, null)))
                .toList();

        assertThat(malls.shops().queryMerged(aboveThree, open, 3))
                .extracting(Shop::floor)
                .containsExactly(5, 7, 9);
    }

    @Test
    void aProjectionIsMergedToo() {
        assertThat(malls.shops().projecting(Place.class).queryMerged(ofAllCities(), LAST_FIRST, 2))
                .containsExactly(new Place("Malmö", 11), new Place("Ystad", 10));
    }

    @Test
    void asynchronousTablesReadThePartitionsAtTheSameTime() {
        assertThat(db.asyncLogicalDb(Malls.AsyncDb.class)
                        .malls()
                        .shops()
                        .queryMergedAsync(ofAllCities(), LAST_FIRST, 4)
                        .join())
                .extracting(Shop::floor)
                .containsExactly(11, 10, 9, 8);
    }

    @Test
    void aWrongLimitOrConditionIsRefused() {
        assertThatThrownBy(() -> malls.shops().queryMerged(ofAllCities(), LAST_FIRST, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit is 0, but it must be at least 1.");
        assertThatThrownBy(() ->
                        malls.shops().queryMerged(List.of(new BeginsWith<>(new Shop.Key("SE", null))), LAST_FIRST, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Malls.Shop.Key.city is null in the key, but a query needs its partition.");
    }

    private static List<BeginsWith<Shop.Key>> ofAllCities() {
        return CITIES.stream()
                .map(city -> new BeginsWith<>(new Shop.Key("SE", city, "north")))
                .toList();
    }
}
