package dev.tempest.tests.keys;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.keys.Malls.Building;
import dev.tempest.tests.keys.Malls.MallKey;
import dev.tempest.tests.keys.Malls.Shop;
import dev.tempest.tests.keys.Malls.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys that are made of several properties, in the table and in an index. */
class ComposedKeysTest {
    private static final QueryConfig ONE = QueryConfig.builder().pageSize(1).build();
    private static final UUID ADA = new UUID(0, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("malls", Malls.Row.class));

    private Malls.Table malls;

    @BeforeEach
    void open() {
        malls = db.logicalDb(Malls.Db.class).malls();
    }

    @Test
    void theKeysAreMadeOfTheProperties() {
        malls.shops().save(shop("north", 2, 17));

        Map<String, AttributeValue> stored = stored("MALL#SE#Lund", "SHOP#north#002#0017");

        assertThat(stored.get("gsi1_pk").s()).isEqualTo("TENANT#00000000-0000-0000-0000-000000000001");
        assertThat(stored.get("gsi1_sk").s()).isEqualTo("OPEN#2026-05-31#0017");
        assertThat(stored.get("floor").n()).isEqualTo("2");
        assertThat(malls.shops().load(new Shop.Key("SE", "Lund", "north", 2, 17)))
                .isEqualTo(saved(shop("north", 2, 17)));
    }

    @Test
    void anItemWithoutAPartIsNotInTheIndex() {
        malls.shops().save(shop("north", 1, 1).with(null, MAY));
        malls.shops().save(shop("north", 1, 2).with(Status.OPEN, null));
        malls.shops().save(shop("north", 1, 3));

        assertThat(stored("MALL#SE#Lund", "SHOP#north#001#0001")).doesNotContainKey("gsi1_sk");
        assertThat(malls.shopsByLease().queryAllContents(new BeginsWith<>(lease(null, null))))
                .extracting(Shop::number)
                .containsExactly(3);
    }

    @Test
    void aQueryForTheFirstPartsFindsNoNeighbours() {
        saveAll(shop("north", 1, 1), shop("north", 12, 1), shop("northeast", 1, 1), shop("nort", 1, 1));

        assertThat(found(new BeginsWith<>(new Shop.Key("SE", "Lund", "north"))))
                .containsExactly("north/1/1", "north/12/1");
        assertThat(found(new BeginsWith<>(new Shop.Key("SE", "Lund", "north", 1, null))))
                .containsExactly("north/1/1");
        assertThat(found(new BeginsWith<>(new Shop.Key("SE", "Lund")))).hasSize(4);
        assertThat(found(new BeginsWith<>(new Shop.Key("SE", "Lund", "nor")))).isEmpty();
        assertThat(found(new BeginsWith<>(new Shop.Key("SE", "Lund", "north", 1, 1))))
                .containsExactly("north/1/1");
        assertThat(found(new EqualTo<>(new Shop.Key("SE", "Lund", "north", 12, 1))))
                .containsExactly("north/12/1");
    }

    @Test
    void aRangeIsOneOfTheLastPartThatIsGiven() {
        saveAll(
                shop("north", 2, 1),
                shop("north", 2, 9),
                shop("north", 3, 1),
                shop("north", 10, 5),
                shop("south", 4, 1),
                shop("east", 4, 1));

        assertThat(found(new GreaterThan<>(floor("north", 2)))).containsExactly("north/3/1", "north/10/5");
        assertThat(found(new GreaterThanOrEqualTo<>(floor("north", 3)))).containsExactly("north/3/1", "north/10/5");
        assertThat(found(new LessThan<>(floor("north", 3)))).containsExactly("north/2/1", "north/2/9");
        assertThat(found(new LessThanOrEqualTo<>(floor("north", 3))))
                .containsExactly("north/2/1", "north/2/9", "north/3/1");
        assertThat(found(new Between<>(floor("north", 3), floor("north", 10))))
                .containsExactly("north/3/1", "north/10/5");
        assertThat(found(new GreaterThan<>(new Shop.Key("SE", "Lund", "north", 2, 1))))
                .containsExactly("north/2/9");
        assertThat(found(new Between<>(new Shop.Key("SE", "Lund", "east"), new Shop.Key("SE", "Lund", "north"))))
                .hasSize(5);
        assertThat(found(new Between<>(floor("north", 10), floor("north", 3)))).isEmpty();
    }

    @Test
    void anIndexIsQueriedByItsPartsToo() {
        saveAll(
                shop("north", 1, 1).with(Status.OPEN, MAY),
                shop("north", 1, 2).with(Status.OPEN, JUNE),
                shop("north", 1, 3).with(Status.CLOSED, JUNE),
                shop("north", 1, 4).with(Status.LET, MAY));

        assertThat(byLease(new BeginsWith<>(lease(Status.OPEN, null)))).containsExactly(1, 2);
        assertThat(byLease(new LessThan<>(lease(Status.OPEN, JUNE)))).containsExactly(1);
        assertThat(byLease(new GreaterThan<>(lease(Status.CLOSED, null)))).containsExactly(4, 1, 2);
        assertThat(byLease(new GreaterThanOrEqualTo<>(lease(Status.LET, null)))).containsExactly(4, 1, 2);
        assertThat(byLease(new LessThanOrEqualTo<>(lease(Status.LET, null)))).containsExactly(3, 4);
        assertThat(byLease(new LessThan<>(lease(Status.LET, null)))).containsExactly(3);
    }

    @Test
    void aPageGoesOnFromAKeyOfParts() {
        saveAll(shop("north", 1, 1), shop("north", 1, 2), shop("north", 1, 3));
        List<Integer> numbers = new ArrayList<>();

        Offset<Shop.ByLease> offset = null;
        do {
            Page<Shop.ByLease, Shop> page =
                    malls.shopsByLease().query(new BeginsWith<>(lease(Status.OPEN, null)), ONE, offset);
            page.contents().forEach(shop -> numbers.add(shop.number()));
            offset = page.offset();
            if (offset != null && offset.key().number() != null) {
                assertThat(offset.key())
                        .isEqualTo(new Shop.ByLease(
                                ADA, Status.OPEN, MAY, numbers.get(numbers.size() - 1), "SE", "Lund", "north", 1));
            }
        } while (offset != null);

        assertThat(numbers).containsExactly(1, 2, 3);
    }

    record Place(String city, String building) {}

    @Test
    void partsThatAreStoredInTheKeyOnlyAreReadFromIt() {
        malls.buildings().save(new Building("SE", "Lund", "north", "Nova"));

        assertThat(stored("MALL#SE#Lund", "BUILDING#north#META")).containsOnlyKeys("pk", "sk", "label");
        assertThat(malls.buildings().load(new Building.Key("SE", "Lund", "north")))
                .isEqualTo(new Building("SE", "Lund", "north", "Nova"));
        assertThat(malls.buildings().queryAllContents(new BeginsWith<>(new Building.Key("SE", "Lund", null))))
                .hasSize(1);
        assertThat(malls.buildings().projecting(Place.class).load(new Building.Key("SE", "Lund", "north")))
                .isEqualTo(new Place("Lund", "north"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> malls.buildings()
                        .save(
                                new Building("SE", "Lund", "north", "Nova"),
                                attr(Building::building).eq("north")))
                .withMessage(
                        "Malls.Building.building (attribute sk) is stored only as a part of the attribute, so that an"
                                + " expression cannot name it. Remove it from keyOnly of the @KeyTemplate to store it on its own, too.");
    }

    @Test
    void aChangeOfAPartMovesTheItemInTheIndex() {
        malls.shops().save(shop("north", 1, 1));
        Shop.Key key = new Shop.Key("SE", "Lund", "north", 1, 1);

        malls.shops().patch(key, attr(Shop::status).set(Status.CLOSED));

        assertThat(stored("MALL#SE#Lund", "SHOP#north#001#0001").get("gsi1_sk").s())
                .isEqualTo("CLOSED#2026-05-31#0001");
        malls.shops()
                .patch(
                        key,
                        changes(
                                attr(Shop::status).set(Status.LET),
                                attr(Shop::lease_end).set(JUNE)));
        assertThat(byLease(new EqualTo<>(new Shop.ByLease(ADA, Status.LET, JUNE, 1, null, null, null, null))))
                .containsExactly(1);
        malls.shops().patch(key, attr(Shop::lease_end).remove());
        assertThat(stored("MALL#SE#Lund", "SHOP#north#001#0001")).doesNotContainKey("gsi1_sk");
        malls.shops().update(key, shop -> shop.with(Status.OPEN, MAY));
        assertThat(byLease(new BeginsWith<>(lease(Status.OPEN, MAY)))).containsExactly(1);
    }

    @Test
    void aPartOfTheTablesKeyCannotChange() {
        malls.shops().save(shop("north", 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> malls.shops()
                        .patch(
                                new Shop.Key("SE", "Lund", "north", 1, 1),
                                number(Shop::floor).add(1)))
                .withMessageStartingWith("Malls.Shop.floor is in a key attribute of the table, which cannot change.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> malls.shops().update(new Shop.Key("SE", "Lund", "north", 1, 1), shop -> shop("x", 1, 1)));
    }

    @Test
    void valuesThatCannotBeAPartAreRefused() {
        assertRefused(shop("no#rth", 1, 1), "Malls.Shop.building contains \"#\", or the end of it");
        assertRefused(shop("", 1, 1), "Malls.Shop.building is empty");
        assertRefused(shop("north", -1, 1), "Malls.Shop.floor is negative");
        assertRefused(shop("north", 1000, 1), "Malls.Shop.floor has more than 3 digits");
        assertRefused(
                shop("north", 1, 1).with(Status.OPEN, LocalDate.of(10_000, 1, 1)),
                "Malls.Shop.lease_end is not in the years 0 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> malls.shops().load(new Shop.Key("SE", "Lund", "north", null, 1)))
                .withMessageStartingWith("Malls.Shop.Key.floor is null in the key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found(new BeginsWith<>(new Shop.Key("SE", "Lund", "north", null, 1))))
                .withMessage(
                        "Malls.Shop.Key.floor is null in the key, but Malls.Shop.Key.number, which comes after it in sk,"
                                + " is not. Leave out parts from the end only.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found(new BeginsWith<>(new Shop.Key("SE", null, "north"))))
                .withMessage("Malls.Shop.Key.city is null in the key, but a query needs its partition.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found(new EqualTo<>(new Shop.Key("SE", "Lund", "north"))))
                .withMessage("Malls.Shop.Key.floor is null in the key, but the condition compares with it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found(new Between<>(floor("north", 1), floor("south", 2))))
                .withMessage(
                        "Between needs two keys that differ in one property, the last that is given, but the keys differ in"
                                + " others of sk, too.");
    }

    private void assertRefused(Shop shop, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> malls.shops().save(shop))
                .withMessageStartingWith(reason + ", and so cannot be stored as a part of attribute ");
    }

    @Test
    void severalTypesAreReadFromOnePartition() {
        malls.buildings().save(new Building("SE", "Lund", "north", "Nova"));
        saveAll(shop("north", 1, 1), shop("south", 1, 1));

        ItemSet all = malls.loadPartition(new MallKey("SE", "Lund"), Building.class, Shop.class);
        ItemSet north =
                malls.loadPartition(new BeginsWith<>(new Shop.Key("SE", "Lund", "north")), Building.class, Shop.class);

        assertThat(all.getItems(Shop.class)).hasSize(2);
        assertThat(all.getItems(Building.class)).hasSize(1);
        assertThat(north.getItems(Shop.class)).hasSize(1);
    }

    @Test
    void asynchronousTablesStoreTheSame() {
        Malls.AsyncTable async = db.asyncLogicalDb(Malls.AsyncDb.class).malls();

        async.shops().saveAsync(shop("north", 1, 1)).join();

        assertThat(async.shops()
                        .queryPageAsync(new BeginsWith<>(new Shop.Key("SE", "Lund", "north")))
                        .join()
                        .contents())
                .containsExactly(saved(shop("north", 1, 1)));
    }

    private List<String> found(KeyCondition<Shop.Key> condition) {
        return malls.shops().queryAllContents(condition).toList().stream()
                .map(shop -> shop.building() + "/" + shop.floor() + "/" + shop.number())
                .toList();
    }

    private List<Integer> byLease(KeyCondition<Shop.ByLease> condition) {
        return malls.shopsByLease().queryAllContents(condition).toList().stream()
                .map(Shop::number)
                .toList();
    }

    private void saveAll(Shop... shops) {
        for (Shop shop : shops) {
            malls.shops().save(shop);
        }
    }

    private static Shop shop(String building, int floor, int number) {
        return new Shop("SE", "Lund", building, floor, number, ADA, Status.OPEN, MAY, null);
    }

    private static Shop saved(Shop shop) {
        return new Shop(
                shop.country(),
                shop.city(),
                shop.building(),
                shop.floor(),
                shop.number(),
                shop.tenant(),
                shop.status(),
                shop.lease_end(),
                1L);
    }

    private static Shop.Key floor(String building, int floor) {
        return new Shop.Key("SE", "Lund", building, floor, null);
    }

    private static Shop.ByLease lease(Status status, LocalDate end) {
        return new Shop.ByLease(ADA, status, end);
    }

    private Map<String, AttributeValue> stored(String pk, String sk) {
        return db.client()
                .getItem(get -> get.tableName("malls")
                        .consistentRead(true)
                        .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))))
                .item();
    }
}
