package dev.tempest.tests.designs;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.Index;
import dev.tempest.ItemSet;
import dev.tempest.KeyTemplate;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** An online shop: customers with unique e-mail addresses, their addresses, orders and the items of orders. */
class OnlineShopTest {
    enum Status {
        CANCELLED,
        PLACED,
        SHIPPED
    }

    record Customer(
            @Attribute(name = "pk", prefix = "CUSTOMER#") String username, String name, String email) {
        @Attribute(prefix = "PROFILE")
        public String sk() {
            return "";
        }

        record Key(String username) {
            public String sk() {
                return "";
            }
        }
    }

    /** Keeps an e-mail address for one customer. */
    record EmailAddress(
            @Attribute(name = "pk", prefix = "EMAIL#") String email, String username) {
        @Attribute(prefix = "EMAIL")
        public String sk() {
            return "";
        }

        record Key(String email) {
            public String sk() {
                return "";
            }
        }
    }

    record Address(
            @Attribute(name = "pk", prefix = "CUSTOMER#") String username,
            @Attribute(name = "sk", prefix = "SHIP_TO#") String label,
            String street,
            String city) {
        record Key(String username, String label) {}
    }

    // Orders are below the profile, so that it and the newest orders are neighbours.
    @KeyTemplate(attribute = "sk", value = "ORDER#{number:8}")
    @KeyTemplate(attribute = "gsi1_pk", value = "ORDER#{number:8}")
    @KeyTemplate(attribute = "gsi1_sk", value = "ORDER#{number:8}")
    record Order(
            @Attribute(name = "pk", prefix = "CUSTOMER#") String username,
            int number,
            Status status,
            LocalDate placed_on,
            int cents) {
        record Key(String username, @Nullable Integer number) {}

        @ForIndex("by_status")
        record ByStatus(
                Status status,
                @Nullable LocalDate placed_on,
                @Nullable Integer number,
                @Nullable String username) {
            ByStatus(Status status, @Nullable LocalDate placedOn) {
                this(status, placedOn, null, null);
            }
        }
    }

    @KeyTemplate(attribute = "pk", value = "ITEMS#{number:8}")
    @KeyTemplate(attribute = "sk", value = "ITEM#{line:3}")
    @KeyTemplate(attribute = "gsi1_pk", value = "ORDER#{number:8}")
    @KeyTemplate(attribute = "gsi1_sk", value = "ITEM#{line:3}")
    record OrderItem(int number, int line, String product, int quantity) {
        record Key(int number, @Nullable Integer line) {}
    }

    record OrderWithItems(Order order, List<OrderItem> items) {
        @ForIndex("gsi1")
        record Key(int number) {}
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "gsi1", partitionKey = "gsi1_pk", sortKey = "gsi1_sk"),
                @Index(
                        name = "by_status",
                        partitionKey = "status",
                        sortKey = {"placed_on", "number"})
            })
    interface Shop extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Customer.Key, Customer> customers();

        InlineView<EmailAddress.Key, EmailAddress> emailAddresses();

        InlineView<Address.Key, Address> addresses();

        InlineView<Order.Key, Order> orders();

        InlineView<OrderItem.Key, OrderItem> orderItems();

        SecondaryIndex<Order.ByStatus, Order> ordersByStatus();

        ItemCollection<OrderWithItems.Key, OrderWithItems> ordersWithItems();
    }

    interface Db extends LogicalDb {
        @TableName("shop")
        Shop shop();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("shop", Shop.class));

    private static final Customer ADA = new Customer("ada", "Ada", "ada@example.org");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final Requests requests = new Requests();
    private Db db;
    private Shop shop;

    @BeforeEach
    void open() {
        db = requests.open(tables, Db.class);
        shop = db.shop();
    }

    private ItemSet register(Customer customer) {
        return db.transactionWrite(TransactionWriteSet.builder()
                .create(customer)
                .create(new EmailAddress(customer.email(), customer.username()))
                .build());
    }

    private Order placed(int number) {
        return shop.orders().create(new Order("ada", number, Status.PLACED, MAY.plusDays(number), 100 * number));
    }

    @Test
    void createCustomerWithUniqueNameAndEmail() {
        requests.one(() -> register(ADA));

        TransactionCanceledException taken = catchThrowableOfType(
                TransactionCanceledException.class, () -> register(new Customer("ann", "Ann", "ada@example.org")));

        assertThat(db.failuresIn(taken))
                .extracting(TransactionFailure::item)
                .containsExactly(new EmailAddress("ada@example.org", "ada"));
        assertThat(requests.one(() -> shop.customers().load(new Customer.Key("ada"))))
                .isEqualTo(ADA);
    }

    @Test
    void changeEmail() {
        register(ADA);

        requests.one(() -> db.transactionWrite(TransactionWriteSet.builder()
                .patch(new Customer.Key("ada"), attr(Customer::email).set("a@example.org"))
                .delete(new EmailAddress.Key("ada@example.org"))
                .create(new EmailAddress("a@example.org", "ada"))
                .build()));

        assertThat(requests.one(() -> shop.emailAddresses().load(new EmailAddress.Key("a@example.org"))))
                .isEqualTo(new EmailAddress("a@example.org", "ada"));
        assertThat(shop.emailAddresses().load(new EmailAddress.Key("ada@example.org")))
                .isNull();
    }

    @Test
    void createChangeAndDeleteAddress() {
        Address.Key home = new Address.Key("ada", "home");

        requests.one(() -> shop.addresses().create(new Address("ada", "home", "Lane 1", "Lund")));
        requests.one(() -> shop.addresses().patch(home, attr(Address::street).set("Lane 2")));

        assertThat(requests.one(() -> shop.addresses().deleteKey(home)))
                .isEqualTo(new Address("ada", "home", "Lane 2", "Lund"));
    }

    @Test
    void customerWithAddresses() {
        register(ADA);
        Address home = shop.addresses().create(new Address("ada", "home", "Lane 1", "Lund"));
        placed(1);

        ItemSet found = requests.one(() ->
                shop.loadPartition(new GreaterThanOrEqualTo<>(new Customer.Key("ada")), Customer.class, Address.class));

        assertThat(found).containsExactly(ADA, home);
    }

    @Test
    void customerWithTheNewestTenOrders() {
        register(ADA);
        shop.addresses().create(new Address("ada", "home", "Lane 1", "Lund"));
        IntStream.rangeClosed(1, 20).forEach(this::placed);

        QueryConfig newest = QueryConfig.builder().asc(false).limit(11).build();
        ItemSet found = requests.one(() -> shop.loadPartition(
                new LessThanOrEqualTo<>(new Customer.Key("ada")), newest, Customer.class, Order.class));

        assertThat(found.getItems(Customer.class)).containsExactly(ADA);
        assertThat(found.getItems(Order.class))
                .extracting(Order::number)
                .containsExactly(20, 19, 18, 17, 16, 15, 14, 13, 12, 11);
    }

    @Test
    void placeOrderWithItems() {
        Order order = new Order("ada", 7, Status.PLACED, MAY, 500);
        TransactionWriteSet placing = TransactionWriteSet.builder()
                .create(order)
                .create(new OrderItem(7, 1, "tea", 2))
                .create(new OrderItem(7, 2, "cup", 1))
                .build();

        requests.one(() -> db.transactionWrite(placing));

        assertThat(shop.orders().load(new Order.Key("ada", 7))).isEqualTo(order);
    }

    @Test
    void orderWithItems() {
        Order order = placed(7);
        placed(8);
        OrderItem tea = shop.orderItems().create(new OrderItem(7, 1, "tea", 2));
        OrderItem cup = shop.orderItems().create(new OrderItem(7, 2, "cup", 1));

        OrderWithItems found = requests.one(() -> shop.ordersWithItems().load(new OrderWithItems.Key(7)));

        assertThat(found).isEqualTo(new OrderWithItems(order, List.of(tea, cup)));
    }

    @Test
    void shipOrder() {
        placed(7);

        Order shipped = requests.one(() -> shop.orders()
                .patch(
                        new Order.Key("ada", 7),
                        attr(Order::status)
                                .set(Status.SHIPPED)
                                .onlyIf(attr(Order::status).eq(Status.PLACED))));

        assertThat(shipped.status()).isEqualTo(Status.SHIPPED);
        assertThatThrownBy(() -> shop.orders()
                        .patch(
                                new Order.Key("ada", 7),
                                attr(Order::status)
                                        .set(Status.CANCELLED)
                                        .onlyIf(attr(Order::status).eq(Status.PLACED))))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void ordersByStatusAndDate() {
        IntStream.rangeClosed(1, 5).forEach(this::placed);
        shop.orders().patch(new Order.Key("ada", 3), attr(Order::status).set(Status.SHIPPED));

        List<Order> placed = requests.one(() -> shop.ordersByStatus()
                .query(new Between<>(
                        new Order.ByStatus(Status.PLACED, MAY.plusDays(2)),
                        new Order.ByStatus(Status.PLACED, MAY.plusDays(4))))
                .contents());
        List<Order> shipped = requests.one(() -> shop.ordersByStatus()
                .query(new BeginsWith<>(new Order.ByStatus(Status.SHIPPED, null)))
                .contents());

        assertThat(placed).extracting(Order::number).containsExactly(2, 4);
        assertThat(shipped).extracting(Order::number).containsExactly(3);
    }
}
