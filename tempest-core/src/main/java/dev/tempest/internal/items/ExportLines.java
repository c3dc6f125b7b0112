package dev.tempest.internal.items;

import dev.tempest.items.UnreadableRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export's files as a stream, of which one line is in memory.
 *
 * @param <R> what a line is read as
 */
public final class ExportLines<R> extends Spliterators.AbstractSpliterator<R> {
    private final Iterator<ExportFiles.DataFile> files;
    private final BiFunction<Map<String, Object>, String, Optional<? extends R>> reader;
    private final Function<UnreadableRecord, R> unreadable;
    private ExportFiles.@Nullable DataFile file;
    private @Nullable Lines lines;
    private long count;

    private ExportLines(
            ExportFiles files,
            BiFunction<Map<String, Object>, String, Optional<? extends R>> reader,
            Function<UnreadableRecord, R> unreadable) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.files = files.files().iterator();
        this.reader = reader;
        this.unreadable = unreadable;
    }

    /**
     * The lines as a stream, which has to be closed.
     *
     * @param reader reads a line, at its place; nothing for one that is left out
     */
    public static <R> Stream<R> stream(
            ExportFiles files,
            BiFunction<Map<String, Object>, String, Optional<? extends R>> reader,
            Function<UnreadableRecord, R> unreadable) {
        ExportLines<R> lines = new ExportLines<>(files, reader, unreadable);
        return StreamSupport.stream(lines, false).onClose(lines::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        while (true) {
            ExportFiles.DataFile current = file;
            if (current == null) {
                if (!files.hasNext()) {
                    return false;
                }
                file = files.next();
                count = 0;
                continue;
            }
            Optional<? extends R> read = next(current);
            if (read.isPresent()) {
                action.accept(read.get());
                return true;
            }
        }
    }

    /** What the next line holds; nothing if it is left out, or if the file has ended. */
    private Optional<? extends R> next(ExportFiles.DataFile current) {
        try {
            Lines open = lines;
            if (open == null) {
                open = Lines.of(Files.newInputStream(current.path()));
                lines = open;
            }
            count++;
            String line = open.next();
            if (line == null) {
                count--;
                return end(current);
            }
            if (line.isBlank()) {
                count--;
                return Optional.empty();
            }
            return reader.apply(Json.object(line), place(current));
        } catch (BrokenRecord e) {
            return Optional.of(lost(place(current), e.reason()));
        } catch (IOException e) {
            String place = place(current);
            close();
            file = null;
            return Optional.of(lost(
                    place, "the file cannot be read further: " + e.getClass().getName()));
        }
    }

    private Optional<R> end(ExportFiles.DataFile ended) {
        close();
        file = null;
        if (ended.items() >= 0 && ended.items() != count) {
            return Optional.of(lost(
                    ended.path().toString(),
                    "the file has " + count + " lines, but the manifest says " + ended.items()
                            + ": download it again"));
        }
        return Optional.empty();
    }

    private R lost(String place, String reason) {
        return unreadable.apply(new UnreadableRecord(place, reason + ".", Map.of(), null, null, null));
    }

    private String place(ExportFiles.DataFile current) {
        Lines open = lines;
        return open == null ? current.path().toString() : current.path() + ", line " + open.number();
    }

    private void close() {
        Lines open = lines;
        lines = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // All that was asked for has been read.
            }
        }
    }
}
