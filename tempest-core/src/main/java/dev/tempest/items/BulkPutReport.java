package dev.tempest.items;

import dev.tempest.internal.items.ExportFiles;
import dev.tempest.internal.items.ExportLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of a bulk put, downloaded to the local file system: the items that DynamoDB did not write.
 *
 * <pre>{@code
 * try (Stream<NotWrittenItem> items = BulkPutReport.of(Path.of("report")).items(reader)) {
 *     items.forEach(item -> ...);
 * }
 * }</pre>
 *
 * <p>Nothing in the report makes it throw an exception: what cannot be read is an item that is an {@link UnreadableRecord}. One
 * line is in memory at a time.
 *
 * <p>Instances are immutable. The streams are for one thread.
 */
public final class BulkPutReport {
    private final ExportFiles files;
    private final BulkPutFormat format;

    private BulkPutReport(ExportFiles files, BulkPutFormat format) {
        this.files = files;
        this.format = format;
    }

    /**
     * A report.
     *
     * @param path a file, or a directory in which and below which are files {@code .json} or {@code .json.gz}. Files whose names
     *     begin with {@code manifest} are left out
     * @throws IllegalArgumentException if the path has no such file
     */
    public static BulkPutReport of(Path path) throws IOException {
        return new BulkPutReport(ExportFiles.below(path), BulkPutFormat.PUT_ITEM);
    }

    /** The same with other names of members. */
    public BulkPutReport withFormat(BulkPutFormat other) {
        return new BulkPutReport(files, other);
    }

    /** The items that were not written. Close the stream. */
    public Stream<NotWrittenItem> items(RecordReader reader) {
        return ExportLines.<NotWrittenItem>stream(
                files,
                (line, place) -> read(line, place, reader),
                lost -> new NotWrittenItem(lost, Optional.empty(), Map.of(), lost.place()));
    }

    private Optional<NotWrittenItem> read(Map<String, Object> line, String place, RecordReader reader) {
        Map<String, Object> details = new LinkedHashMap<>(line);
        details.keySet().remove(format.item());
        details.keySet().remove(format.existingItem());
        Optional<ReadItem> existing = item(line.get(format.existingItem()), place, reader);
        if (!line.containsKey(format.item())) {
            return Optional.of(new NotWrittenItem(
                    new UnreadableRecord(
                            place,
                            "it has no " + format.item() + ". Its members are " + String.join(", ", line.keySet())
                                    + ".",
                            Map.of(),
                            null,
                            null,
                            null),
                    existing,
                    details,
                    place));
        }
        return item(line.get(format.item()), place, reader)
                .map(item -> new NotWrittenItem(item, existing, details, place));
    }

    @SuppressWarnings("unchecked") // the reader looks at each
    private static Optional<ReadItem> item(@Nullable Object json, String place, RecordReader reader) {
        if (json == null) {
            return Optional.empty();
        }
        return json instanceof Map<?, ?> attributes
                ? reader.item((Map<String, ?>) attributes, place)
                : Optional.of(new UnreadableRecord(place, "its item is not an object.", Map.of(), null, null, null));
    }

    @Override
    public String toString() {
        return "BulkPutReport[" + files.files().size() + " files]";
    }
}
