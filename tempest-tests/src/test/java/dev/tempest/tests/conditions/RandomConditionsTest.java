package dev.tempest.tests.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Condition;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.conditions.Entries.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Random conditions select the same items as plain Java does by DynamoDB's documentation. */
class RandomConditionsTest {
    private static final int CONDITIONS = 1_000;
    private static final int ITEMS = 60;
    private static final long SEED = 18;

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Entries.TABLE, Entries.Row.class));

    private final List<Map<String, AttributeValue>> items = Entries.items(ITEMS, SEED);
    private Entries.Db entries;

    @BeforeEach
    void store() {
        for (Map<String, AttributeValue> item : items) {
            db.client().putItem(put -> put.tableName(Entries.TABLE).item(item));
        }
        DynamoDbClient client = db.connection()
                .clientBuilder()
                .overrideConfiguration(config -> config.addExecutionInterceptor(new KeysOnly()))
                .build();
        entries = LogicalDb.create(
                Entries.Db.class,
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
    }

    /** No item type has properties for attributes that are of one type here and of another there. */
    private static final class KeysOnly implements ExecutionInterceptor {
        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return context.request() instanceof ScanRequest scan
                    ? scan.toBuilder().projectionExpression("pk").build()
                    : context.request();
        }
    }

    @Test
    void asFilters() {
        RandomConditions random = new RandomConditions(SEED);
        int selective = 0;
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
            selective += !found.isEmpty() && found.size() < ITEMS ? 1 : 0;
        }
        assertThat(selective).as("conditions that tell items apart").isGreaterThan(CONDITIONS * 9 / 10);
    }

    /** Each on two of the items, and on the key of an item that is not there: one that has no attributes. */
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
            assertThat(isMet("nothing", pair.condition()))
                    .as("%d: %s on no item", i, pair.condition())
                    .isEqualTo(pair.predicate().test(Map.of()));
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
