package dev.tempest.docs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Converted;
import dev.tempest.Fallback;
import dev.tempest.StoredAsString;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.ValueConverter;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public class ValuesDocTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("orders", KeyRow.class));

    public record Order(
            @Attribute(name = "partition_key") String customer_id,
            @Attribute(name = "sort_key", prefix = "ORDER_") String order_id,
            Address address,
            List<Line> lines,
            Map<Currency, BigDecimal> totals,
            Payment payment) {
        public record Key(String customer_id, String order_id) {}
    }

    public record Address(String street, String city, Optional<String> country) {}

    public record Line(
            UUID product,
            int quantity,
            @Attribute(name = "note") String comment) {}

    @SubtypeAttribute("kind")
    public sealed interface Payment {
        @Subtype("card")
        record Card(String number, YearMonth expiry) implements Payment {}

        @Subtype("cash")
        record Cash() implements Payment {}
    }

    public enum Status {
        OPEN,
        SHIPPED,
        @Fallback
        UNKNOWN
    }

    interface Orders extends LogicalTable<OrderRow> {
        InlineView<Order.Key, Order> orders();
    }

    interface OrderDb extends LogicalDb {
        @TableName("orders")
        Orders orders();
    }

    @Test
    void storesWhatAProgramHas() {
        InlineView<Order.Key, Order> orders =
                db.connection().logicalDb(OrderDb.class).orders().orders();
        var key = new Order.Key("ada", "1");
        var product = new UUID(1, 2);
        var order = new Order(
                "ada",
                "1",
                new Address("1 High Street", "Ely", Optional.empty()),
                List.of(new Line(product, 2, "blue")),
                Map.of(Currency.getInstance("EUR"), new BigDecimal("9.5")),
                new Payment.Cash());
        orders.save(order);
        assertThat(orders.load(key)).isEqualTo(order);

        orders.patch(
                key,
                changes(
                                attr((Order each) -> each.address().city()).set("Bath"),
                                list(Order::lines).append(new Line(product, 1, null)))
                        .onlyIf(attr(Order::payment).eq(new Payment.Cash())));

        assertThat(orders.load(key).address().city()).isEqualTo("Bath");
        assertThat(orders.load(key).lines()).hasSize(2);
    }

    public static final class Cents implements ValueConverter<BigDecimal, Long> {
        @Override
        public Long toStored(BigDecimal amount) {
            return amount.movePointRight(2).longValueExact();
        }

        @Override
        public BigDecimal fromStored(Long cents) {
            return BigDecimal.valueOf(cents, 2);
        }
    }

    public record Book(
            @Attribute(name = "partition_key") Isbn isbn,
            @Attribute(name = "sort_key", prefix = "BOOK_") String edition,
            @Converted(Cents.class) BigDecimal price) {
        public record Key(Isbn isbn, String edition) {}
    }

    @StoredAsString
    public record Isbn(String group, String title) {
        public static Isbn parse(String text) {
            String[] parts = text.split("-", 2);
            return new Isbn(parts[0], parts[1]);
        }

        @Override
        public String toString() {
            return group + "-" + title;
        }
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface Books extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Book.Key, Book> books();
    }

    @Test
    void storesValuesAsOthers() {
        var books = db.logicalDb(LogicalDb.class)
                .logicalTable("orders", Books.class)
                .books();
        var book = new Book(new Isbn("3", "257"), "1", new BigDecimal("9.50"));
        books.save(book);

        assertThat(books.load(new Book.Key(book.isbn(), "1"))).isEqualTo(book);
        assertThat(db.client()
                        .scan(request -> request.tableName("orders"))
                        .items()
                        .get(0))
                .containsEntry("partition_key", AttributeValue.fromS("3-257"))
                .containsEntry("price", AttributeValue.fromN("950"));
    }

    @DynamoDbBean
    public static class KeyRow {
        private String partition_key;
        private String sort_key;

        @DynamoDbPartitionKey
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }

        @DynamoDbSortKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }
    }

    @DynamoDbBean
    public static class OrderRow extends KeyRow {
        private Address address;
        private List<Line> lines;
        private Map<Currency, BigDecimal> totals;
        private Payment payment;

        public Address getAddress() {
            return address;
        }

        public void setAddress(Address address) {
            this.address = address;
        }

        public List<Line> getLines() {
            return lines;
        }

        public void setLines(List<Line> lines) {
            this.lines = lines;
        }

        public Map<Currency, BigDecimal> getTotals() {
            return totals;
        }

        public void setTotals(Map<Currency, BigDecimal> totals) {
            this.totals = totals;
        }

        public Payment getPayment() {
            return payment;
        }

        public void setPayment(Payment payment) {
            this.payment = payment;
        }
    }
}
