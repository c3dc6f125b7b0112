package dev.tempest.benchmarks.models;

import static dev.tempest.benchmarks.models.Values.strings;
import static dev.tempest.benchmarks.models.Values.stringsFast;
import static dev.tempest.benchmarks.models.Values.texts;
import static dev.tempest.benchmarks.models.Values.value;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The mapping of 12 attributes as a user of the plain SDK writes it. */
public final class AlbumByHand {
    private static final String PREFIX = "ALBUM_";

    private AlbumByHand() {}

    /** As the SDK's documentation does it. */
    public static Map<String, AttributeValue> encode(AlbumRecord item) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(item.partition_key()));
        row.put("sort_key", AttributeValue.fromS(PREFIX + item.sort_key()));
        row.put("title", AttributeValue.fromS(item.title()));
        row.put("artist", AttributeValue.fromS(item.artist()));
        row.put("label", AttributeValue.fromS(item.label()));
        row.put("genres", AttributeValue.fromL(strings(item.genres())));
        row.put("released", AttributeValue.fromS(item.released().toString()));
        row.put("tracks", AttributeValue.fromN(Integer.toString(item.tracks())));
        row.put("plays", AttributeValue.fromN(Long.toString(item.plays())));
        row.put("rating", AttributeValue.fromN(Double.toString(item.rating())));
        row.put("explicit", AttributeValue.fromBool(item.explicit()));
        row.put("remastered", AttributeValue.fromBool(item.remastered()));
        return row;
    }

    /** The fastest that we found. */
    public static Map<String, AttributeValue> encodeFast(AlbumRecord item) {
        Map<String, AttributeValue> row = new HashMap<>(18);
        row.put("partition_key", AttributeValue.createS(item.partition_key()));
        row.put("sort_key", AttributeValue.createS(PREFIX + item.sort_key()));
        row.put("title", AttributeValue.createS(item.title()));
        row.put("artist", AttributeValue.createS(item.artist()));
        row.put("label", AttributeValue.createS(item.label()));
        row.put("genres", AttributeValue.createL(stringsFast(item.genres())));
        row.put("released", AttributeValue.createS(item.released().toString()));
        row.put("tracks", AttributeValue.createN(Integer.toString(item.tracks())));
        row.put("plays", AttributeValue.createN(Long.toString(item.plays())));
        row.put("rating", AttributeValue.createN(Double.toString(item.rating())));
        row.put("explicit", AttributeValue.createBool(item.explicit()));
        row.put("remastered", AttributeValue.createBool(item.remastered()));
        return row;
    }

    public static AlbumRecord decodeRecord(Map<String, AttributeValue> row) {
        return new AlbumRecord(
                value(row, "partition_key").s(),
                value(row, "sort_key").s().substring(PREFIX.length()),
                value(row, "title").s(),
                value(row, "artist").s(),
                value(row, "label").s(),
                texts(value(row, "genres").l()),
                Instant.parse(value(row, "released").s()),
                Integer.parseInt(value(row, "tracks").n()),
                Long.parseLong(value(row, "plays").n()),
                Double.parseDouble(value(row, "rating").n()),
                value(row, "explicit").bool(),
                value(row, "remastered").bool());
    }

    /** As the SDK's documentation does it. */
    public static Map<String, AttributeValue> encode(AlbumClass item) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(item.partition_key));
        row.put("sort_key", AttributeValue.fromS(PREFIX + item.sort_key));
        row.put("title", AttributeValue.fromS(item.title));
        row.put("artist", AttributeValue.fromS(item.artist));
        row.put("label", AttributeValue.fromS(item.label));
        row.put("genres", AttributeValue.fromL(strings(item.genres)));
        row.put("released", AttributeValue.fromS(item.released.toString()));
        row.put("tracks", AttributeValue.fromN(Integer.toString(item.tracks)));
        row.put("plays", AttributeValue.fromN(Long.toString(item.plays)));
        row.put("rating", AttributeValue.fromN(Double.toString(item.rating)));
        row.put("explicit", AttributeValue.fromBool(item.explicit));
        row.put("remastered", AttributeValue.fromBool(item.remastered));
        return row;
    }

    /** The fastest that we found. */
    public static Map<String, AttributeValue> encodeFast(AlbumClass item) {
        Map<String, AttributeValue> row = new HashMap<>(18);
        row.put("partition_key", AttributeValue.createS(item.partition_key));
        row.put("sort_key", AttributeValue.createS(PREFIX + item.sort_key));
        row.put("title", AttributeValue.createS(item.title));
        row.put("artist", AttributeValue.createS(item.artist));
        row.put("label", AttributeValue.createS(item.label));
        row.put("genres", AttributeValue.createL(stringsFast(item.genres)));
        row.put("released", AttributeValue.createS(item.released.toString()));
        row.put("tracks", AttributeValue.createN(Integer.toString(item.tracks)));
        row.put("plays", AttributeValue.createN(Long.toString(item.plays)));
        row.put("rating", AttributeValue.createN(Double.toString(item.rating)));
        row.put("explicit", AttributeValue.createBool(item.explicit));
        row.put("remastered", AttributeValue.createBool(item.remastered));
        return row;
    }

    public static AlbumClass decodeClass(Map<String, AttributeValue> row) {
        return new AlbumClass(
                value(row, "partition_key").s(),
                value(row, "sort_key").s().substring(PREFIX.length()),
                value(row, "title").s(),
                value(row, "artist").s(),
                value(row, "label").s(),
                texts(value(row, "genres").l()),
                Instant.parse(value(row, "released").s()),
                Integer.parseInt(value(row, "tracks").n()),
                Long.parseLong(value(row, "plays").n()),
                Double.parseDouble(value(row, "rating").n()),
                value(row, "explicit").bool(),
                value(row, "remastered").bool());
    }
}
