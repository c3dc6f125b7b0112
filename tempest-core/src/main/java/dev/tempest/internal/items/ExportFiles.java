package dev.tempest.internal.items;

import dev.tempest.items.ExportView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data files of an export on the local file system.
 *
 * @param files in the order in which they are read
 * @param view which images the lines have
 */
public record ExportFiles(List<DataFile> files, ExportView view) {
    private static final String FILES = "manifest-files.json";
    private static final String SUMMARY = "manifest-summary.json";

    /**
     * A data file.
     *
     * @param items how many lines it has; -1 if nothing says so
     */
    public record DataFile(Path path, long items) {}

    /**
     * The files of an export.
     *
     * @param path a data file, a manifest, or a directory with a manifest or with data files
     * @throws IllegalArgumentException if there are no such files
     */
    public static ExportFiles of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("The path " + path + " does not exist.");
        }
        if (Files.isDirectory(path)) {
            Path manifest = path.resolve(FILES);
            return Files.exists(manifest) ? ofManifest(manifest) : ofDirectory(path);
        }
        String name = String.valueOf(path.getFileName());
        if (name.equals(FILES) || name.equals(SUMMARY)) {
            return ofManifest(path.resolveSibling(FILES));
        }
        return new ExportFiles(List.of(new DataFile(path, -1)), ExportView.NEW_IMAGE);
    }

    /**
     * All data files in a directory and below it, or one file. Manifests are left out.
     *
     * @throws IllegalArgumentException if there are no such files
     */
    public static ExportFiles below(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("The path " + path + " does not exist.");
        }
        try (Stream<Path> entries = Files.walk(path)) {
            List<DataFile> files = entries.filter(file -> Files.isRegularFile(file) && isData(file))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("manifest"))
                    .sorted()
                    .map(file -> new DataFile(file, -1))
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException("No file .json or .json.gz is in or below " + path + ".");
            }
            return new ExportFiles(files, ExportView.NEW_IMAGE);
        }
    }

    private static boolean isData(Path file) {
        return file.toString().endsWith(".json") || file.toString().endsWith(".json.gz");
    }

    private static ExportFiles ofDirectory(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<DataFile> files = entries.filter(
                            file -> Files.isRegularFile(file) && !file.endsWith(SUMMARY) && isData(file))
                    .sorted()
                    .map(file -> new DataFile(file, -1))
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is neither a " + FILES + " nor a file .json or .json.gz in " + directory + ".");
            }
            return new ExportFiles(files, ExportView.NEW_IMAGE);
        }
    }

    private static ExportFiles ofManifest(Path manifest) throws IOException {
        List<DataFile> files = new ArrayList<>();
        try (Lines lines = Lines.of(Files.newInputStream(manifest))) {
            for (String line = next(lines, manifest); line != null; line = next(lines, manifest)) {
                if (!line.isBlank()) {
                    files.add(dataFile(object(line, manifest, lines.number()), manifest, lines.number()));
                }
            }
        }
        return new ExportFiles(List.copyOf(files), view(manifest.resolveSibling(SUMMARY)));
    }

    private static @Nullable String next(Lines lines, Path manifest) throws IOException {
        try {
            return lines.next();
        } catch (BrokenRecord e) {
            throw broken(manifest, lines.number(), e.reason());
        }
    }

    private static Map<String, Object> object(String line, Path manifest, long number) {
        try {
            return Json.object(line);
        } catch (BrokenRecord e) {
            throw broken(manifest, number, e.reason());
        }
    }

    private static IllegalArgumentException broken(Path manifest, long number, String reason) {
        return new IllegalArgumentException(
                manifest + ", line " + number + ": " + reason + ". Download the manifest again.");
    }

    private static DataFile dataFile(Map<String, Object> line, Path manifest, long number) {
        if (!(line.get("dataFileS3Key") instanceof String key)) {
            throw broken(manifest, number, "it has no dataFileS3Key");
        }
        Path relative = manifest.getFileSystem().getPath(key).normalize();
        if (relative.isAbsolute() || relative.startsWith("..")) {
            throw broken(manifest, number, "its dataFileS3Key leads out of the bucket");
        }
        long items = line.get("itemCount") instanceof Long count ? count : -1;
        return new DataFile(find(relative, manifest.toAbsolutePath().normalize()), items);
    }

    /** A file by its key in the bucket: below one of the directories that the manifest is in, with as much of the key as is there. */
    private static Path find(Path key, Path manifest) {
        for (int skipped = 0; skipped < key.getNameCount(); skipped++) {
            Path rest = key.subpath(skipped, key.getNameCount());
            for (Path parent = manifest.getParent(); parent != null; parent = parent.getParent()) {
                Path file = parent.resolve(rest);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        return manifest.resolveSibling(key);
    }

    private static ExportView view(Path summary) throws IOException {
        if (!Files.exists(summary)) {
            return ExportView.NEW_IMAGE;
        }
        Map<String, Object> read = object(Files.readString(summary), summary, 1);
        return "NEW_AND_OLD_IMAGES".equals(read.get("outputView"))
                ? ExportView.NEW_AND_OLD_IMAGES
                : ExportView.NEW_IMAGE;
    }
}
