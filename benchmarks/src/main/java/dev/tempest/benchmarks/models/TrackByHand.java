package dev.tempest.benchmarks.models;

import static dev.tempest.benchmarks.models.Values.value;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The mapping of 4 attributes as a user of the plain SDK writes it. */
public final class TrackByHand {
    private static final String PREFIX = "TRACK_";

    private TrackByHand() {}

    /** As the SDK's documentation does it. */
    public static Map<String, AttributeValue> encode(TrackRecord item) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(item.partition_key()));
        row.put("sort_key", AttributeValue.fromS(PREFIX + item.sort_key()));
        row.put("title", AttributeValue.fromS(item.title()));
        row.put("seconds", AttributeValue.fromN(Long.toString(item.seconds())));
        return row;
    }

    /** The fastest that we found. */
    public static Map<String, AttributeValue> encodeFast(TrackRecord item) {
        Map<String, AttributeValue> row = new HashMap<>(7);
        row.put("partition_key", AttributeValue.createS(item.partition_key()));
        row.put("sort_key", AttributeValue.createS(PREFIX + item.sort_key()));
        row.put("title", AttributeValue.createS(item.title()));
        row.put("seconds", AttributeValue.createN(Long.toString(item.seconds())));
        return row;
    }

    public static TrackRecord decodeRecord(Map<String, AttributeValue> row) {
        return new TrackRecord(
                value(row, "partition_key").s(),
                value(row, "sort_key").s().substring(PREFIX.length()),
                value(row, "title").s(),
                Long.parseLong(value(row, "seconds").n()));
    }

    /** As the SDK's documentation does it. */
    public static Map<String, AttributeValue> encode(TrackClass item) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(item.partition_key));
        row.put("sort_key", AttributeValue.fromS(PREFIX + item.sort_key));
        row.put("title", AttributeValue.fromS(item.title));
        row.put("seconds", AttributeValue.fromN(Long.toString(item.seconds)));
        return row;
    }

    /** The fastest that we found. */
    public static Map<String, AttributeValue> encodeFast(TrackClass item) {
        Map<String, AttributeValue> row = new HashMap<>(7);
        row.put("partition_key", AttributeValue.createS(item.partition_key));
        row.put("sort_key", AttributeValue.createS(PREFIX + item.sort_key));
        row.put("title", AttributeValue.createS(item.title));
        row.put("seconds", AttributeValue.createN(Long.toString(item.seconds)));
        return row;
    }

    public static TrackClass decodeClass(Map<String, AttributeValue> row) {
        return new TrackClass(
                value(row, "partition_key").s(),
                value(row, "sort_key").s().substring(PREFIX.length()),
                value(row, "title").s(),
                Long.parseLong(value(row, "seconds").n()));
    }
}
