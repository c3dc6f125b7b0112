package dev.tempest.internal.items;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes lines into compressed files, of which each has so many bytes at most before it is compressed. */
public final class ItemFiles implements Closeable {
    private final Path directory;
    private final String name;
    private final long maxBytes;
    private final List<Path> files = new ArrayList<>();
    private @Nullable Writer out;
    private long bytes;

    /**
     * No files yet.
     *
     * @param name with which the names of the files begin
     */
    public ItemFiles(Path directory, String name, long maxBytes) {
        this.directory = directory;
        this.name = name;
        this.maxBytes = maxBytes;
    }

    /**
     * Writes a line, into a new file if the current one has no room.
     *
     * @param line of ASCII characters
     */
    public void add(String line) throws IOException {
        Writer open = out;
        if (open != null && bytes + line.length() + 1 > maxBytes) {
            open.close();
            open = null;
        }
        if (open == null) {
            open = next();
            out = open;
            bytes = 0;
        }
        open.write(line);
        open.write('\n');
        bytes += line.length() + 1;
    }

    private Writer next() throws IOException {
        Path file = directory.resolve(String.format(Locale.ROOT, "%s-%05d.json.gz", name, files.size() + 1));
        OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        files.add(file);
        return new OutputStreamWriter(new GZIPOutputStream(stream, 64 * 1024), StandardCharsets.US_ASCII);
    }

    /** The files so far. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        Writer open = out;
        out = null;
        if (open != null) {
            open.close();
        }
    }
}
