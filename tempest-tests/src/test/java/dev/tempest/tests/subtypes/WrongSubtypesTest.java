package dev.tempest.tests.subtypes;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ExpiresAt;
import dev.tempest.Fallback;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import dev.tempest.Table;
import dev.tempest.TimeToLive;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sealed item types that cannot work are refused when the database is created. */
class WrongSubtypesTest {
    record Key(String id) {}

    record PairKey(String id, String at) {}

    @Table(partitionKey = "id")
    interface Of<I> extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Key, I> items();
    }

    @Table(partitionKey = "id", sortKey = "at")
    interface OfPair<I> extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<PairKey, I> items();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("good", Goods.class));

    private void refuses(Class<?> tableType, String message) {
        assertThatThrownBy(() ->
                        db.logicalDb(LogicalDb.class).logicalTable("good", tableType.asSubclass(LogicalTable.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** Works, with a fallback that keeps the name, a sealed type in it, and times that one subtype has. */
    sealed interface Good {
        String id();

        record Plain(String id) implements Good {}

        record Passing(String id, @Nullable @ExpiresAt Long expires) implements Good {}

        sealed interface Round extends Good permits Circle, Ring {}

        record Circle(String id, int radius) implements Round {}

        record Ring(String id, int radius) implements Round {}

        @Fallback
        record Other(String id, String type) implements Good {}
    }

    @TimeToLive("expires")
    interface Goods extends Of<Good> {}

    @Test
    void aFallbackKeepsTheNameThatItWasReadFor() {
        InlineView<Key, Good> goods =
                db.logicalDb(LogicalDb.class).logicalTable("good", Goods.class).items();
        db.client()
                .putItem(put -> put.tableName("good")
                        .item(Map.of("id", AttributeValue.fromS("1"), "type", AttributeValue.fromS("Newer"))));

        Good read = goods.load(new Key("1"));

        assertThat(read).isEqualTo(new Good.Other("1", "Newer"));
        goods.save(read);
        assertThat(goods.load(new Key("1"))).isEqualTo(read);
    }

    @Test
    void aPropertyOfAnInnerSealedTypeIsOneOfItsSubtypes() {
        InlineView<Key, Good> goods =
                db.logicalDb(LogicalDb.class).logicalTable("good", Goods.class).items();
        goods.save(new Good.Circle("1", 5));
        goods.save(new Good.Ring("2", 6));
        goods.save(new Good.Plain("3"));

        assertThat(goods.scanAllContents(ScanConfig.builder()
                        .filter(attr((Good.Circle circle) -> circle.radius()).lt(9))
                        .build()))
                .containsExactly(new Good.Circle("1", 5));
    }

    interface Open {
        String id();
    }

    interface OfOpen extends Of<Open> {}

    @Test
    void anInterfaceThatIsNotSealed() {
        refuses(
                OfOpen.class,
                "WrongSubtypesTest.Open cannot be made. Make it a record or a class that is not abstract, or make it"
                        + " sealed.");
    }

    sealed interface Twice {
        @Subtype("a")
        record One(String id) implements Twice {}

        @Subtype("a")
        record Two(String id) implements Twice {}
    }

    interface OfTwice extends Of<Twice> {}

    @Test
    void twoSubtypesOfOneName() {
        refuses(
                OfTwice.class,
                "WrongSubtypesTest.Twice has two subtypes of the name a, WrongSubtypesTest.Twice.One and"
                        + " WrongSubtypesTest.Twice.Two. Give one of them another with @Subtype.");
    }

    @SubtypeAttribute("kind")
    sealed interface Taken {
        record One(String id, String kind) implements Taken {}
    }

    interface OfTaken extends Of<Taken> {}

    @Test
    void aPropertyInTheAttributeOfTheName() {
        refuses(
                OfTaken.class,
                "WrongSubtypesTest.Taken.One.kind is stored in attribute kind, and so is the name of the subtype of"
                        + " WrongSubtypesTest.Taken. Put @SubtypeAttribute with another name on"
                        + " WrongSubtypesTest.Taken.");
    }

    sealed interface Lacking {
        record One(String id) implements Lacking {}

        record Two(String name) implements Lacking {}
    }

    interface OfLacking extends Of<Lacking> {}

    @Test
    void aSubtypeWithoutTheKey() {
        refuses(
                OfLacking.class,
                "WrongSubtypesTest.Lacking.Two has no property for id, the partition key of WrongSubtypesTest.Of."
                        + " Add a property id, or put @Attribute(name = \"id\") on the one that holds it.");
    }

    sealed interface Kinds {
        record One(String id) implements Kinds {}

        record Two(int id) implements Kinds {}
    }

    interface OfKinds extends Of<Kinds> {}

    @SubtypeAttribute("type")
    sealed interface Prefixes {
        record One(String id, @Attribute(prefix = "A#") String at) implements Prefixes {}

        record Two(String id, @Attribute(prefix = "B#") String at) implements Prefixes {}
    }

    interface OfPrefixes extends OfPair<Prefixes> {}

    @Test
    void subtypesWithDifferentKeys() {
        refuses(
                OfKinds.class,
                "WrongSubtypesTest.Kinds has the subtypes WrongSubtypesTest.Kinds.One and WrongSubtypesTest.Kinds.Two,"
                        + " which store id, a key attribute of the table, differently: as WrongSubtypesTest.Kinds.One.id"
                        + " (String, without a prefix) and as WrongSubtypesTest.Kinds.Two.id (int, without a prefix)."
                        + " Store the key of all subtypes alike, such as by @Attribute or @KeyTemplate on"
                        + " WrongSubtypesTest.Kinds.");
        refuses(
                OfPrefixes.class,
                "WrongSubtypesTest.Prefixes has the subtypes WrongSubtypesTest.Prefixes.One and"
                        + " WrongSubtypesTest.Prefixes.Two, which store at, a key attribute of the table, differently: as"
                        + " WrongSubtypesTest.Prefixes.One.at (String, prefix A#) and as"
                        + " WrongSubtypesTest.Prefixes.Two.at (String, prefix B#). Store the key of all subtypes alike,"
                        + " such as by @Attribute or @KeyTemplate on WrongSubtypesTest.Prefixes.");
    }

    sealed interface Places {
        record One(String id, String place) implements Places {}

        record Two(String id, int place) implements Places {}
    }

    @Table(partitionKey = "id", indexes = @Index(name = "by_place", partitionKey = "place"))
    interface OfPlaces extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Key, Places> items();
    }

    @Test
    void anIndexKeyOfTwoTypes() {
        refuses(
                OfPlaces.class,
                "WrongSubtypesTest.Places.Two.place (int) is stored in place as N, but"
                        + " WrongSubtypesTest.Places.One.place (String) is stored there as S, and a key attribute of"
                        + " WrongSubtypesTest.OfPlaces has one type. Store both as the same, or give one of them another"
                        + " attribute.");
    }

    sealed interface Prefixed {
        record One(String id, @Attribute(prefix = "A#") String place) implements Prefixed {}

        record Two(String id, @Attribute(prefix = "B#") String place) implements Prefixed {}
    }

    @ForIndex("by_place")
    record PrefixedKey(String place, String id) {}

    @Table(partitionKey = "id", indexes = @Index(name = "by_place", partitionKey = "place"))
    interface OfPrefixed extends LogicalTable<Map<String, AttributeValue>> {
        SecondaryIndex<PrefixedKey, Prefixed> items();
    }

    @Test
    void anIndexKeyThatSubtypesStoreDifferently() {
        refuses(
                OfPrefixed.class,
                "WrongSubtypesTest.PrefixedKey.place has no one form in WrongSubtypesTest.Prefixed, because"
                        + " WrongSubtypesTest.Prefixed.One.place and WrongSubtypesTest.Prefixed.Two.place are not stored"
                        + " alike. Store it alike in all subtypes, or seal the key type, with a key inside of each"
                        + " subtype.");
    }

    sealed interface Versions {
        record One(String id, @Version long version) implements Versions {}

        record Two(String id) implements Versions {}
    }

    interface OfVersions extends Of<Versions> {}

    sealed interface Times {
        record One(String id) implements Times {}

        record Two(String id, @UpdatedAt Instant updated) implements Times {}
    }

    interface OfTimes extends Of<Times> {}

    @Test
    void whatTheLibrarySetsInSomeSubtypesOnly() {
        refuses(
                OfVersions.class,
                "WrongSubtypesTest.Versions.One.version is the @Version, but not every subtype of"
                        + " WrongSubtypesTest.Versions has the same. Declare it in WrongSubtypesTest.Versions, and give it"
                        + " to each subtype.");
        refuses(
                OfTimes.class,
                "WrongSubtypesTest.Times.Two.updated is the @UpdatedAt, but not every subtype of"
                        + " WrongSubtypesTest.Times has the same. Declare it in WrongSubtypesTest.Times, and give it to"
                        + " each subtype.");
    }

    sealed interface Loose {
        non-sealed class One implements Loose {
            String id = "";
        }
    }

    interface OfLoose extends Of<Loose> {}

    @Test
    void aSubtypeThatMayHaveSubtypes() {
        refuses(
                OfLoose.class,
                "WrongSubtypesTest.Loose.One is a subtype of WrongSubtypesTest.Loose and may have subtypes that are not"
                        + " known. Make it final, sealed or a record.");
    }

    sealed interface Generic {
        record One<T>(String id, T value) implements Generic {}
    }

    interface OfGeneric extends Of<Generic> {}

    @Test
    void aGenericSubtype() {
        assertThatThrownBy(() -> db.logicalDb(LogicalDb.class).logicalTable("good", OfGeneric.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "WrongSubtypesTest.Generic.One.value is a T, which is a type variable. Declare the property with"
                                + " a type in its place.");
    }

    @KeyTemplate(attribute = "at", value = "{year:4}#{number:6}")
    sealed interface Composed {
        record One(String id, int year, int number) implements Composed {}

        record Two(String id, int year, int number) implements Composed {}
    }

    record ComposedKey(String id, int year, int number) {}

    @Table(partitionKey = "id", sortKey = "at")
    interface OfComposed extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<ComposedKey, Composed> items();
    }

    @Test
    void aTemplateOnTheSealedTypeIsTheKeyOfAllSubtypes() {
        db.connection().createTable(TestTable.create("composed", OfComposed.class));
        InlineView<ComposedKey, Composed> items = db.logicalDb(LogicalDb.class)
                .logicalTable("composed", OfComposed.class)
                .items();

        items.save(new Composed.Two("1", 2026, 7));

        assertThat(items.load(new ComposedKey("1", 2026, 7))).isEqualTo(new Composed.Two("1", 2026, 7));
    }

    @DynamoDbBean
    public static class Row {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    sealed interface InRow {
        record One(String id) implements InRow {}
    }

    interface Rows extends LogicalTable<Row> {
        InlineView<Key, InRow> items();
    }

    @Test
    void aRawItemTypeWithoutTheAttributeOfTheName() {
        refuses(
                Rows.class,
                "WrongSubtypesTest.InRow.type is stored in attribute type, which WrongSubtypesTest.Row does not have. Add"
                        + " type to WrongSubtypesTest.Row, or name another attribute with @Attribute(name = ...); its"
                        + " attributes are id.");
    }

    sealed interface Overlapping {
        record One(String id, @Attribute(prefix = "A#") String at) implements Overlapping {}

        record Two(String id, @Attribute(prefix = "A#B#") String at) implements Overlapping {}
    }

    interface OfOverlapping extends OfPair<Overlapping> {}

    sealed interface Half {
        record One(String id, @Attribute(prefix = "A#") String at) implements Half {}

        record Two(String id, String at) implements Half {}
    }

    interface OfHalf extends OfPair<Half> {}

    @Test
    void prefixesThatDoNotTellTheSubtypesApart() {
        refuses(
                OfOverlapping.class,
                "WrongSubtypesTest.Overlapping has the subtypes WrongSubtypesTest.Overlapping.One and"
                        + " WrongSubtypesTest.Overlapping.Two, whose keys do not distinguish them: with the sort key prefix"
                        + " A# and with the sort key prefix A#B#. Choose prefixes of which none begins with another, or"
                        + " give all subtypes the same key and WrongSubtypesTest.Overlapping a @SubtypeAttribute.");
        refuses(
                OfHalf.class,
                "WrongSubtypesTest.Half has the subtypes WrongSubtypesTest.Half.One and WrongSubtypesTest.Half.Two, whose"
                        + " keys do not distinguish them: with the sort key prefix A# and with no prefix in the sort key."
                        + " Choose prefixes of which none begins with another, or give all subtypes the same key and"
                        + " WrongSubtypesTest.Half a @SubtypeAttribute.");
    }

    sealed interface SealedKey {
        record Of(String id) implements SealedKey {}
    }

    @Table(partitionKey = "id")
    interface OfSealedKey extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<SealedKey, Good> items();
    }

    sealed interface Told {
        sealed interface Key permits Told.One.Key {}

        record One(String id, @Attribute(prefix = "A#") String at) implements Told {
            record Key(String id, String at) implements Told.Key {}
        }

        record Two(String id, @Attribute(prefix = "B#") String at) implements Told {}
    }

    @Table(partitionKey = "id", sortKey = "at")
    interface OfTold extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Told.Key, Told> items();
    }

    interface OfToldByOneKey extends OfPair<Indexed> {}

    sealed interface Indexed {
        sealed interface Key permits Indexed.One.Key, Indexed.Two.Key {}

        record One(String id, @Attribute(prefix = "A#") String at, String place) implements Indexed {
            record Key(String id, String at) implements Indexed.Key {}
        }

        record Two(String id, @Attribute(prefix = "B#") String at, String place) implements Indexed {
            @ForIndex("by_place")
            record Key(String place, String id, String at) implements Indexed.Key {}
        }
    }

    @Table(partitionKey = "id", sortKey = "at", indexes = @Index(name = "by_place", partitionKey = "place"))
    interface OfIndexed extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Indexed.Key, Indexed> items();
    }

    @Test
    void keyTypesThatDoNotFitTheSubtypes() {
        refuses(
                OfSealedKey.class,
                "WrongSubtypesTest.SealedKey is sealed, but all items of WrongSubtypesTest.Good have keys of one form. Make"
                        + " it a record.");
        refuses(
                OfTold.class,
                "WrongSubtypesTest.Told.Key has no key of WrongSubtypesTest.Told.Two, a subtype of WrongSubtypesTest.Told."
                        + " Declare one inside of WrongSubtypesTest.Told.Two.");
        refuses(
                OfIndexed.class,
                "WrongSubtypesTest.Indexed.Key has keys of different indexes. Put the same @ForIndex on each of them, or on"
                        + " none.");
        refuses(
                OfToldByOneKey.class,
                "WrongSubtypesTest.PairKey.at has no one form in WrongSubtypesTest.Indexed, because"
                        + " WrongSubtypesTest.Indexed.One.at and WrongSubtypesTest.Indexed.Two.at are not stored alike."
                        + " Store it alike in all subtypes, or seal the key type, with a key inside of each subtype.");
    }

    record CircleKey(String id) {}

    @TimeToLive("expires")
    @Table(partitionKey = "id")
    interface GoodsAndCircles extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Key, Good> goods();

        InlineView<CircleKey, Good.Circle> circles();
    }

    @Test
    void aSubtypeThatIsAnItemTypeOfItsOwn() {
        assertThatThrownBy(() -> db.logicalDb(LogicalDb.class).logicalTable("good", GoodsAndCircles.class))
                .hasMessageContaining(
                        "WrongSubtypesTest.Good.Circle is a subtype of WrongSubtypesTest.Good, of whose items the same table"
                                + " has the names in type, so that it cannot be an item type of its own. Use the view of"
                                + " WrongSubtypesTest.Good.");
    }
}
