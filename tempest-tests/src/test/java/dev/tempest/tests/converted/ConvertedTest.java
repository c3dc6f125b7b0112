package dev.tempest.tests.converted;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.GreaterThan;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.converted.Catalog.Book;
import dev.tempest.tests.converted.Catalog.Isbn;
import dev.tempest.tests.converted.Catalog.Published;
import dev.tempest.tests.converted.Catalog.Shelf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Properties that are stored as values of other types, by annotations of this library. */
class ConvertedTest {
    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("books", Catalog.Books.class), TestTable.create("shelves", Catalog.Shelves.class));

    private static final Isbn ISBN = new Isbn("3", "257");
    private static final Instant ADDED = Instant.ofEpochMilli(1_764_100_800_123L);
    private final Book book = new Book(ISBN, ADDED, "Lantern", new Published(2006, null), new BigDecimal("19.90"));
    private Catalog.Books books;

    @BeforeEach
    void open() {
        books = db.logicalDb(Catalog.Db.class).books();
    }

    private Map<String, AttributeValue> row() {
        return rows("books").get(0);
    }

    private List<Map<String, AttributeValue>> rows(String table) {
        return db.client().scan(request -> request.tableName(table)).items();
    }

    @Test
    void areStoredAsTheyAreConverted() {
        books.books().save(book);

        assertThat(row())
                .containsEntry("pk", AttributeValue.fromS("3/257"))
                .containsEntry("sk", AttributeValue.fromN("1764100800123"))
                .containsEntry("published", AttributeValue.fromS("2006-??"))
                .containsEntry("price", AttributeValue.fromN("1990"));
        assertThat(books.books().load(new Book.Key(ISBN, ADDED))).isEqualTo(book);
    }

    @Test
    void sortByWhatIsStored() {
        Book later = new Book(ISBN, ADDED.plusMillis(1), "Lantern", new Published(2006, 12), new BigDecimal("5.00"));
        books.books().save(book);
        books.books().save(later);

        assertThat(books.books().queryAllContents(new GreaterThan<>(new Book.Key(ISBN, ADDED))))
                .containsExactly(later);
        assertThat(books.books().queryAllContents(new BeginsWith<>(new Book.Key(ISBN))))
                .containsExactly(book, later);
        assertThat(books.byPublisher()
                        .queryAllContents(new Between<>(
                                new Book.ByPublisher("Lantern", new Published(2006, 1)),
                                new Book.ByPublisher("Lantern", new Published(2006, 12)))))
                .containsExactly(later);
        assertThat(books.byPublisher()
                        .query(
                                new BeginsWith<>(new Book.ByPublisher("Lantern", null)),
                                QueryConfig.builder().pageSize(1).build())
                        .offset())
                .isNotNull();
    }

    @Test
    void areWhatConditionsAndChangesName() {
        books.books().save(book);
        var key = new Book.Key(ISBN, ADDED);

        Book cheaper = books.books()
                .patch(
                        key,
                        changes(
                                        attr(Book::price).set(new BigDecimal("9.50")),
                                        attr(Book::published).set(new Published(2007, 1)))
                                .onlyIf(attr(Book::price)
                                        .gt(new BigDecimal("10"))
                                        .and(attr(Book::published)
                                                .between(new Published(2006, 1), new Published(2006, null)))));

        assertThat(cheaper.price()).isEqualTo("9.50");
        assertThat(row()).containsEntry("price", AttributeValue.fromN("950"));
        assertThat(books.books()
                        .scanAllContents(ScanConfig.builder()
                                .filter(attr(Book::published).eq(new Published(2007, 1)))
                                .build()))
                .containsExactly(cheaper);
    }

    @Test
    void liesAlsoInTemplatesSetsMapsListsAndRecords() {
        var shelves = db.logicalDb(Catalog.Db.class).shelves();
        var shelf = new Shelf(
                "A",
                Instant.ofEpochMilli(1000),
                new Published(2006, 5),
                Set.of(ISBN, new Isbn("4", "1")),
                Map.of(ISBN, new Published(2006, null)),
                List.of(new Published(1999, 1)),
                new Shelf.Label(new BigDecimal("1.25")));
        shelves.shelves().save(shelf);

        assertThat(rows("shelves").get(0))
                .containsEntry("sk", AttributeValue.fromS("SHELF#000000001000#2006-05"))
                .containsEntry("dates", AttributeValue.fromM(Map.of("3/257", AttributeValue.fromS("2006-??"))))
                .containsEntry("label", AttributeValue.fromM(Map.of("cost", AttributeValue.fromN("125"))))
                .satisfies(row -> assertThat(row.get("isbns").ss()).containsExactlyInAnyOrder("3/257", "4/1"));
        assertThat(shelves.shelves().queryAllContents(new BeginsWith<>(new Shelf.Key("A", Instant.ofEpochMilli(1000)))))
                .containsExactly(shelf);
        assertThat(shelves.shelves().load(new Shelf.Key("A", Instant.ofEpochMilli(1000), new Published(2006, 5))))
                .isEqualTo(shelf);
    }

    @Test
    void whatAConverterRejectsIsNotSent() {
        var odd = new Book(ISBN, ADDED, "Lantern", null, new BigDecimal("0.005"));

        assertThatThrownBy(() -> books.books().save(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "Catalog.Book.price cannot be stored: its converter threw java.lang.ArithmeticException")
                .hasMessageNotContaining("0.005");
        assertThat(rows("books")).isEmpty();
    }

    @Test
    void whatAConverterCannotReadIsReportedWithoutTheValue() {
        books.books().save(book);
        books.save(with(row(), "published", AttributeValue.fromS("last year")));

        assertThatThrownBy(() -> books.books().load(new Book.Key(ISBN, ADDED)))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("published (S) does not fit Catalog.Book.published (Catalog.Published)")
                .hasMessageNotContaining("last year");

        books.save(with(
                with(row(), "published", AttributeValue.fromS("2006-??")), "price", AttributeValue.fromBool(true)));
        assertThatThrownBy(() -> books.books().load(new Book.Key(ISBN, ADDED)))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("price (BOOL) does not fit Long, as Catalog.Book.price (BigDecimal) needs");
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> row, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(row);
        changed.put(name, value);
        return changed;
    }

    @Test
    void areCountedIfTheyAreStoredAsNumbers() {
        books.books().save(book);

        Book dearer = books.books()
                .patch(new Book.Key(ISBN, ADDED), number(Book::price).add(new BigDecimal("0.10")));

        assertThat(dearer.price()).isEqualTo("20.00");
    }
}
