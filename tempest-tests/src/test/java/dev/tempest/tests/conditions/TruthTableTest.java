package dev.tempest.tests.conditions;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.not;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.Condition;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Sdk1Client;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What each operator says of an attribute that is absent, null, of another type, or has a value. */
class TruthTableTest {
    @DynamoDbBean
    @DynamoDBTable(tableName = "entries")
    public static class Row {
        private String pk;
        private String word;
        private String other;
        private Set<String> tags;

        @DynamoDbPartitionKey
        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public String getWord() {
            return word;
        }

        public void setWord(String word) {
            this.word = word;
        }

        public String getOther() {
            return other;
        }

        public void setOther(String other) {
            this.other = other;
        }

        public Set<String> getTags() {
            return tags;
        }

        public void setTags(Set<String> tags) {
            this.tags = tags;
        }
    }

    record Entry(@Attribute(name = "pk") String id, String word, String other, Set<String> tags) {
        record Key(String id) {}
    }

    public interface Table extends LogicalTable<Row> {
        InlineView<Entry.Key, Entry> entries();
    }

    public interface Db extends LogicalDb {
        @TableName("entries")
        Table table();
    }

    public interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<Entry.Key, Entry> entries();
    }

    public interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table table();
    }

    /** The columns: items by what their attribute {@code word} is. */
    private static final List<String> ITEMS = List.of("absent", "NULL", "number 5", "a", "b", "bc", "c");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("entries", Row.class));

    private Db logical;
    private Sdk1Db sdk1;

    @BeforeEach
    void store() {
        logical = db.logicalDb(Db.class);
        sdk1 = dev.tempest.sdk1.LogicalDb.create(
                Sdk1Db.class, new DynamoDBMapper(Sdk1Client.of(db.connection(), new Sdk1KeysOnly())));
        for (String item : ITEMS) {
            Map<String, AttributeValue> row = new HashMap<>();
            row.put("pk", AttributeValue.fromS(item));
            row.put("other", AttributeValue.fromS("b"));
            if (item.equals("NULL")) {
                row.put("word", AttributeValue.fromNul(true));
            } else if (item.equals("number 5")) {
                row.put("word", AttributeValue.fromN("5"));
            } else if (!item.equals("absent")) {
                row.put("word", AttributeValue.fromS(item));
                row.put("tags", AttributeValue.fromSs(List.of(item)));
            }
            db.client().putItem(put -> put.tableName("entries").item(row));
        }
    }

    /** The rows: conditions, and the items that meet them. */
    private static Map<Condition<Entry>, String> table() {
        String nothing = null;
        Map<Condition<Entry>, String> table = new LinkedHashMap<>();
        table.put(attr(Entry::word).eq("b"), "b");
        table.put(attr(Entry::word).ne("b"), "absent, NULL, number 5, a, bc, c");
        table.put(not(attr(Entry::word).eq("b")), "absent, NULL, number 5, a, bc, c");
        table.put(attr(Entry::word).lt("b"), "a");
        table.put(attr(Entry::word).le("b"), "a, b");
        table.put(attr(Entry::word).gt("b"), "bc, c");
        table.put(attr(Entry::word).ge("b"), "b, bc, c");
        table.put(not(attr(Entry::word).lt("b")), "absent, NULL, number 5, b, bc, c");
        table.put(attr(Entry::word).between("a", "b"), "a, b");
        table.put(not(attr(Entry::word).between("a", "b")), "absent, NULL, number 5, bc, c");
        table.put(attr(Entry::word).in(List.of("a", "b")), "a, b");
        table.put(not(attr(Entry::word).in(List.of("a", "b"))), "absent, NULL, number 5, bc, c");
        table.put(attr(Entry::word).exists(), "NULL, number 5, a, b, bc, c");
        table.put(attr(Entry::word).absent(), "absent");
        table.put(attr(Entry::word).eq(nothing), "absent, NULL");
        table.put(attr(Entry::word).ne(nothing), "number 5, a, b, bc, c");
        table.put(text(Entry::word).beginsWith("b"), "b, bc");
        table.put(not(text(Entry::word).beginsWith("b")), "absent, NULL, number 5, a, c");
        table.put(text(Entry::word).contains("c"), "bc, c");
        table.put(not(text(Entry::word).contains("c")), "absent, NULL, number 5, a, b");
        table.put(attr(Entry::word).size().eq(1), "a, b, c");
        table.put(attr(Entry::word).size().ne(1), "absent, NULL, number 5, bc");
        table.put(not(attr(Entry::word).size().eq(1)), "absent, NULL, number 5, bc");
        table.put(attr(Entry::word).size().between(2, 3), "bc");
        table.put(attr(Entry::word).eq(attr(Entry::other)), "b");
        table.put(attr(Entry::word).ne(attr(Entry::other)), "absent, NULL, number 5, a, bc, c");
        table.put(attr(Entry::word).gt(attr(Entry::other)), "bc, c");
        table.put(set(Entry::tags).contains("b"), "b");
        table.put(not(set(Entry::tags).contains("b")), "absent, NULL, number 5, a, bc, c");
        table.put(attr(Entry::tags).eq(Set.of("b")), "b");
        return table;
    }

    @Test
    void asFilters() {
        table().forEach((condition, items) -> {
            Stream<Entry> found =
                    logical
                            .table()
                            .entries()
                            .scanAllContents(
                                    ScanConfig.builder().filter(condition).build())
                            .stream();
            assertThat(inOrder(ids(found))).as(condition.toString()).isEqualTo(items);
        });
    }

    @Test
    void asFiltersOfSdk1() {
        table().forEach((condition, items) -> {
            Stream<Entry> found = sdk1
                    .table()
                    .entries()
                    .scanAllContents(dev.tempest.sdk1.ScanConfig.builder()
                            .filter(condition)
                            .build())
                    .stream();
            assertThat(inOrder(ids(found))).as(condition.toString()).isEqualTo(items);
        });
    }

    private static Set<String> ids(Stream<Entry> entries) {
        return entries.map(Entry::id).collect(Collectors.toSet());
    }

    @Test
    void asConditionsOfWrites() {
        areConditions(this::isMet);
    }

    @Test
    void asConditionsOfWritesOfSdk1() {
        areConditions(this::isMetBySdk1);
    }

    private void areConditions(BiPredicate<String, Condition<Entry>> check) {
        table().forEach((condition, items) -> {
            Set<String> met =
                    ITEMS.stream().filter(item -> check.test(item, condition)).collect(Collectors.toSet());
            assertThat(inOrder(met)).as(condition.toString()).isEqualTo(items);
        });
    }

    private boolean isMet(String item, Condition<Entry> condition) {
        try {
            logical.transactionWrite(TransactionWriteSet.builder()
                    .checkCondition(new Entry.Key(item), condition)
                    .build());
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }

    private boolean isMetBySdk1(String item, Condition<Entry> condition) {
        try {
            sdk1.transactionWrite(dev.tempest.sdk1.TransactionWriteSet.builder()
                    .checkCondition(new Entry.Key(item), condition)
                    .build());
            return true;
        } catch (com.amazonaws.services.dynamodbv2.model.TransactionCanceledException e) {
            return false;
        }
    }

    private static String inOrder(Set<String> items) {
        Stream<String> sorted = ITEMS.stream().filter(items::contains);
        return sorted.collect(Collectors.joining(", "));
    }
}
