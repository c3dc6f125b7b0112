package dev.tempest.soak.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file in which a worker writes what it is about to do, and what it was told afterwards. What is written is kept by
 * the operating system, also if the process is killed. Safe for use by several threads.
 */
public final class Journal implements AutoCloseable {
    private static final String INTENT = "I";
    private static final String ENDING = "E";
    private static final String FIELDS = "\t";
    private static final String ENTRIES = ";";
    private static final String WITHIN = "|";

    private final FileChannel channel;

    public Journal(Path file) {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what an operation is about to do. */
    public void write(Intent intent) {
        line(
                INTENT,
                intent.operation(),
                intent.kind(),
                intent.way(),
                intent.exact(),
                intent.transactional(),
                intent.parts().stream()
                        .map(part -> String.join(
                                WITHIN,
                                part.key(),
                                part.action().name(),
                                part.guard().name(),
                                Integer.toString(part.group()),
                                part.base()))
                        .collect(Collectors.joining(ENTRIES)));
    }

    /** Writes what became of it. */
    public void write(Ending ending) {
        line(
                ENDING,
                ending.operation(),
                ending.micros(),
                ending.outcomes().stream().map(Outcome::name).collect(Collectors.joining(ENTRIES)),
                String.join(ENTRIES, ending.returned()),
                String.join(ENTRIES, ending.probes()),
                ending.error().replaceAll("\\s+", " "));
    }

    private synchronized void line(Object... fields) {
        String line = Arrays.stream(fields).map(String::valueOf).collect(Collectors.joining(FIELDS)) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Reads a journal. A line that its writer did not finish is left out. */
    public static void read(Path file, Consumer<Intent> intents, Consumer<Ending> endings) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                String[] fields = line.split(FIELDS, -1);
                if (fields[0].equals(INTENT) && fields.length == 7) {
                    intents.accept(intent(fields));
                } else if (fields[0].equals(ENDING) && fields.length == 7) {
                    endings.accept(ending(fields));
                }
            });
        }
    }

    private static Intent intent(String[] fields) {
        List<Part> parts = new ArrayList<>();
        for (String entry : entries(fields[6])) {
            String[] part = entry.split("\\|", -1);
            parts.add(new Part(
                    part[0], Action.valueOf(part[1]), Guard.valueOf(part[2]), Integer.parseInt(part[3]), part[4]));
        }
        return new Intent(
                Integer.parseInt(fields[1]),
                Kind.valueOf(fields[2]),
                fields[3],
                Boolean.parseBoolean(fields[4]),
                Boolean.parseBoolean(fields[5]),
                parts);
    }

    private static Ending ending(String[] fields) {
        return new Ending(
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                entries(fields[3]).stream().map(Outcome::valueOf).toList(),
                entries(fields[4]),
                entries(fields[5]),
                fields[6]);
    }

    private static List<String> entries(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(ENTRIES, -1));
    }
}
