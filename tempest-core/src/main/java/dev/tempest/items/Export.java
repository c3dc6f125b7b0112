package dev.tempest.items;

import dev.tempest.internal.items.ExportFiles;
import dev.tempest.internal.items.ExportLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An export to S3 in DynamoDB JSON, downloaded to the local file system: a data file ({@code .json} or {@code .json.gz}), or a
 * whole export with its manifest. The files that {@code ItemWriter} writes have the same form.
 *
 * <pre>{@code
 * try (Stream<ReadItem> items = Export.of(Path.of("export")).items(reader)) {
 *     items.forEach(item -> ...);
 * }
 * }</pre>
 *
 * <p>A line that cannot be read is an {@link UnreadableRecord} with the file and the number of the line. So is a file that is
 * missing, breaks off, or has another number of lines than the manifest says. The lines and files after it are read. One line is
 * in memory at a time.
 *
 * <p>Instances are immutable. The streams are for one thread.
 */
public final class Export {
    private final Path path;
    private final ExportFiles files;

    private Export(Path path, ExportFiles files) {
        this.path = path;
        this.files = files;
    }

    /**
     * An export.
     *
     * @param path a data file, a {@code manifest-summary.json} or {@code manifest-files.json}, or a directory that has the
     *     manifest or data files. Data files of a manifest may stand as they do in the bucket, or beside the manifest
     * @throws IllegalArgumentException if the path has no export, or if the manifest is broken
     */
    public static Export of(Path path) throws IOException {
        return new Export(path, ExportFiles.of(path));
    }

    /**
     * The same with other images. The manifest says which images an incremental export has. Without a manifest, an item that
     * has no old image counts as {@link ChangeKind#WRITTEN}, unless you say that there are old images.
     */
    public Export withView(ExportView view) {
        return new Export(path, new ExportFiles(files.files(), view));
    }

    /** The items of a full export. Close the stream. */
    public Stream<ReadItem> items(RecordReader reader) {
        return ExportLines.<ReadItem>stream(
                files,
                (line, place) -> {
                    if (line.get("Item") instanceof Map<?, ?> item) {
                        @SuppressWarnings("unchecked") // the reader looks at each
                        Map<String, ?> attributes = (Map<String, ?>) item;
                        return reader.item(attributes, place);
                    }
                    return Optional.of(new UnreadableRecord(
                            place,
                            line.containsKey("Keys")
                                    ? "it is a change of an incremental export, which Export.changes(..) reads."
                                    : "it has no Item.",
                            Map.of(),
                            null,
                            null,
                            null));
                },
                lost -> lost);
    }

    /**
     * The changes of an incremental export: of each item that was written in the export's time, what it was before and what it
     * became. Items come in no order. An item that was created and deleted in that time is {@link ChangeKind#DELETED}, without
     * images. Close the stream.
     */
    public Stream<ReadRecord> changes(RecordReader reader) {
        ExportView view = files.view();
        return ExportLines.<ReadRecord>stream(
                files, (line, place) -> reader.exportedChange(line, place, view), lost -> lost);
    }

    @Override
    public String toString() {
        return "Export[" + path + "]";
    }
}
