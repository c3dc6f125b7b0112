package dev.tempest.tests.designs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyCondition;
import dev.tempest.KeyTemplate;
import dev.tempest.LessThan;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The stores of shopping malls, by place and by lease. They are alone in their table. */
class ShoppingMallTest {
    enum Category {
        CLOTHES,
        FOOD,
        TOYS
    }

    @KeyTemplate(attribute = "pk", value = "{city}#{mall}")
    @KeyTemplate(attribute = "sk", value = "{building}#{store}")
    @KeyTemplate(attribute = "place", value = "{building}#{floor:2}#{unit:3}")
    record Store(
            String city,
            String mall,
            String building,
            String store,
            int floor,
            int unit,
            Category category,
            LocalDate lease_end,
            int rent) {
        record Key(
                String city,
                String mall,
                @Nullable String building,
                @Nullable String store) {
            Key(String city, String mall) {
                this(city, mall, null, null);
            }
        }

        @ForIndex("by_place")
        record ByPlace(
                String mall,
                @Nullable String building,
                @Nullable Integer floor,
                @Nullable Integer unit,
                @Nullable String city,
                @Nullable String store) {
            ByPlace(String mall, String building, @Nullable Integer floor, @Nullable Integer unit) {
                this(mall, building, floor, unit, null, null);
            }
        }

        @ForIndex("leases")
        record ByLease(
                String mall,
                @Nullable LocalDate lease_end,
                @Nullable String city,
                @Nullable String building,
                @Nullable String store) {
            ByLease(String mall, LocalDate leaseEnd) {
                this(mall, leaseEnd, null, null, null);
            }
        }

        @ForIndex("by_category")
        record ByCategory(
                String mall,
                Category category,
                @Nullable LocalDate lease_end,
                @Nullable Integer rent,
                @Nullable String city,
                @Nullable String building,
                @Nullable String store) {
            ByCategory(String mall, Category category, @Nullable LocalDate leaseEnd) {
                this(mall, category, leaseEnd, null, null, null, null);
            }
        }

        @ForIndex("by_store")
        record ByStore(
                String store,
                @Nullable String city,
                @Nullable String mall,
                @Nullable String building) {
            ByStore(String store, @Nullable String city) {
                this(store, city, null, null);
            }
        }
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "by_place", partitionKey = "mall", sortKey = "place"),
                @Index(name = "leases", partitionKey = "mall", sortKey = "lease_end"),
                @Index(
                        name = "by_category",
                        partitionKey = {"mall", "category"},
                        sortKey = {"lease_end", "rent"}),
                @Index(
                        name = "by_store",
                        partitionKey = "store",
                        sortKey = {"city", "mall"})
            })
    interface Malls extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Store.Key, Store> stores();

        SecondaryIndex<Store.ByPlace, Store> storesByPlace();

        SecondaryIndex<Store.ByLease, Store> storesByLease();

        SecondaryIndex<Store.ByCategory, Store> storesByCategory();

        SecondaryIndex<Store.ByStore, Store> locations();
    }

    interface Db extends LogicalDb {
        @TableName("malls")
        Malls malls();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("malls", Malls.class));

    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final Store TEA = new Store("Lund", "Nova", "A", "tea", 1, 7, Category.FOOD, MAY, 300);
    private static final Store SOUP = new Store("Lund", "Nova", "A", "soup", 2, 1, Category.FOOD, MAY.plusDays(9), 200);
    private static final Store KITES = new Store("Lund", "Nova", "AB", "kites", 1, 8, Category.TOYS, MAY, 100);
    private static final Store FAR = new Store("Bern", "West", "A", "tea", 1, 7, Category.FOOD, MAY, 900);
    private static final Store.Key TEA_KEY = new Store.Key("Lund", "Nova", "A", "tea");

    private final Requests requests = new Requests();
    private Malls malls;

    @BeforeEach
    void open() {
        malls = requests.open(tables, Db.class).malls();
        for (Store store : List.of(TEA, SOUP, KITES, FAR)) {
            malls.stores().create(store);
        }
    }

    private List<Store> byPlace(KeyCondition<Store.ByPlace> condition) {
        return requests.one(() -> malls.storesByPlace().query(condition).contents());
    }

    private List<Store> byCategory(KeyCondition<Store.ByCategory> condition) {
        return requests.one(() -> malls.storesByCategory().query(condition).contents());
    }

    @Test
    void addStoreOnce() {
        assertThatThrownBy(() -> requests.one(() -> malls.stores().create(TEA)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void storeOfAMall() {
        assertThat(requests.one(() -> malls.stores().load(TEA_KEY))).isEqualTo(TEA);
    }

    @Test
    void storesOfAMall() {
        List<Store> found = requests.one(() -> malls.stores()
                .query(new BeginsWith<>(new Store.Key("Lund", "Nova")))
                .contents());

        assertThat(found).containsExactly(SOUP, TEA, KITES);
    }

    @Test
    void storesOfABuilding() {
        List<Store> found = requests.one(() -> malls.stores()
                .query(new BeginsWith<>(new Store.Key("Lund", "Nova", "A", null)))
                .contents());

        assertThat(found).containsExactly(SOUP, TEA);
    }

    @Test
    void storesOfAFloor() {
        assertThat(byPlace(new BeginsWith<>(new Store.ByPlace("Nova", "A", 1, null))))
                .containsExactly(TEA);
    }

    @Test
    void storesOfSomeFloors() {
        assertThat(byPlace(new Between<>(
                        new Store.ByPlace("Nova", "A", 1, null), new Store.ByPlace("Nova", "A", 10, null))))
                .containsExactly(TEA, SOUP);
    }

    @Test
    void storeOfAUnit() {
        assertThat(byPlace(new BeginsWith<>(new Store.ByPlace("Nova", "AB", 1, 8))))
                .containsExactly(KITES);
    }

    @Test
    void leasesOfAMallThatEndInAPeriod() {
        List<Store> found = requests.one(() -> malls.storesByLease()
                .query(new Between<>(
                        new Store.ByLease("Nova", MAY.minusDays(7)), new Store.ByLease("Nova", MAY.plusDays(7))))
                .contents());

        assertThat(found).containsExactlyInAnyOrder(TEA, KITES);
    }

    @Test
    @NeedsCompositeIndexes
    void storesOfACategory() {
        assertThat(byCategory(new BeginsWith<>(new Store.ByCategory("Nova", Category.FOOD, null))))
                .containsExactly(TEA, SOUP);
    }

    @Test
    @NeedsCompositeIndexes
    void leasesOfACategoryThatEndBeforeADate() {
        assertThat(byCategory(new LessThan<>(new Store.ByCategory("Nova", Category.FOOD, MAY.plusDays(1)))))
                .containsExactly(TEA);
    }

    @Test
    void locationsOfAStore() {
        List<Store> found = requests.one(() -> malls.locations()
                .query(new BeginsWith<>(new Store.ByStore("tea", null)))
                .contents());
        List<Store> inLund = requests.one(() -> malls.locations()
                .query(new BeginsWith<>(new Store.ByStore("tea", "Lund")))
                .contents());

        assertThat(found).containsExactly(FAR, TEA);
        assertThat(inLund).containsExactly(TEA);
    }

    @Test
    @NeedsCompositeIndexes
    void extendLeaseAtAnotherRent() {
        requests.one(() -> malls.stores()
                .patch(
                        TEA_KEY,
                        changes(
                                attr(Store::lease_end).set(MAY.plusYears(1)),
                                number(Store::rent).add(50))));

        assertThat(byCategory(new BeginsWith<>(new Store.ByCategory("Nova", Category.FOOD, null))))
                .extracting(Store::rent)
                .containsExactly(200, 350);
    }

    @Test
    void moveStoreToAnotherUnit() {
        requests.one(() -> malls.stores()
                .patch(
                        TEA_KEY,
                        changes(attr(Store::floor).set(2), attr(Store::unit).set(4))));

        assertThat(byPlace(new BeginsWith<>(new Store.ByPlace("Nova", "A", 2, null))))
                .extracting(Store::store)
                .containsExactly("soup", "tea");
    }

    @Test
    void closeStore() {
        assertThat(requests.one(() -> malls.stores().deleteKey(TEA_KEY))).isEqualTo(TEA);
        assertThat(byPlace(new BeginsWith<>(new Store.ByPlace("Nova", "A", 1, null))))
                .isEmpty();
    }
}
