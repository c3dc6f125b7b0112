package dev.tempest.tests.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.tests.faces.Pages;
import dev.tempest.tests.items.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A query returns rows of its own type only, in DynamoDB's order, whatever lies beside them. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "SDK1"})
@DisabledIfSystemProperty(
        named = "dynoxide",
        matches = ".+",
        disabledReason = "Its key conditions with begins_with ignore the case of letters")
class TableQueriesTest extends EntriesTest {
    record Note(
            @Attribute(name = "partition_key") String book,
            @Attribute(name = "sort_key", prefix = "T_") String page,
            String label) {
        record Key(String book, String page) {}
    }

    /** Their order by UTF-16 code units is another one than DynamoDB's. */
    private static final List<String> PAGES = List.of(
            "",
            "\0",
            "A",
            "a",
            "aa",
            "a\uFFFD",
            "a\uD83C\uDFB5",
            "a\uD83C\uDFB5b",
            "b",
            "ba",
            "\u007F",
            "\u0080",
            "\uD7FF",
            "\uE000",
            "\uFFFF",
            "\uD800\uDC00",
            "\uDBFF\uDFFF");

    /** Sort keys of other types around and between. */
    private static final List<String> NEIGHBOURS = List.of(
            "S_",
            "S_a",
            "S_\uDBFF\uDFFF",
            "T",
            "T^",
            "T^z",
            "T`",
            "Ta",
            "T\uDBFF\uDFFF",
            "U",
            "U_",
            "U_a",
            "t_",
            "t_a");

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private Pages<Note.Key, Note> notes;

    @BeforeEach
    void writeRows() {
        notes = open(Entries.TABLE).pages(Note.Key.class, Note.class);
        for (String book : List.of("A", "B", "C")) {
            NEIGHBOURS.forEach(key -> Rows.put(db, Entries.TABLE, "partition_key", book, "sort_key", key));
        }
        PAGES.forEach(page -> {
            Rows.put(db, Entries.TABLE, "partition_key", "A", "sort_key", "T_" + page, "label", "of A");
            Rows.put(db, Entries.TABLE, "partition_key", "B", "sort_key", "T_" + page, "label", "of B");
        });
    }

    private static Note.Key key(String page) {
        return new Note.Key("A", page);
    }

    private List<String> pages(KeyCondition<Note.Key> condition) {
        return pages(notes.query(condition).contents());
    }

    private static List<String> pages(List<Note> contents) {
        assertThat(contents).allSatisfy(note -> {
            assertThat(note.book()).isEqualTo("A");
            assertThat(note.label()).isEqualTo("of A");
        });
        return contents.stream().map(Note::page).toList();
    }

    private static List<String> expected(java.util.function.Predicate<String> met) {
        return PAGES.stream().filter(met).sorted(BY_BYTES).toList();
    }

    private void assertSame(Function<Note.Key, KeyCondition<Note.Key>> kind, BiPredicate<String, String> met) {
        for (String bound : PAGES) {
            assertThat(pages(kind.apply(key(bound))))
                    .as("bound %s", bound)
                    .isEqualTo(expected(page -> met.test(page, bound)));
        }
    }

    @Test
    void findItemsThatBeginWith() {
        assertSame(BeginsWith::new, String::startsWith);
    }

    @Test
    void findAllItemsOfTheTypeWithoutASortKey() {
        assertThat(pages(new BeginsWith<>(key(null)))).isEqualTo(expected(page -> true));
        assertThat(pages(new BeginsWith<>(key("")))).isEqualTo(expected(page -> true));
        assertThat(notes.query(new BeginsWith<>(new Note.Key("C", ""))).contents())
                .isEmpty();
        assertThat(notes.query(new BeginsWith<>(new Note.Key("D", ""))).contents())
                .isEmpty();
    }

    @Test
    void findEqualItems() {
        assertSame(EqualTo::new, String::equals);
    }

    @Test
    void findLesserItems() {
        assertSame(LessThan::new, (page, bound) -> BY_BYTES.compare(page, bound) < 0);
        assertSame(LessThanOrEqualTo::new, (page, bound) -> BY_BYTES.compare(page, bound) <= 0);
    }

    @Test
    void findGreaterItems() {
        assertSame(GreaterThan::new, (page, bound) -> BY_BYTES.compare(page, bound) > 0);
        assertSame(GreaterThanOrEqualTo::new, (page, bound) -> BY_BYTES.compare(page, bound) >= 0);
    }

    @Test
    void findItemsBetween() {
        for (String first : PAGES) {
            for (String last : PAGES) {
                assertThat(pages(new Between<>(key(first), key(last))))
                        .as("between %s and %s", first, last)
                        .isEqualTo(expected(
                                page -> BY_BYTES.compare(first, page) <= 0 && BY_BYTES.compare(page, last) <= 0));
            }
        }
    }

    @Test
    void findLongKeys() {
        String longest = "x".repeat(1022);
        String almostLongest = "x".repeat(1021) + "w";
        List.of(longest, almostLongest)
                .forEach(page ->
                        Rows.put(db, Entries.TABLE, "partition_key", "A", "sort_key", "T_" + page, "label", "of A"));

        assertThat(pages(new LessThan<>(key(longest)))).endsWith(almostLongest).doesNotContain(longest);
        assertThat(pages(new GreaterThan<>(key(almostLongest)))).startsWith(longest);
        assertThat(pages(new GreaterThan<>(key(longest)))).startsWith("\u007F").doesNotContain(longest);
        assertThat(pages(new GreaterThan<>(key("\uDBFF\uDFFF".repeat(255) + "\u07FF"))))
                .isEmpty();
    }

    @Test
    void askNothingWhereNothingCanBe() {
        Pages<Note.Key, Note> missing = open("not_there").pages(Note.Key.class, Note.class);

        Page<Note.Key, Note> page = missing.query(new LessThan<>(key("")));

        assertThat(page.contents()).isEmpty();
        assertThat(page.hasMorePages()).isFalse();
        assertThat(missing.query(new Between<>(key("b"), key("a"))).contents()).isEmpty();
    }

    @Test
    void goBackwards() {
        List<Note> contents = notes.query(
                        new BeginsWith<>(key("a")),
                        QueryConfig.builder().asc(false).build())
                .contents();

        List<String> reversed = new ArrayList<>(expected(page -> page.startsWith("a")));
        Collections.reverse(reversed);
        assertThat(pages(contents)).isEqualTo(reversed);
    }

    @Test
    void goOnAfterEveryPageOfEverySize() {
        List<String> all = expected(page -> true);
        for (boolean asc : List.of(true, false)) {
            List<String> ordered = new ArrayList<>(all);
            if (!asc) {
                Collections.reverse(ordered);
            }
            for (int size = 1; size <= all.size() + 1; size++) {
                QueryConfig config =
                        QueryConfig.builder().asc(asc).pageSize(size).build();
                List<String> seen = new ArrayList<>();
                Offset<Note.Key> offset = null;
                do {
                    Page<Note.Key, Note> page = notes.query(new BeginsWith<>(key("")), config, offset);
                    assertThat(page.contents()).hasSizeLessThanOrEqualTo(size);
                    assertThat(page.hasMorePages()).isEqualTo(page.offset() != null);
                    seen.addAll(pages(page.contents()));
                    offset = page.offset();
                    if (offset != null) {
                        assertThat(offset.key()).isEqualTo(key(seen.get(seen.size() - 1)));
                    }
                } while (offset != null);
                assertThat(seen).as("asc %s, %s a page", asc, size).isEqualTo(ordered);
            }
        }
    }

    @Test
    void goOnAfterAKeyMadeByHand() {
        for (String bound : PAGES) {
            Page<Note.Key, Note> page =
                    notes.query(new BeginsWith<>(key("")), QueryConfig.builder().build(), new Offset<>(key(bound)));

            assertThat(pages(page.contents())).isEqualTo(expected(other -> BY_BYTES.compare(other, bound) > 0));
        }
    }

    @Test
    void filterItems() {
        Expression lettersOnly = Expression.builder()
                .expression("label = :a OR label = :none")
                .putExpressionValue(":a", AttributeValue.fromS("of A"))
                .putExpressionValue(":none", AttributeValue.fromS("none"))
                .build();
        QueryConfig config =
                QueryConfig.builder().filterExpression(lettersOnly).pageSize(3).build();
        Rows.put(db, Entries.TABLE, "partition_key", "A", "sort_key", "T_\1", "label", "hidden");

        Page<Note.Key, Note> page = notes.query(new BeginsWith<>(key("")), config);

        assertThat(pages(page.contents())).containsExactly("", "\0");
        assertThat(page.scannedCount()).isEqualTo(3);
        assertThat(page.offset().key()).isEqualTo(key("\1"));
    }

    @Test
    void filterByPlaceholdersThatTheyUseThemselves() {
        Expression clashing = Expression.builder()
                .expression("#tempest_sort = :tempest_partition")
                .putExpressionName("#tempest_sort", "label")
                .putExpressionValue(":tempest_partition", AttributeValue.fromS("of A"))
                .build();

        Page<Note.Key, Note> page = notes.query(
                new BeginsWith<>(key("")),
                QueryConfig.builder().filterExpression(clashing).build());

        assertThat(page.contents())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note.label()).isEqualTo("of A"));
    }

    @Test
    void tellWhatTheyCost() {
        QueryConfig config = QueryConfig.builder()
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();

        Page<Note.Key, Note> page = notes.query(new BeginsWith<>(key("a")), config);

        assertThat(page.consumedCapacity().capacityUnits()).isEqualTo(1);
        assertThat(page.scannedCount()).isEqualTo(5);
        assertThat(notes.query(new BeginsWith<>(key("a"))).consumedCapacity()).isNull();
    }

    @Test
    void needAPartition() {
        assertThatThrownBy(() -> notes.query(new BeginsWith<>(new Note.Key(null, "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TableQueriesTest.Note.Key.book is null in the key, but a query needs its partition.");
        assertThatThrownBy(() -> notes.query(new EqualTo<>(new Note.Key("", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "TableQueriesTest.Note.Key.book is empty, but it is stored in partition_key, a key attribute:"
                                + " DynamoDB takes no empty keys.");
        assertThatThrownBy(() -> notes.query(new Between<>(key("a"), new Note.Key("B", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Between needs two keys of one partition, but A and B are two.");
    }

    @Test
    void needACondition() {
        assertThatThrownBy(() -> notes.query(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key condition is null.");
        assertThatThrownBy(() -> notes.query(new BeginsWith<>(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key must be a TableQueriesTest.Note.Key, not null.");
        assertThatThrownBy(() -> notes.query(new Between<>(key("a"), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key must be a TableQueriesTest.Note.Key, not null.");
    }

    @Test
    void needAPageSize() {
        assertThatThrownBy(() -> QueryConfig.builder().pageSize(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pageSize must be 1 or more, not 0.");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refuseKeysOfAnotherType() {
        assertThatThrownBy(() -> notes.query((KeyCondition) new BeginsWith<>("A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key must be a TableQueriesTest.Note.Key, not a String.");
    }
}
