package dev.tempest.local.differential;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests on streams, which name them by references. */
final class StreamRequests {
    static final String UNKNOWN_STREAM =
            "arn:aws:dynamodb:us-east-1:000000000000:table/missing/stream/2020-01-01T00:00:00.000";

    private final Dice dice;

    StreamRequests(Dice dice) {
        this.dice = dice;
    }

    Map<String, @Nullable Object> list(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name());
        if (dice.chance(30)) {
            request.put("Limit", 1 + dice.below(100));
        }
        return request;
    }

    Map<String, @Nullable Object> describe(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("StreamArn", "@stream:" + shape.name());
        if (dice.chance(20)) {
            request.put("Limit", 1 + dice.below(100));
        }
        return request;
    }

    Map<String, @Nullable Object> iterator(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of(
                "StreamArn", "@stream:" + shape.name(), "ShardId", "@shard:" + shape.name(), "ShardIteratorType", "");
        String type = dice.of("TRIM_HORIZON", "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER");
        request.put("ShardIteratorType", type);
        if (type.endsWith("NUMBER")) {
            request.put("SequenceNumber", "@sequence:" + shape.name());
        }
        return request;
    }

    /**
     * Reads the records after an iterator. Only the first one is read by itself: engines differ in whether a write that changes
     * nothing has a record.
     */
    Map<String, @Nullable Object> records(TableShape shape, Map<String, @Nullable Object> iterator) {
        Map<String, @Nullable Object> request = Json.of("ShardIterator", "@iterator:" + shape.name());
        if (dice.chance(60)) {
            request.put("Limit", "TRIM_HORIZON".equals(iterator.get("ShardIteratorType")) ? 1 : 1000);
        }
        return request;
    }

    void spoil(String operation, Map<String, @Nullable Object> request) {
        switch (operation) {
            case "ListStreams" -> {
                if (dice.chance(50)) {
                    request.put("Limit", dice.of(0, 101, -1));
                } else {
                    request.put("TableName", dice.of("", "a", "a b", "!".repeat(300)));
                }
            }
            case "DescribeStream" -> {
                if (dice.chance(80)) {
                    request.remove("StreamArn");
                } else {
                    request.put("Limit", dice.of(0, 101, -1));
                }
            }
            case "GetShardIterator" -> {
                switch (dice.below(4)) {
                    case 0 -> request.remove("StreamArn");
                    case 1 -> request.remove("ShardId");
                    case 2 -> request.remove("ShardIteratorType");
                    default -> request.put("ShardIteratorType", dice.of("NEWEST", "", "latest"));
                }
            }
            default -> {
                if (dice.chance(50)) {
                    request.remove("ShardIterator");
                } else {
                    // dynoxide would take the limit, and its iterator would be further on.
                    request.put("ShardIterator", "unknown");
                    request.put("Limit", dice.of(0, 1001, -5));
                }
            }
        }
    }
}
