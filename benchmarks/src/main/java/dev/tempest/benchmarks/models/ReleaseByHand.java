package dev.tempest.benchmarks.models;

import static dev.tempest.benchmarks.models.Values.strings;
import static dev.tempest.benchmarks.models.Values.stringsFast;
import static dev.tempest.benchmarks.models.Values.texts;
import static dev.tempest.benchmarks.models.Values.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The mapping of 40 attributes as a user of the plain SDK writes it. */
public final class ReleaseByHand {
    private static final String PREFIX = "RELEASE_";

    private ReleaseByHand() {}

    /** As the SDK's documentation does it. */
    public static Map<String, AttributeValue> encode(ReleaseRecord item) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(item.partition_key()));
        row.put("sort_key", AttributeValue.fromS(PREFIX + item.sort_key()));
        row.put("title", AttributeValue.fromS(item.title()));
        row.put("subtitle", AttributeValue.fromS(item.subtitle()));
        row.put("artist", AttributeValue.fromS(item.artist()));
        row.put("composer", AttributeValue.fromS(item.composer()));
        row.put("producer", AttributeValue.fromS(item.producer()));
        row.put("engineer", AttributeValue.fromS(item.engineer()));
        row.put("studio", AttributeValue.fromS(item.studio()));
        row.put("label", AttributeValue.fromS(item.label()));
        row.put("barcode", AttributeValue.fromS(item.barcode()));
        row.put("catalogue", AttributeValue.fromS(item.catalogue()));
        row.put("country", AttributeValue.fromS(item.country()));
        row.put("language", AttributeValue.fromS(item.language()));
        row.put("artwork", AttributeValue.fromS(item.artwork()));
        row.put("notes", AttributeValue.fromS(item.notes()));
        row.put("discs", AttributeValue.fromN(Integer.toString(item.discs())));
        row.put("tracks", AttributeValue.fromN(Integer.toString(item.tracks())));
        row.put("edition", AttributeValue.fromN(Integer.toString(item.edition())));
        row.put("chart_position", AttributeValue.fromN(Integer.toString(item.chart_position())));
        row.put("bit_depth", AttributeValue.fromN(Integer.toString(item.bit_depth())));
        row.put("sample_rate", AttributeValue.fromN(Integer.toString(item.sample_rate())));
        row.put("plays", AttributeValue.fromN(Long.toString(item.plays())));
        row.put("downloads", AttributeValue.fromN(Long.toString(item.downloads())));
        row.put("likes", AttributeValue.fromN(Long.toString(item.likes())));
        row.put("milliseconds", AttributeValue.fromN(Long.toString(item.milliseconds())));
        row.put("rating", AttributeValue.fromN(Double.toString(item.rating())));
        row.put("loudness", AttributeValue.fromN(Double.toString(item.loudness())));
        row.put("tempo", AttributeValue.fromN(Double.toString(item.tempo())));
        row.put("explicit", AttributeValue.fromBool(item.explicit()));
        row.put("remastered", AttributeValue.fromBool(item.remastered()));
        row.put("live", AttributeValue.fromBool(item.live()));
        row.put("available", AttributeValue.fromBool(item.available()));
        row.put("created", AttributeValue.fromS(item.created().toString()));
        row.put("changed", AttributeValue.fromS(item.changed().toString()));
        row.put("imported", AttributeValue.fromS(item.imported().toString()));
        row.put("released", AttributeValue.fromS(item.released().toString()));
        row.put("price", AttributeValue.fromN(item.price().toString()));
        row.put("genres", AttributeValue.fromL(strings(item.genres())));
        row.put("weeks_in_charts", AttributeValue.fromN(Integer.toString(item.weeks_in_charts())));
        return row;
    }

    /** The fastest that we found. */
    public static Map<String, AttributeValue> encodeFast(ReleaseRecord item) {
        Map<String, AttributeValue> row = new HashMap<>(55);
        row.put("partition_key", AttributeValue.createS(item.partition_key()));
        row.put("sort_key", AttributeValue.createS(PREFIX + item.sort_key()));
        row.put("title", AttributeValue.createS(item.title()));
        row.put("subtitle", AttributeValue.createS(item.subtitle()));
        row.put("artist", AttributeValue.createS(item.artist()));
        row.put("composer", AttributeValue.createS(item.composer()));
        row.put("producer", AttributeValue.createS(item.producer()));
        row.put("engineer", AttributeValue.createS(item.engineer()));
        row.put("studio", AttributeValue.createS(item.studio()));
        row.put("label", AttributeValue.createS(item.label()));
        row.put("barcode", AttributeValue.createS(item.barcode()));
        row.put("catalogue", AttributeValue.createS(item.catalogue()));
        row.put("country", AttributeValue.createS(item.country()));
        row.put("language", AttributeValue.createS(item.language()));
        row.put("artwork", AttributeValue.createS(item.artwork()));
        row.put("notes", AttributeValue.createS(item.notes()));
        row.put("discs", AttributeValue.createN(Integer.toString(item.discs())));
        row.put("tracks", AttributeValue.createN(Integer.toString(item.tracks())));
        row.put("edition", AttributeValue.createN(Integer.toString(item.edition())));
        row.put("chart_position", AttributeValue.createN(Integer.toString(item.chart_position())));
        row.put("bit_depth", AttributeValue.createN(Integer.toString(item.bit_depth())));
        row.put("sample_rate", AttributeValue.createN(Integer.toString(item.sample_rate())));
        row.put("plays", AttributeValue.createN(Long.toString(item.plays())));
        row.put("downloads", AttributeValue.createN(Long.toString(item.downloads())));
        row.put("likes", AttributeValue.createN(Long.toString(item.likes())));
        row.put("milliseconds", AttributeValue.createN(Long.toString(item.milliseconds())));
        row.put("rating", AttributeValue.createN(Double.toString(item.rating())));
        row.put("loudness", AttributeValue.createN(Double.toString(item.loudness())));
        row.put("tempo", AttributeValue.createN(Double.toString(item.tempo())));
        row.put("explicit", AttributeValue.createBool(item.explicit()));
        row.put("remastered", AttributeValue.createBool(item.remastered()));
        row.put("live", AttributeValue.createBool(item.live()));
        row.put("available", AttributeValue.createBool(item.available()));
        row.put("created", AttributeValue.createS(item.created().toString()));
        row.put("changed", AttributeValue.createS(item.changed().toString()));
        row.put("imported", AttributeValue.createS(item.imported().toString()));
        row.put("released", AttributeValue.createS(item.released().toString()));
        row.put("price", AttributeValue.createN(item.price().toString()));
        row.put("genres", AttributeValue.createL(stringsFast(item.genres())));
        row.put("weeks_in_charts", AttributeValue.createN(Integer.toString(item.weeks_in_charts())));
        return row;
    }

    public static ReleaseRecord decodeRecord(Map<String, AttributeValue> row) {
        return new ReleaseRecord(
                value(row, "partition_key").s(),
                value(row, "sort_key").s().substring(PREFIX.length()),
                value(row, "title").s(),
                value(row, "subtitle").s(),
                value(row, "artist").s(),
                value(row, "composer").s(),
                value(row, "producer").s(),
                value(row, "engineer").s(),
                value(row, "studio").s(),
                value(row, "label").s(),
                value(row, "barcode").s(),
                value(row, "catalogue").s(),
                value(row, "country").s(),
                value(row, "language").s(),
                value(row, "artwork").s(),
                value(row, "notes").s(),
                Integer.parseInt(value(row, "discs").n()),
                Integer.parseInt(value(row, "tracks").n()),
                Integer.parseInt(value(row, "edition").n()),
                Integer.parseInt(value(row, "chart_position").n()),
                Integer.parseInt(value(row, "bit_depth").n()),
                Integer.parseInt(value(row, "sample_rate").n()),
                Long.parseLong(value(row, "plays").n()),
                Long.parseLong(value(row, "downloads").n()),
                Long.parseLong(value(row, "likes").n()),
                Long.parseLong(value(row, "milliseconds").n()),
                Double.parseDouble(value(row, "rating").n()),
                Double.parseDouble(value(row, "loudness").n()),
                Double.parseDouble(value(row, "tempo").n()),
                value(row, "explicit").bool(),
                value(row, "remastered").bool(),
                value(row, "live").bool(),
                value(row, "available").bool(),
                Instant.parse(value(row, "created").s()),
                Instant.parse(value(row, "changed").s()),
                Instant.parse(value(row, "imported").s()),
                LocalDate.parse(value(row, "released").s()),
                new BigDecimal(value(row, "price").n()),
                texts(value(row, "genres").l()),
                Integer.valueOf(value(row, "weeks_in_charts").n()));
    }

    /** As the SDK's documentation does it. */
    public static Map<String, AttributeValue> encode(ReleaseClass item) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(item.partition_key));
        row.put("sort_key", AttributeValue.fromS(PREFIX + item.sort_key));
        row.put("title", AttributeValue.fromS(item.title));
        row.put("subtitle", AttributeValue.fromS(item.subtitle));
        row.put("artist", AttributeValue.fromS(item.artist));
        row.put("composer", AttributeValue.fromS(item.composer));
        row.put("producer", AttributeValue.fromS(item.producer));
        row.put("engineer", AttributeValue.fromS(item.engineer));
        row.put("studio", AttributeValue.fromS(item.studio));
        row.put("label", AttributeValue.fromS(item.label));
        row.put("barcode", AttributeValue.fromS(item.barcode));
        row.put("catalogue", AttributeValue.fromS(item.catalogue));
        row.put("country", AttributeValue.fromS(item.country));
        row.put("language", AttributeValue.fromS(item.language));
        row.put("artwork", AttributeValue.fromS(item.artwork));
        row.put("notes", AttributeValue.fromS(item.notes));
        row.put("discs", AttributeValue.fromN(Integer.toString(item.discs)));
        row.put("tracks", AttributeValue.fromN(Integer.toString(item.tracks)));
        row.put("edition", AttributeValue.fromN(Integer.toString(item.edition)));
        row.put("chart_position", AttributeValue.fromN(Integer.toString(item.chart_position)));
        row.put("bit_depth", AttributeValue.fromN(Integer.toString(item.bit_depth)));
        row.put("sample_rate", AttributeValue.fromN(Integer.toString(item.sample_rate)));
        row.put("plays", AttributeValue.fromN(Long.toString(item.plays)));
        row.put("downloads", AttributeValue.fromN(Long.toString(item.downloads)));
        row.put("likes", AttributeValue.fromN(Long.toString(item.likes)));
        row.put("milliseconds", AttributeValue.fromN(Long.toString(item.milliseconds)));
        row.put("rating", AttributeValue.fromN(Double.toString(item.rating)));
        row.put("loudness", AttributeValue.fromN(Double.toString(item.loudness)));
        row.put("tempo", AttributeValue.fromN(Double.toString(item.tempo)));
        row.put("explicit", AttributeValue.fromBool(item.explicit));
        row.put("remastered", AttributeValue.fromBool(item.remastered));
        row.put("live", AttributeValue.fromBool(item.live));
        row.put("available", AttributeValue.fromBool(item.available));
        row.put("created", AttributeValue.fromS(item.created.toString()));
        row.put("changed", AttributeValue.fromS(item.changed.toString()));
        row.put("imported", AttributeValue.fromS(item.imported.toString()));
        row.put("released", AttributeValue.fromS(item.released.toString()));
        row.put("price", AttributeValue.fromN(item.price.toString()));
        row.put("genres", AttributeValue.fromL(strings(item.genres)));
        row.put("weeks_in_charts", AttributeValue.fromN(Integer.toString(item.weeks_in_charts)));
        return row;
    }

    /** The fastest that we found. */
    public static Map<String, AttributeValue> encodeFast(ReleaseClass item) {
        Map<String, AttributeValue> row = new HashMap<>(55);
        row.put("partition_key", AttributeValue.createS(item.partition_key));
        row.put("sort_key", AttributeValue.createS(PREFIX + item.sort_key));
        row.put("title", AttributeValue.createS(item.title));
        row.put("subtitle", AttributeValue.createS(item.subtitle));
        row.put("artist", AttributeValue.createS(item.artist));
        row.put("composer", AttributeValue.createS(item.composer));
        row.put("producer", AttributeValue.createS(item.producer));
        row.put("engineer", AttributeValue.createS(item.engineer));
        row.put("studio", AttributeValue.createS(item.studio));
        row.put("label", AttributeValue.createS(item.label));
        row.put("barcode", AttributeValue.createS(item.barcode));
        row.put("catalogue", AttributeValue.createS(item.catalogue));
        row.put("country", AttributeValue.createS(item.country));
        row.put("language", AttributeValue.createS(item.language));
        row.put("artwork", AttributeValue.createS(item.artwork));
        row.put("notes", AttributeValue.createS(item.notes));
        row.put("discs", AttributeValue.createN(Integer.toString(item.discs)));
        row.put("tracks", AttributeValue.createN(Integer.toString(item.tracks)));
        row.put("edition", AttributeValue.createN(Integer.toString(item.edition)));
        row.put("chart_position", AttributeValue.createN(Integer.toString(item.chart_position)));
        row.put("bit_depth", AttributeValue.createN(Integer.toString(item.bit_depth)));
        row.put("sample_rate", AttributeValue.createN(Integer.toString(item.sample_rate)));
        row.put("plays", AttributeValue.createN(Long.toString(item.plays)));
        row.put("downloads", AttributeValue.createN(Long.toString(item.downloads)));
        row.put("likes", AttributeValue.createN(Long.toString(item.likes)));
        row.put("milliseconds", AttributeValue.createN(Long.toString(item.milliseconds)));
        row.put("rating", AttributeValue.createN(Double.toString(item.rating)));
        row.put("loudness", AttributeValue.createN(Double.toString(item.loudness)));
        row.put("tempo", AttributeValue.createN(Double.toString(item.tempo)));
        row.put("explicit", AttributeValue.createBool(item.explicit));
        row.put("remastered", AttributeValue.createBool(item.remastered));
        row.put("live", AttributeValue.createBool(item.live));
        row.put("available", AttributeValue.createBool(item.available));
        row.put("created", AttributeValue.createS(item.created.toString()));
        row.put("changed", AttributeValue.createS(item.changed.toString()));
        row.put("imported", AttributeValue.createS(item.imported.toString()));
        row.put("released", AttributeValue.createS(item.released.toString()));
        row.put("price", AttributeValue.createN(item.price.toString()));
        row.put("genres", AttributeValue.createL(stringsFast(item.genres)));
        row.put("weeks_in_charts", AttributeValue.createN(Integer.toString(item.weeks_in_charts)));
        return row;
    }

    public static ReleaseClass decodeClass(Map<String, AttributeValue> row) {
        return new ReleaseClass(
                value(row, "partition_key").s(),
                value(row, "sort_key").s().substring(PREFIX.length()),
                value(row, "title").s(),
                value(row, "subtitle").s(),
                value(row, "artist").s(),
                value(row, "composer").s(),
                value(row, "producer").s(),
                value(row, "engineer").s(),
                value(row, "studio").s(),
                value(row, "label").s(),
                value(row, "barcode").s(),
                value(row, "catalogue").s(),
                value(row, "country").s(),
                value(row, "language").s(),
                value(row, "artwork").s(),
                value(row, "notes").s(),
                Integer.parseInt(value(row, "discs").n()),
                Integer.parseInt(value(row, "tracks").n()),
                Integer.parseInt(value(row, "edition").n()),
                Integer.parseInt(value(row, "chart_position").n()),
                Integer.parseInt(value(row, "bit_depth").n()),
                Integer.parseInt(value(row, "sample_rate").n()),
                Long.parseLong(value(row, "plays").n()),
                Long.parseLong(value(row, "downloads").n()),
                Long.parseLong(value(row, "likes").n()),
                Long.parseLong(value(row, "milliseconds").n()),
                Double.parseDouble(value(row, "rating").n()),
                Double.parseDouble(value(row, "loudness").n()),
                Double.parseDouble(value(row, "tempo").n()),
                value(row, "explicit").bool(),
                value(row, "remastered").bool(),
                value(row, "live").bool(),
                value(row, "available").bool(),
                Instant.parse(value(row, "created").s()),
                Instant.parse(value(row, "changed").s()),
                Instant.parse(value(row, "imported").s()),
                LocalDate.parse(value(row, "released").s()),
                new BigDecimal(value(row, "price").n()),
                texts(value(row, "genres").l()),
                Integer.valueOf(value(row, "weeks_in_charts").n()));
    }
}
