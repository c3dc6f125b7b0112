package dev.tempest.tests.converted;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.Converted;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.StoredAsString;
import dev.tempest.TableName;
import dev.tempest.ValueConverter;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Books whose properties are stored as values of other types: one item type in a table without a bean, and in one with. */
public final class Catalog {
    private Catalog() {}

    /** A day, a month, or a year alone, of which the last comes after all days of the year. */
    @StoredAsString
    public record Published(int year, Integer month) implements Comparable<Published> {
        public static Published parse(String text) {
            String[] parts = text.split("-", 2);
            return new Published(Integer.parseInt(parts[0]), parts[1].equals("??") ? null : Integer.valueOf(parts[1]));
        }

        @Override
        public int compareTo(Published other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return month == null ? "%04d-??".formatted(year) : "%04d-%02d".formatted(year, month);
        }
    }

    /** Stores an amount as its cents. */
    static final class Cents implements ValueConverter<BigDecimal, Long> {
        @Override
        public Long toStored(BigDecimal amount) {
            return amount.movePointRight(2).longValueExact();
        }

        @Override
        public BigDecimal fromStored(Long cents) {
            return BigDecimal.valueOf(cents, 2);
        }
    }

    static final class Milliseconds implements ValueConverter<Instant, Long> {
        @Override
        public Long toStored(Instant time) {
            return time.toEpochMilli();
        }

        @Override
        public Instant fromStored(Long milliseconds) {
            return Instant.ofEpochMilli(milliseconds);
        }
    }

    /** A class that says itself how it is stored. */
    @Converted(Isbn.Digits.class)
    public record Isbn(String group, String number) {
        static final class Digits implements ValueConverter<Isbn, String> {
            @Override
            public String toStored(Isbn isbn) {
                return isbn.group + "/" + isbn.number;
            }

            @Override
            public Isbn fromStored(String stored) {
                String[] parts = stored.split("/", 2);
                return new Isbn(parts[0], parts[1]);
            }
        }
    }

    public record Book(
            @Attribute(name = "pk") Isbn isbn,

            @Attribute(name = "sk") @Converted(Milliseconds.class)
            Instant added_at,

            String publisher,
            Published published,
            @Converted(Cents.class) BigDecimal price) {
        public record Key(Isbn isbn, Instant added_at) {
            public Key(Isbn isbn) {
                this(isbn, null);
            }
        }

        @ForIndex("by_publisher")
        public record ByPublisher(String publisher, Published published, Isbn isbn, Instant added_at) {
            public ByPublisher(String publisher, Published published) {
                this(publisher, published, null, null);
            }
        }
    }

    /** More places for such values: a template, a set, the keys of a map, a list, a nested record. */
    @KeyTemplate(attribute = "sk", value = "SHELF#{since:12}#{published}")
    public record Shelf(
            @Attribute(name = "pk") String room,
            @Converted(Milliseconds.class) Instant since,
            Published published,
            Set<Isbn> isbns,
            Map<Isbn, Published> dates,
            List<Published> all,
            Label label) {
        public record Key(String room, Instant since, Published published) {
            public Key(String room, Instant since) {
                this(room, since, null);
            }
        }

        public record Label(@Converted(Cents.class) BigDecimal cost) {}
    }

    @dev.tempest.Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_publisher", partitionKey = "publisher", sortKey = "published"))
    public interface Books extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Book.Key, Book> books();

        SecondaryIndex<Book.ByPublisher, Book> byPublisher();
    }

    @dev.tempest.Table(partitionKey = "pk", sortKey = "sk")
    public interface Shelves extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Shelf.Key, Shelf> shelves();
    }

    public interface Db extends LogicalDb {
        @TableName("books")
        Books books();

        @TableName("shelves")
        Shelves shelves();
    }

    public record Loan(
            @Attribute(name = "pk") Isbn isbn,

            @Attribute(name = "sk") @Converted(Milliseconds.class)
            Instant since,

            @Converted(Cents.class) BigDecimal fee,
            Published due) {
        public record Key(Isbn isbn, Instant since) {}
    }

    /** The raw item has what is stored. */
    @DynamoDbBean
    @DynamoDBTable(tableName = "loans")
    public static class LoanRow {
        private String pk;
        private Long sk;
        private Long fee;
        private String due;

        @DynamoDbPartitionKey
        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDbSortKey
        @DynamoDBRangeKey
        public Long getSk() {
            return sk;
        }

        public void setSk(Long sk) {
            this.sk = sk;
        }

        public Long getFee() {
            return fee;
        }

        public void setFee(Long fee) {
            this.fee = fee;
        }

        public String getDue() {
            return due;
        }

        public void setDue(String due) {
            this.due = due;
        }
    }

    public interface Loans extends LogicalTable<LoanRow> {
        InlineView<Loan.Key, Loan> loans();
    }

    public interface LoansDb extends LogicalDb {
        @TableName("loans")
        Loans loans();
    }

    public interface Loans1 extends dev.tempest.sdk1.LogicalTable<LoanRow> {
        dev.tempest.sdk1.InlineView<Loan.Key, Loan> loans();
    }

    public interface LoansDb1 extends dev.tempest.sdk1.LogicalDb {
        Loans1 loans();
    }
}
