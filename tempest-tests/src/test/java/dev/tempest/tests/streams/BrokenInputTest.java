package dev.tempest.tests.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.items.Changes;
import dev.tempest.items.Export;
import dev.tempest.items.HandledRecords;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadItem;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.tests.streams.Music.Album;
import dev.tempest.tests.streams.Music.MusicTable;
import dev.tempest.tests.streams.Music.Track;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Whatever a source holds, what is broken is an unreadable record with its place, and the rest is read. */
class BrokenInputTest {
    private static final long SEED = 20261128;

    @TempDir
    Path directory;

    private final ItemReader reader = ItemReader.of(MusicTable.class);
    private final ItemWriter writer = ItemWriter.of(MusicTable.class);
    private final Random random = new Random(SEED);

    /** Of 10,000 lines, each was broken at random places; every tenth one is whole. */
    @Test
    void randomLinesOfAnExport() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int whole = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] line = writer.line(item(i)).getBytes(UTF_8);
            if (i % 10 == 0) {
                whole++;
            } else {
                line = broken(line);
            }
            lines.write(line);
            lines.write('\n');
        }
        Path file = Files.write(directory.resolve("items.json"), lines.toByteArray());

        List<ReadItem> read;
        try (Stream<ReadItem> items = Export.of(file).items(reader)) {
            read = items.toList();
        }

        // Some changes leave a line whole, and some make its item another one.
        assertThat(read.stream().filter(TypedItem.class::isInstance).count()).isGreaterThanOrEqualTo(whole);
        List<UnreadableRecord> unreadable = read.stream()
                .filter(UnreadableRecord.class::isInstance)
                .map(UnreadableRecord.class::cast)
                .toList();
        assertThat(unreadable).hasSizeGreaterThan(5_000).allSatisfy(lost -> {
            assertThat(lost.place()).startsWith(file + ", line ");
            assertThat(lost.reason()).endsWith(".").doesNotContain("Harbour", "reading it threw");
        });
    }

    /** Bytes are changed, left out, doubled or cut off; a line break stays a line's end. */
    private byte[] broken(byte[] line) {
        byte[] changed = line.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed = Arrays.copyOf(changed, Math.max(1, at));
                case 2 -> changed[at] = (byte) "{}[]:,\"\\ \u00004eE-".charAt(random.nextInt(14));
                default -> System.arraycopy(changed, 0, changed, at / 2, changed.length - at);
            }
        }
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == '\n') {
                changed[i] = ' ';
            }
        }
        return changed;
    }

    private static Object item(int i) {
        return i % 2 == 0
                ? new Album("a" + i, "Harbour \"Lights\" \u00e9\ud83c\udf0a", (long) i, 1L)
                : new Track("a" + i, i % 100, i % 1000, "Harbour", List.of("slow", "wet"));
    }

    /** 10,000 records of a stream as the SDK has them, with attributes that are missing or of another type. */
    @Test
    void randomRecordsOfAStream() {
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            records.add(i % 10 == 0 ? record(i, key("INFO"), image(), "INSERT") : brokenRecord(i));
        }
        List<String> albums = new ArrayList<>();
        List<UnreadableRecord> unreadable = new ArrayList<>();

        HandledRecords handled = Changes.on(Album.class, change -> albums.add(change.sequenceNumber()))
                .onUnreadable(unreadable::add)
                .handle(reader.records(records));

        assertThat(handled.isComplete()).isTrue();
        assertThat(handled.handled() + handled.unreadable()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i += 10) {
            assertThat(albums).contains(String.valueOf(i));
        }
        assertThat(unreadable).hasSizeGreaterThan(3_000).allSatisfy(lost -> {
            assertThat(lost.place())
                    .isEqualTo(lost.sequenceNumber() == null ? "A record" : "Record " + lost.sequenceNumber());
            assertThat(lost.reason()).endsWith(".").doesNotContain("Harbour", "reading it threw");
        });
    }

    private static Map<String, AttributeValue> key(String sortKey) {
        return Map.of("pk", AttributeValue.fromS("ALBUM#a"), "sk", AttributeValue.fromS(sortKey));
    }

    private static Map<String, AttributeValue> image() {
        Map<String, AttributeValue> image = new HashMap<>(key("INFO"));
        image.put("title", AttributeValue.fromS("Harbour Lights"));
        image.put("plays", AttributeValue.fromN("7"));
        return image;
    }

    private static Record record(
            int number, Map<String, AttributeValue> keys, Map<String, AttributeValue> image, String event) {
        return Record.builder()
                .eventName(event)
                .dynamodb(change ->
                        change.sequenceNumber(String.valueOf(number)).keys(keys).newImage(image))
                .build();
    }

    private Record brokenRecord(int number) {
        Map<String, AttributeValue> image = image();
        return switch (random.nextInt(8)) {
            case 0 -> record(number, Map.of(), image, "INSERT");
            case 1 -> record(number, Map.of("pk", value()), image, "MODIFY");
            case 2 -> record(number, key("INFO"), Map.of(), "INSERT");
            case 3 -> {
                image.put("plays", value());
                yield record(number, key("INFO"), image, "MODIFY");
            }
            case 4 -> record(number, key("TRACK#" + number), image, "MODIFY");
            case 5 -> record(number, key("INFO"), image, "SOMETHING");
            case 6 -> {
                image.put("pk", value());
                yield record(number, Map.of("pk", value(), "sk", value()), image, "REMOVE");
            }
            default -> Record.builder().build();
        };
    }

    private AttributeValue value() {
        return switch (random.nextInt(7)) {
            case 0 -> AttributeValue.fromS("");
            case 1 -> AttributeValue.fromN("-1.5E+100");
            case 2 -> AttributeValue.fromNul(true);
            case 3 -> AttributeValue.fromL(List.of(AttributeValue.fromBool(true)));
            case 4 -> AttributeValue.fromM(Map.of());
            case 5 -> AttributeValue.fromSs(List.of("a"));
            default -> AttributeValue.builder().build();
        };
    }

    /** JSON of an event, of which each member was replaced in turn. */
    @Test
    void eventsWithOtherTypesThanTheyShouldHave() {
        List<Object> others =
                Arrays.asList("", "x", 1, 1e300, true, null, List.of(), Map.of(), List.of(Map.of("S", 1)));
        Map<String, Object> event = LambdaEvents.created();
        for (Object other : others) {
            for (Map<String, Object> changed : LambdaEvents.eachMemberReplaced(event, other)) {
                List<ReadRecord> read = reader.lambdaEvent(Map.of("Records", List.of(changed, event)));

                assertThat(read).hasSize(2);
                assertThat(read.get(1)).isInstanceOf(ItemChange.class);
                if (read.get(0) instanceof UnreadableRecord lost) {
                    assertThat(lost.reason()).doesNotContain("reading it threw");
                }
            }
        }
        assertThat(reader.lambdaEvent(Map.of("Records", Arrays.asList(null, "x", 5))))
                .hasSize(3);
    }

    @Test
    void aFileThatBreaksOffAndAFileThatIsMissing() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            for (int i = 0; i < 2_000; i++) {
                gzip.write((writer.line(item(i)) + "\n").getBytes(UTF_8));
            }
        }
        byte[] half = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
        Path data = Files.createDirectories(directory.resolve("AWSDynamoDB/01-x/data"));
        Files.write(data.resolve("a.json.gz"), half);
        Files.writeString(data.resolve("c.json.gz"), writer.line(item(1)) + "\n");
        Files.writeString(data.resolve("d.json.gz"), writer.line(item(2)) + "\n" + writer.line(item(3)) + "\n");
        Path manifest = data.resolveSibling("manifest-files.json");
        StringBuilder lines = new StringBuilder();
        for (String name : List.of("a", "b", "c", "d")) {
            lines.append(
                            "{\"itemCount\":1,\"md5Checksum\":\"x\",\"etag\":\"x\",\"dataFileS3Key\":\"AWSDynamoDB/01-x/data/")
                    .append(name)
                    .append(".json.gz\"}\n");
        }
        Files.writeString(manifest, lines);

        List<ReadItem> read;
        try (Stream<ReadItem> items = Export.of(manifest).items(reader)) {
            read = items.toList();
        }

        List<String> lost = read.stream()
                .filter(UnreadableRecord.class::isInstance)
                .map(Object::toString)
                .toList();
        assertThat(lost).hasSize(3);
        assertThat(lost.get(0))
                .startsWith(data.resolve("a.json.gz") + ", line ")
                .contains("EOFException");
        assertThat(lost.get(1)).contains("b.json.gz: the file cannot be read further: ");
        assertThat(lost.get(2))
                .isEqualTo(data.resolve("d.json.gz")
                        + ": the file has 2 lines, but the manifest says 1: download it again.");
        assertThat(read.stream().filter(TypedItem.class::isInstance).count()).isGreaterThan(100);
        assertThat(read).noneMatch(UnknownItem.class::isInstance);
    }

    @Test
    void aLineWithoutAnEndTakesNoMemory() throws IOException {
        Path file = directory.resolve("long.json");
        byte[] block = new byte[1024 * 1024];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
            out.write(("\n" + writer.line(item(1)) + "\n").getBytes(UTF_8));
        }

        try (Stream<ReadItem> items = Export.of(file).items(reader)) {
            List<ReadItem> read = items.toList();

            assertThat(read.get(0)).hasToString(file + ", line 1: the line is longer than any that DynamoDB writes.");
            assertThat(read.get(1)).isInstanceOf(TypedItem.class);
        }
    }
}
