package dev.tempest.tests.items;

import dev.tempest.testing.TestDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rows of a table, past all of our own code. */
public final class Rows {
    private Rows() {}

    public static List<Map<String, AttributeValue>> all(TestDb db, String table) {
        return db.client().scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }

    /** Writes a row of string attributes: names and values by turns. */
    public static void put(TestDb db, String table, String... namesAndValues) {
        Map<String, AttributeValue> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
        }
        put(db, table, row);
    }

    public static void put(TestDb db, String table, Map<String, AttributeValue> row) {
        db.client().putItem(put -> put.tableName(table).item(row));
    }
}
