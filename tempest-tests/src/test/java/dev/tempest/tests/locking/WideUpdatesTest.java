package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Updates of items with many attributes: all are compared, or the update says before it begins that they cannot be. */
class WideUpdatesTest {
    private static final String TABLE = "wides";

    /** As many as the 300 operators of one condition allow, less a few for extensions; one more is the version. */
    private static final int MOST = 147;

    @TempDir
    private Path directory;

    private final DynamoDbConnection connection = DynamoDbConnection.embedded();

    @AfterEach
    void close() {
        connection.close();
    }

    @SuppressWarnings("unchecked") // The compiler does not know the generated types.
    private InlineView<WideItems.Key, WideItems.Wide> wides(int attributes) throws ReflectiveOperationException {
        ClassLoader loader = WideItems.of(attributes, directory);
        Class<?> row = Class.forName("WideRow", true, loader);
        Class<WideItems.Wide> item = (Class<WideItems.Wide>) Class.forName("WideItem", true, loader);
        Class<LogicalTable<?>> table = (Class<LogicalTable<?>>) Class.forName("WideTable", true, loader);
        connection.createTable(TestTable.create(TABLE, row));
        LogicalDb db = LogicalDb.create(
                LogicalDb.class,
                DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(connection.client())
                        .build());
        return db.logicalTable(TABLE, table).inlineView(WideItems.Key.class, item);
    }

    private void put(String id, int attributes, Long version) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("id", AttributeValue.fromS(id));
        for (int i = 0; i < attributes; i++) {
            row.put(WideItems.name(i), AttributeValue.fromS("old"));
        }
        if (version != null) {
            row.put("version", AttributeValue.fromN(version.toString()));
        }
        connection.client().putItem(put -> put.tableName(TABLE).item(row));
    }

    private Map<String, AttributeValue> row(String id) {
        return connection
                .client()
                .getItem(get -> get.tableName(TABLE).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    private void writeByAnotherProgram(String id, int attribute) {
        connection
                .client()
                .updateItem(update -> update.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .updateExpression("SET " + WideItems.name(attribute) + " = :theirs")
                        .expressionAttributeValues(Map.of(":theirs", AttributeValue.fromS("theirs"))));
    }

    /** The function adds to each attribute what another program writes in between, so a lost change would show. */
    @Test
    void noChangeOfAnotherProgramIsLost() throws ReflectiveOperationException {
        InlineView<WideItems.Key, WideItems.Wide> wides = wides(MOST);
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            int other = i;
            put("a", MOST, null);
            AtomicInteger calls = new AtomicInteger();
            wides.update(new WideItems.Key("a"), wide -> {
                if (calls.incrementAndGet() == 1) {
                    writeByAnotherProgram("a", other);
                }
                wide.set(other, wide.get(other) + ", mine");
                return wide;
            });
            if (!row("a").get(WideItems.name(other)).s().equals("theirs, mine")) {
                lost.add(other);
            }
        }

        assertThat(lost).isEmpty();
        assertThat(row("a").get("version").n()).isEqualTo("1");
    }

    @Test
    void tooManyToCompareAreRefusedBeforeTheFunctionRuns() throws ReflectiveOperationException {
        InlineView<WideItems.Key, WideItems.Wide> wides = wides(MOST + 1);
        put("a", MOST + 1, null);
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> wides.update(new WideItems.Key("a"), wide -> {
                    calls.incrementAndGet();
                    return wide;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WideItem {id=a} in table wides has neither a @Version nor a @WriteToken yet, and"
                        + " more attributes than one condition can compare");
        assertThat(calls).hasValue(0);

        put("a", MOST + 1, 7L);
        assertThat(wides.update(new WideItems.Key("a"), wide -> {
                            wide.set(0, "mine");
                            return wide;
                        })
                        .version())
                .isEqualTo(8);
    }

    /** One UpdateItem has no room for them. */
    @Test
    void anyNumberCanChange() throws ReflectiveOperationException {
        int many = 400;
        InlineView<WideItems.Key, WideItems.Wide> wides = wides(many);
        put("a", many, 7L);
        connection
                .client()
                .updateItem(update -> update.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS("a")))
                        .updateExpression("SET elsewhere = :theirs")
                        .expressionAttributeValues(Map.of(":theirs", AttributeValue.fromS("theirs"))));

        WideItems.Wide updated = wides.update(new WideItems.Key("a"), wide -> {
            for (int i = 0; i < many; i++) {
                wide.set(i, "new");
            }
            return wide;
        });

        assertThat(updated.version()).isEqualTo(8);
        assertThat(row("a")).hasSize(many + 3).containsEntry("elsewhere", AttributeValue.fromS("theirs"));
        assertThat(row("a").get(WideItems.name(many - 1)).s()).isEqualTo("new");
    }
}
