package dev.tempest.tests.conditions;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.Condition;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ProjectedView;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.conditions.Entries.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Random conditions select the same items as plain Java does by DynamoDB's documentation. */
class RandomConditionsTest {
    private static final int CONDITIONS = 1_000;
    private static final int ITEMS = 60;
    private static final long SEED = 18;

    /** For each kind of write, others than for the other kinds. Fewer where each write is a request to another process. */
    private static final int WRITES = System.getProperty("dynoxide") == null ? 350 : 100;

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Entries.TABLE, Entries.Row.class));

    private final List<Map<String, AttributeValue>> items = Entries.items(ITEMS, SEED);
    private Entries.Db database;
    private InlineView<Entry.Key, Entry> entries;

    /** No item type has properties for attributes that are of one type here and of another there. */
    record Id(String id) {}

    @BeforeEach
    void store() {
        items.forEach(this::put);
        database = db.logicalDb(Entries.Db.class);
        entries = database.table().entries();
    }

    private void put(Map<String, AttributeValue> item) {
        db.client().putItem(put -> put.tableName(Entries.TABLE).item(item));
    }

    @Test
    void asFiltersOfScans() {
        ProjectedView<Entry.Key, Id> ids = entries.projecting(Id.class);
        RandomConditions random = new RandomConditions(SEED);
        int selective = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Pair pair = random.next();
            Set<String> expected = items.stream()
                    .filter(pair.predicate())
                    .map(item -> item.get("pk").s())
                    .collect(Collectors.toCollection(TreeSet::new));

            ScanConfig config = ScanConfig.builder().filter(pair.condition()).build();
            Set<String> found =
                    ids.scanAllContents(config).stream().map(Id::id).collect(Collectors.toCollection(TreeSet::new));

            assertThat(found).as("%d: %s", i, pair.condition()).isEqualTo(expected);
            selective += !found.isEmpty() && found.size() < ITEMS ? 1 : 0;
        }
        assertThat(selective).as("conditions that tell items apart").isGreaterThan(CONDITIONS * 8 / 10);
    }

    /** Each on two of the items. */
    @Test
    void asFiltersOfQueries() {
        RandomConditions random = new RandomConditions(SEED);
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Pair pair = random.next();
            QueryConfig config = QueryConfig.builder().filter(pair.condition()).build();
            for (int item = 2 * i; item < 2 * i + 2; item++) {
                Map<String, AttributeValue> stored = items.get(item % ITEMS);
                long found = entries.count(new BeginsWith<>(keyOf(stored)), config);

                assertThat(found == 1)
                        .as("%d: %s on %s", i, pair.condition(), stored)
                        .isEqualTo(pair.predicate().test(stored));
            }
        }
    }

    /** Each on two of the items, and on the key of an item that is not there: one that has no attributes. */
    @Test
    void asConditionsOfTransactions() {
        RandomConditions random = new RandomConditions(SEED);
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Pair pair = random.next();
            for (int item = 2 * i; item < 2 * i + 2; item++) {
                Map<String, AttributeValue> stored = items.get(item % ITEMS);
                assertThat(isMet(keyOf(stored), pair.condition()))
                        .as("%d: %s on %s", i, pair.condition(), stored)
                        .isEqualTo(pair.predicate().test(stored));
            }
            assertThat(isMet(new Entry.Key("nothing"), pair.condition()))
                    .as("%d: %s on no item", i, pair.condition())
                    .isEqualTo(pair.predicate().test(Map.of()));
        }
    }

    private static Entry.Key keyOf(Map<String, AttributeValue> item) {
        return new Entry.Key(item.get("pk").s());
    }

    private boolean isMet(Entry.Key key, Condition<Entry> condition) {
        try {
            database.transactionWrite(
                    TransactionWriteSet.builder().checkCondition(key, condition).build());
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }

    @Test
    void asConditionsOfSaves() {
        checkWrites(
                1,
                (key, condition) -> entries.save(
                        new Entry(key.id(), "saved", null, null, null, null, null, null, null, null, null, null),
                        condition));
    }

    @Test
    void asConditionsOfDeletes() {
        checkWrites(2, (key, condition) -> entries.deleteKey(key, condition));
    }

    @Test
    void asConditionsOfPatches() {
        checkWrites(
                3,
                (key, condition) -> entries.patch(
                        key, attr(Entry::other).set("patched").onlyIf(condition).orCreate()));
    }

    /** Each condition with a write on one of the items, and on an item that is not there. */
    private void checkWrites(int kind, BiConsumer<Entry.Key, Condition<Entry>> write) {
        RandomConditions random = new RandomConditions(SEED + kind);
        for (int i = 0; i < WRITES; i++) {
            RandomConditions.Pair pair = random.next();
            Map<String, AttributeValue> stored = items.get(i % ITEMS);

            assertThat(isDone(write, keyOf(stored), pair.condition()))
                    .as("%d: %s on %s", i, pair.condition(), stored)
                    .isEqualTo(pair.predicate().test(stored));
            put(stored);

            Map<String, AttributeValue> nothing = Map.of("pk", AttributeValue.fromS("nothing"));
            assertThat(isDone(write, keyOf(nothing), pair.condition()))
                    .as("%d: %s on no item", i, pair.condition())
                    .isEqualTo(pair.predicate().test(Map.of()));
            db.client().deleteItem(delete -> delete.tableName(Entries.TABLE).key(nothing));
        }
    }

    private static boolean isDone(
            BiConsumer<Entry.Key, Condition<Entry>> write, Entry.Key key, Condition<Entry> condition) {
        try {
            write.accept(key, condition);
            return true;
        } catch (UnreadableItemException e) {
            // It is done, and what DynamoDB returned of the item has attributes of other types.
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
