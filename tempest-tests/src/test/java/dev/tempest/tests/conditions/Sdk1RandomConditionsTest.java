package dev.tempest.tests.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.Condition;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.conditions.Entries.Entry;
import dev.tempest.tests.faces.Sdk1Client;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Random conditions select the same items through SDK 1.x as plain Java does. */
class Sdk1RandomConditionsTest {
    private static final int CONDITIONS = 200;
    private static final int ITEMS = 60;
    private static final long SEED = 81;

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Entries.TABLE, Entries.Row.class));

    private final List<Map<String, AttributeValue>> items = Entries.items(ITEMS, SEED);
    private Entries.Sdk1Db entries;

    @BeforeEach
    void store() {
        for (Map<String, AttributeValue> item : items) {
            db.client().putItem(put -> put.tableName(Entries.TABLE).item(item));
        }
        entries = LogicalDb.create(
                Entries.Sdk1Db.class, new DynamoDBMapper(Sdk1Client.of(db.connection(), new Sdk1KeysOnly())));
    }

    @Test
    void asFilters() {
        RandomConditions random = new RandomConditions(SEED);
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Pair pair = random.next();
            Set<String> expected = items.stream()
                    .filter(pair.predicate())
                    .map(item -> item.get("pk").s())
                    .collect(Collectors.toCollection(TreeSet::new));

            ScanConfig config = ScanConfig.builder().filter(pair.condition()).build();
            Set<String> found = entries.table().entries().scanAllContents(config).stream()
                    .map(Entry::id)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found).as("%d: %s", i, pair.condition()).isEqualTo(expected);
        }
    }

    @Test
    void asConditionsOfWrites() {
        RandomConditions random = new RandomConditions(SEED);
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Pair pair = random.next();
            for (int item = 2 * i; item < 2 * i + 2; item++) {
                Map<String, AttributeValue> stored = items.get(item % ITEMS);
                assertThat(isMet(stored.get("pk").s(), pair.condition()))
                        .as("%d: %s on %s", i, pair.condition(), stored)
                        .isEqualTo(pair.predicate().test(stored));
            }
        }
    }

    private boolean isMet(String id, Condition<Entry> condition) {
        try {
            entries.transactionWrite(TransactionWriteSet.builder()
                    .checkCondition(new Entry.Key(id), condition)
                    .build());
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }
}
