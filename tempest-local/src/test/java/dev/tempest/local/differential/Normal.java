package dev.tempest.local.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form in which responses are compared: without what differs from run to run, as identifiers and times, and in one order
 * where DynamoDB promises none.
 */
final class Normal {
    private static final String ANY = "*";

    /** Fields of which only the presence counts. */
    private static final Set<String> VOLATILE = Set.of(
            "TableId",
            "CreationDateTime",
            "CreationRequestDateTime",
            "LatestStreamLabel",
            "StreamLabel",
            "LastIncreaseDateTime",
            "LastDecreaseDateTime",
            "LastUpdateToPayPerRequestDateTime",
            "LastUpdateDateTime",
            "ApproximateCreationDateTime",
            "eventID",
            "awsRegion",
            "SequenceNumber",
            "StartingSequenceNumber",
            "EndingSequenceNumber",
            "ShardId",
            "ShardIterator",
            "NextShardIterator");

    private static final Set<String> UNORDERED = Set.of(
            "SS",
            "NS",
            "BS",
            "AttributeDefinitions",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "NonKeyAttributes",
            "Streams");

    private static final Set<String> UNORDERED_AT_TOP = Set.of("ConsumedCapacity");

    private Normal() {}

    static Map<String, @Nullable Object> error(Engine.Response response) {
        Map<String, @Nullable Object> error = new TreeMap<>();
        error.put("status", new BigDecimal(response.status()));
        Map<String, @Nullable Object> body = body(response.json());
        body.forEach((name, value) -> {
            if (name.equals("__type")) {
                String type = String.valueOf(value);
                error.put("error", type.substring(type.indexOf('#') + 1));
            } else if (name.equalsIgnoreCase("message")) {
                error.put("message", message(String.valueOf(value)));
            } else {
                error.put(name, form(name, value));
            }
        });
        return error;
    }

    private static Map<String, @Nullable Object> body(String json) {
        try {
            return Json.object(Json.parse(json));
        } catch (java.io.UncheckedIOException e) {
            return Json.of("text", json);
        }
    }

    /** The faults that a message lists come in any order. */
    private static String message(String message) {
        String text = withoutArns(message);
        int start = text.indexOf(" validation errors detected: ");
        if (start < 0) {
            return text;
        }
        int end = start + " validation errors detected: ".length();
        String[] faults = text.substring(end).split("; ", -1);
        Arrays.sort(faults);
        return text.substring(0, end) + String.join("; ", faults);
    }

    private static String withoutArns(String text) {
        return text.contains("arn:aws:dynamodb:")
                ? text.replaceAll("arn:aws:dynamodb:[^:]*:[^:]*:", "arn:").replaceAll("/stream/[^ \"]*", "/stream/*")
                : text;
    }

    static Map<String, @Nullable Object> form(Call call, Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> normal = new TreeMap<>();
        body.forEach((name, value) -> {
            if (UNORDERED_AT_TOP.contains(name) && value instanceof List) {
                normal.put(name, sorted(formOfAll(value)));
            } else {
                normal.put(name, form(name, value));
            }
        });
        switch (call.operation()) {
            case "Scan" -> normal.computeIfPresent("Items", (name, items) -> sorted(Json.list(items)));
            case "Query" -> {
                // Items of one sort key come in any order from an index.
                if (call.request().containsKey("IndexName")) {
                    normal.computeIfPresent("Items", (name, items) -> sorted(Json.list(items)));
                }
            }
            case "BatchGetItem" ->
                normal.computeIfPresent("Responses", (name, tables) -> {
                    Map<String, @Nullable Object> each = new TreeMap<>();
                    Json.object(tables).forEach((table, items) -> each.put(table, sorted(Json.list(items))));
                    return each;
                });
            default -> {
                // In the order of the request.
            }
        }
        return normal;
    }

    private static @Nullable Object form(String name, @Nullable Object value) {
        if (VOLATILE.contains(name) && value != null && !(value instanceof Map)) {
            return ANY;
        }
        if (value instanceof Map) {
            Map<String, @Nullable Object> normal = new TreeMap<>();
            Json.object(value).forEach((each, inner) -> normal.put(each, form(each, inner)));
            return normal;
        }
        if (value instanceof List) {
            List<@Nullable Object> list = formOfAll(value);
            return UNORDERED.contains(name) ? sorted(list) : list;
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof String text ? withoutArns(text) : value;
    }

    private static List<@Nullable Object> formOfAll(@Nullable Object list) {
        List<@Nullable Object> normal = new ArrayList<>();
        Json.list(list).forEach(each -> normal.add(form("", each)));
        return normal;
    }

    private static List<@Nullable Object> sorted(List<@Nullable Object> list) {
        List<@Nullable Object> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparing(Json::write));
        return sorted;
    }
}
