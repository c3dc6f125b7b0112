package dev.tempest.local.differential;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends requests to one engine, and puts what it has returned before in the place of references. */
final class Session {
    private static final Pattern REFERENCE = Pattern.compile("@(stream|shard|iterator|sequence):([A-Za-z0-9_.-]+)");
    private static final int MOST_PAGES = 500;

    private final Engine engine;
    private final Map<String, String> learned = new HashMap<>();

    Session(Engine engine) {
        this.engine = engine;
    }

    /** The response in a form that can be compared with that of another engine. */
    Map<String, @Nullable Object> send(Call call) {
        String json = resolve(call.json());
        Engine.Response response = engine.send(call.operation(), json);
        if (response.status() != 200) {
            return Normal.error(response);
        }
        Map<String, @Nullable Object> body = Json.object(Json.parse(response.json()));
        learn(call, body);
        return Normal.form(call, call.wholly() ? allPages(call, body) : body);
    }

    private Map<String, @Nullable Object> allPages(Call call, Map<String, @Nullable Object> first) {
        Map<String, @Nullable Object> request = call.request();
        Pages pages = new Pages(first);
        Map<String, @Nullable Object> page = first;
        for (int i = 0; i < MOST_PAGES && page.get("LastEvaluatedKey") != null; i++) {
            request.put("ExclusiveStartKey", page.get("LastEvaluatedKey"));
            Engine.Response response = engine.send(call.operation(), Json.write(request));
            page = Json.object(Json.parse(response.json()));
            if (response.status() != 200) {
                return page;
            }
            pages.add(page);
        }
        return pages.all();
    }

    private String resolve(String json) {
        if (json.indexOf('@') < 0) {
            return json;
        }
        // Without a known sequence number, an iterator begins with the first record.
        String request = learned.containsKey("@sequence:" + after(json, "@sequence:"))
                ? json
                : json.replaceAll("\"[A-Z]+_SEQUENCE_NUMBER\"", "\"TRIM_HORIZON\"")
                        .replaceAll(",\"SequenceNumber\":\"@sequence:[^\"]*\"", "");
        return REFERENCE.matcher(request).replaceAll(found -> {
            String known = learned.get(found.group());
            return Matcher.quoteReplacement(known == null ? unknown(found.group(1)) : known);
        });
    }

    private static String after(String json, String reference) {
        int start = json.indexOf(reference) + reference.length();
        return json.substring(start, Math.max(start, json.indexOf('"', start)));
    }

    private static String unknown(String kind) {
        return switch (kind) {
            case "stream" -> StreamRequests.UNKNOWN_STREAM;
            case "shard" -> "shardId-00000000000000000000-00000000";
            case "iterator" -> "unknown";
            default -> "unknown";
        };
    }

    private void learn(Call call, Map<String, @Nullable Object> body) {
        switch (call.operation()) {
            case "CreateTable", "UpdateTable" -> {
                Map<String, @Nullable Object> table = Json.object(body.get("TableDescription"));
                learn("stream", table.get("TableName"), table.get("LatestStreamArn"));
            }
            case "DescribeStream" -> {
                Map<String, @Nullable Object> stream = Json.object(body.get("StreamDescription"));
                for (Object shard : Json.list(stream.get("Shards"))) {
                    learn("shard", stream.get("TableName"), Json.object(shard).get("ShardId"));
                }
            }
            case "GetShardIterator" -> learn("iterator", name(call, "StreamArn"), body.get("ShardIterator"));
            case "GetRecords" -> {
                String table = name(call, "ShardIterator");
                learn("iterator", table, body.get("NextShardIterator"));
                for (Object record : Json.list(body.get("Records"))) {
                    Map<String, @Nullable Object> change =
                            Json.object(Json.object(record).get("dynamodb"));
                    // The first one that both engines have; a modification may be one that changed nothing.
                    if (!"MODIFY".equals(Json.object(record).get("eventName"))) {
                        learned.putIfAbsent("@sequence:" + table, String.valueOf(change.get("SequenceNumber")));
                    }
                }
            }
            default -> {
                // Nothing that later requests refer to.
            }
        }
    }

    /** The table that the reference in a field of the request is about. */
    private static String name(Call call, String field) {
        String reference = String.valueOf(call.request().get(field));
        return reference.substring(reference.indexOf(':') + 1);
    }

    private void learn(String kind, @Nullable Object table, @Nullable Object value) {
        if (value != null) {
            learned.put("@" + kind + ":" + table, value.toString());
        }
    }
}
