package dev.tempest.local.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two engines differ in what they stored, deletes it from both, so that later responses can be compared. */
final class Cleanup {
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Set<String> cleaned = new HashSet<>();

    /** Learns the keys of new tables. */
    void note(Call call, Map<String, @Nullable Object> response) {
        if (call.operation().equals("CreateTable") && response.containsKey("TableDescription")) {
            Map<String, @Nullable Object> table = Json.object(response.get("TableDescription"));
            List<String> names = new ArrayList<>();
            for (Object element : Json.list(table.get("KeySchema"))) {
                names.add(String.valueOf(Json.object(element).get("AttributeName")));
            }
            keys.put(String.valueOf(table.get("TableName")), names);
        }
    }

    /** Whether the call reads the stream of a table that something was deleted from, so that the engines' records differ. */
    boolean hasChangedStreamOf(Call call) {
        return call.operation().equals("GetRecords")
                && cleaned.stream().anyMatch(table -> call.json().contains("@iterator:" + table + "\""));
    }

    List<Call> after(Call call, boolean failedThere, boolean failedHere) {
        if ((failedThere && failedHere) || !changes(call.operation())) {
            return List.of();
        }
        List<Call> calls = new ArrayList<>();
        Map<String, @Nullable Object> request = request(call);
        switch (call.operation()) {
            case "CreateTable", "UpdateTable" -> {
                if (failedThere != failedHere) {
                    calls.add(Call.of("DeleteTable", Json.of("TableName", request.get("TableName"))));
                }
            }
            case "BatchWriteItem" ->
                Json.object(request.get("RequestItems")).forEach((table, writes) -> {
                    for (Object write : Json.list(writes)) {
                        Json.object(write).values().forEach(each -> delete(table, each, calls));
                    }
                });
            case "TransactWriteItems" -> {
                for (Object item : Json.list(request.get("TransactItems"))) {
                    Json.object(item)
                            .values()
                            .forEach(each ->
                                    delete(String.valueOf(Json.object(each).get("TableName")), each, calls));
                }
            }
            default -> delete(String.valueOf(request.get("TableName")), request, calls);
        }
        return calls;
    }

    private static boolean changes(String operation) {
        return switch (operation) {
            case "CreateTable",
                    "UpdateTable",
                    "BatchWriteItem",
                    "TransactWriteItems",
                    "PutItem",
                    "UpdateItem",
                    "DeleteItem" -> true;
            default -> false;
        };
    }

    private static Map<String, @Nullable Object> request(Call call) {
        try {
            return call.request();
        } catch (java.io.UncheckedIOException e) {
            return Map.of();
        }
    }

    private void delete(String table, @Nullable Object write, List<Call> calls) {
        Map<String, @Nullable Object> request = Json.object(write);
        Map<String, @Nullable Object> attributes =
                Json.object(request.containsKey("Item") ? request.get("Item") : request.get("Key"));
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (String name : keys.getOrDefault(table, List.of())) {
            key.put(name, attributes.get(name));
        }
        cleaned.add(table);
        calls.add(Call.of("DeleteItem", Json.of("TableName", table, "Key", key)));
    }
}
