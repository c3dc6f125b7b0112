package dev.tempest.tests.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.keys.Malls.Building;
import dev.tempest.tests.keys.Malls.Shop;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a key of a partition must have, and which types share one. */
class PartitionModelsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("malls", Malls.Row.class));

    private Malls.Table malls;

    record NoCity(String country) {}

    record OtherCity(String country, Integer city) {}

    record Status(String country, String city, String status) {}

    @KeyTemplate(attribute = "pk", value = "MALL#{city}#{country}")
    record Elsewhere(
            String country,
            String city,
            @Attribute(name = "sk", prefix = "ELSEWHERE#") String building) {
        record Key(String country, String city, String building) {}
    }

    @KeyTemplate(attribute = "pk", value = "TENANCY#{city}")
    record Headless(String city, @Attribute(name = "sk") String label) {
        record Key(String city, String label) {}
    }

    @BeforeEach
    void open() {
        malls = db.logicalDb(Malls.Db.class).malls();
    }

    @Test
    void aKeyOfAPartitionHasThePartsOfItsKey() {
        assertThatThrownBy(() -> malls.loadPartition(new NoCity("SE"), Shop.class, Building.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PartitionModelsTest.NoCity has no city, a part of the partition key pk. Add a property city of type"
                                + " String.");
        assertThatThrownBy(() -> malls.loadPartition(new OtherCity("SE", 1), Shop.class, Building.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PartitionModelsTest.OtherCity.city is an Integer, but Malls.Shop.city is a String. Make both the"
                                + " same type.");
        assertThatThrownBy(() -> malls.loadPartition(new Status("SE", "Lund", "x"), Shop.class, Building.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PartitionModelsTest.Status.status is not a part of pk, so that the key names neither the partition of"
                                + " the table alone nor a whole Malls.Shop and Malls.Building. Remove it, or complete the key.");
    }

    @Test
    void typesOfOnePartitionMakeItsKeyAlike() {
        assertThatThrownBy(() -> malls.loadPartition(new Malls.MallKey("SE", "Lund"), Shop.class, Elsewhere.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PartitionModelsTest.Elsewhere.pk is stored in the partition key pk as \"MALL#{city}#{country}\", but"
                                + " Malls.Shop.pk as \"MALL#{country}#{city}\", so their items never share a partition."
                                + " Store both alike, or query one type at a time.");
    }

    @Test
    void aTypeWithoutAPrefixHasItsPartitionsAlone() {
        var headless = malls.inlineView(Headless.Key.class, Headless.class);
        headless.save(new Headless("Lund", "BUILDING#north#META"));
        malls.buildings().save(new Building("SE", "Lund", "north", null));

        assertThat(headless.scanAllContents().toList()).hasSize(1);
        assertThat(malls.buildings().scanAllContents().toList()).hasSize(1);
    }

    @KeyTemplate(attribute = "pk", value = "{name}")
    record Named(String name) {}

    record Holder(String pk, Named named) {
        record Key(String pk) {}
    }

    @Table(partitionKey = "pk")
    interface Holders extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Holder.Key, Holder> holders();
    }

    @Test
    void whatIsStoredInsideOfItemsHasNoKey() {
        assertThatThrownBy(() -> db.logicalDb(LogicalDb.class).logicalTable("holders", Holders.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "PartitionModelsTest.Named has a @KeyTemplate, but is stored inside of items. Remove it, or"
                                + " store a class without one inside: only items themselves have keys.");
    }

    record AlsoHeadless(
            @Attribute(name = "pk") String city,
            @Attribute(name = "sk") String label) {
        record Key(String city, String label) {}
    }

    @Test
    void aCollectionNeedsPrefixes() {
        assertThatThrownBy(() -> malls.loadPartition(new AlsoHeadless.Key("1", "1"), AlsoHeadless.class, Shop.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PartitionModelsTest.AlsoHeadless is to be read together with other item types, but has no prefix in"
                                + " the sort key sk, so nothing distinguishes their items. Give it one, such as ALSO_HEADLESS_, or query"
                                + " one type at a time.");
    }
}
