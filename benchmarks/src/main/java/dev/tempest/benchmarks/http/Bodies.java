package dev.tempest.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB would answer. */
public final class Bodies {
    private Bodies() {}

    /** To one row for a load, and to all of them for a query and a batch. */
    public static Map<String, byte[]> of(String table, List<Map<String, AttributeValue>> rows) {
        List<String> items = new ArrayList<>();
        for (Map<String, AttributeValue> row : rows) {
            items.add(object(row));
        }
        String all = "[" + String.join(",", items) + "]";
        int count = rows.size();
        return Map.of(
                "GetItem", bytes("{\"Item\":" + items.get(0) + "}"),
                "Query", bytes("{\"Items\":" + all + ",\"Count\":" + count + ",\"ScannedCount\":" + count + "}"),
                "BatchGetItem", bytes("{\"Responses\":{\"" + table + "\":" + all + "},\"UnprocessedKeys\":{}}"));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String object(Map<String, AttributeValue> row) {
        return row.entrySet().stream()
                .map(attribute -> "\"" + attribute.getKey() + "\":" + value(attribute.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The texts of our models need no escapes. */
    private static String value(AttributeValue value) {
        return switch (value.type()) {
            case S -> "{\"S\":\"" + value.s() + "\"}";
            case N -> "{\"N\":\"" + value.n() + "\"}";
            case BOOL -> "{\"BOOL\":" + value.bool() + "}";
            case L -> value.l().stream().map(Bodies::value).collect(Collectors.joining(",", "{\"L\":[", "]}"));
            default -> throw new IllegalArgumentException("No model has " + value);
        };
    }
}
