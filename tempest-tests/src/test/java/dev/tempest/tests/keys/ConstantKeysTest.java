package dev.tempest.tests.keys;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.EqualTo;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Templates without a placeholder: one item of a type in each partition, and all items of a type in one of an index. */
class ConstantKeysTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("customers", Customers.class));

    @KeyTemplate(attribute = "pk", value = "CUSTOMER#{name}")
    @KeyTemplate(attribute = "sk", value = "PROFILE")
    @KeyTemplate(attribute = "kind", value = "CUSTOMERS")
    record Customer(String name, String city, long orders) {
        record Key(String name) {}

        @ForIndex("by_kind")
        record ByCity(String city, String name) {
            ByCity() {
                this(null, null);
            }
        }
    }

    @KeyTemplate(attribute = "pk", value = "CUSTOMER#{name}")
    @KeyTemplate(attribute = "sk", value = "ORDER#{number:4}")
    record Order(String name, int number) {
        record Key(String name, Integer number) {}
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_kind", partitionKey = "kind", sortKey = "city"))
    interface Customers extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Customer.Key, Customer> customers();

        InlineView<Order.Key, Order> orders();

        SecondaryIndex<Customer.ByCity, Customer> byCity();
    }

    interface Db extends LogicalDb {
        @TableName("customers")
        Customers customers();
    }

    private Customers table;
    private final Customer ada = new Customer("ada", "Bath", 0);
    private final Customer.Key key = new Customer.Key("ada");

    @BeforeEach
    void open() {
        table = db.logicalDb(Db.class).customers();
        table.customers().save(ada);
        table.customers().save(new Customer("eve", "Ely", 0));
        table.orders().save(new Order("ada", 1));
        table.orders().save(new Order("ada", 2));
    }

    @Test
    void areStoredAsTheyAreWritten() {
        assertThat(table.codec(Customer.class).toDb(ada))
                .containsEntry("sk", AttributeValue.fromS("PROFILE"))
                .containsEntry("kind", AttributeValue.fromS("CUSTOMERS"));
        assertThat(table.customers().load(key)).isEqualTo(ada);
    }

    @Test
    void aQueryFindsTheOneItem() {
        assertThat(table.customers().queryAllContents(new BeginsWith<>(key))).containsExactly(ada);
        assertThat(table.customers().queryAllContents(new EqualTo<>(key))).containsExactly(ada);
        assertThatThrownBy(() -> table.customers().query(new GreaterThan<>(key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "GreaterThan compares sort keys, but sk is the same in all items of the type. Use EqualTo or"
                                + " BeginsWith.");
    }

    @Test
    void anIndexHasAllItemsOfTheType() {
        assertThat(table.byCity().queryAllContents(new BeginsWith<>(new Customer.ByCity())))
                .extracting(Customer::name)
                .containsExactly("ada", "eve");
        assertThat(table.byCity().queryAllContents(new EqualTo<>(new Customer.ByCity("Ely", null))))
                .extracting(Customer::name)
                .containsExactly("eve");
        assertThat(table.customers().scanAllContents()).hasSize(2);
    }

    @Test
    void aPatchThatCreatesTheItemWritesThem() {
        table.customers()
                .patch(new Customer.Key("new"), number(Customer::orders).add(1L).orCreate());

        assertThat(db.client()
                        .getItem(request -> request.tableName("customers")
                                .key(Map.of(
                                        "pk", AttributeValue.fromS("CUSTOMER#new"),
                                        "sk", AttributeValue.fromS("PROFILE"))))
                        .item())
                .containsEntry("kind", AttributeValue.fromS("CUSTOMERS"));
    }

    @Test
    void aCollectionIsReadFromThem() {
        var loaded = table.loadPartition(
                new LessThanOrEqualTo<>(key),
                QueryConfig.builder().asc(false).limit(2).build(),
                Customer.class,
                Order.class);

        assertThat(loaded.getItems(Customer.class)).containsExactly(ada);
        assertThat(loaded.getItems(Order.class)).containsExactly(new Order("ada", 2));
    }
}
