package dev.tempest.local.differential;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What dynoxide returned to the requests of a seed, together with the requests. A response that was recorded before is only named
 * by its number.
 */
final class Recording {
    static final String RESOURCE = "/differential/dynoxide-1.2.1.recording";
    private static final String REPEATED = "=";
    private static final String WHOLLY = "*";

    private Recording() {}

    /** Records the responses of dynoxide, comparing them with ours. */
    static Comparison record(Path program, Path file, int requests, long seed) {
        StringBuilder lines = new StringBuilder();
        Map<String, Integer> known = new LinkedHashMap<>();
        Comparison comparison = Differential.run(program, requests, seed, Duration.ofDays(1), (call, response) -> {
            String text = Json.write(response);
            Integer before = known.putIfAbsent(text, known.size());
            lines.append(call.wholly() ? WHOLLY : "")
                    .append(call.operation())
                    .append('\t')
                    .append(call.json())
                    .append('\t')
                    .append(before == null ? text : REPEATED + before)
                    .append('\n');
        });
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new DeflaterOutputStream(Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION)),
                StandardCharsets.UTF_8))) {
            out.append(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return comparison;
    }

    /** Hands over each recorded request with its response, in their order. */
    static void replay(BiConsumer<Call, Map<String, @Nullable Object>> reader) {
        try (InputStream resource = Recording.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("No resource " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new InflaterInputStream(resource), StandardCharsets.UTF_8));
            List<String> known = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", -1);
                boolean wholly = parts[0].startsWith(WHOLLY);
                String response = parts[2];
                if (response.startsWith(REPEATED)) {
                    response = known.get(Integer.parseInt(response.substring(1)));
                } else {
                    known.add(response);
                }
                reader.accept(
                        new Call(wholly ? parts[0].substring(1) : parts[0], parts[1], wholly),
                        Json.object(Json.parse(response)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
