package dev.tempest.tests.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.items.ChangeKind;
import dev.tempest.items.Export;
import dev.tempest.items.ExportView;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadItem;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.tests.streams.Music.Album;
import dev.tempest.tests.streams.Music.MusicTable;
import dev.tempest.tests.streams.Music.Session;
import dev.tempest.tests.streams.Music.Track;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports in DynamoDB JSON, in the forms that the developer guide shows. */
class ExportsTest {
    @TempDir
    Path directory;

    private final ItemReader reader = ItemReader.of(MusicTable.class);
    private final ItemWriter writer = ItemWriter.of(MusicTable.class);

    private List<ReadItem> items(Path path) throws IOException {
        try (Stream<ReadItem> items = Export.of(path).items(reader)) {
            return items.toList();
        }
    }

    private static final String ALBUM =
            "{\"Item\":{\"pk\":{\"S\":\"ALBUM#a\"},\"sk\":{\"S\":\"INFO\"},\"title\":{\"S\":\"Harbour \\u004cights\"},"
                    + "\"plays\":{\"N\":\"7\"},\"version\":{\"N\":\"1\"}}}";
    private static final String OTHER =
            "{\"Item\":{\"pk\":{\"S\":\"X\"},\"sk\":{\"S\":\"Y\"},\"b\":{\"B\":\"AQI=\"},\"l\":{\"L\":[{\"NULL\":true},"
                    + "{\"BOOL\":false}]},\"m\":{\"M\":{\"n\":{\"NS\":[\"1\",\"2.50\"]}}}}}";

    @Test
    void aFullExportHasItems() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), ALBUM + "\r\n\n" + OTHER);

        assertThat(items(file))
                .containsExactly(
                        new TypedItem<>(Album.class, new Album("a", "Harbour Lights", 7L, 1L)),
                        new UnknownItem(
                                Map.of("pk", "X", "sk", "Y"),
                                Map.of(
                                        "pk", Map.of("S", "X"),
                                        "sk", Map.of("S", "Y"),
                                        "b", Map.of("B", "AQI="),
                                        "l", Map.of("L", List.of(Map.of("NULL", true), Map.of("BOOL", false))),
                                        "m", Map.of("M", Map.of("n", Map.of("NS", List.of("1", "2.50")))))));
    }

    @Test
    void anIncrementalExportHasChanges() throws IOException {
        String keys = "\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"1680109764000123\"}},"
                + "\"Keys\":{\"pk\":{\"S\":\"ALBUM#a\"},\"sk\":{\"S\":\"INFO\"}}";
        String image = ALBUM.substring("{\"Item\":".length(), ALBUM.length() - 1);
        Path data = Files.createDirectories(directory.resolve("backup/AWSDynamoDB/data"));
        Path manifest = Files.createDirectories(directory.resolve("backup/AWSDynamoDB/01-x"));
        Files.writeString(
                data.resolve("a.json"),
                String.join(
                        "\n",
                        "{" + keys + ",\"NewImage\":" + image + "}",
                        "{" + keys + ",\"OldImage\":" + image + ",\"NewImage\":" + image + "}",
                        "{" + keys + ",\"OldImage\":" + image + "}",
                        "{" + keys + "}"));
        Files.writeString(
                manifest.resolve("manifest-files.json"),
                "{\"itemCount\":4,\"dataFileS3Key\":\"backup/AWSDynamoDB/data/a.json\"}\n");
        Files.writeString(
                manifest.resolve("manifest-summary.json"),
                "{\n \"exportType\": \"INCREMENTAL_EXPORT\",\n \"outputView\": \"NEW_AND_OLD_IMAGES\"\n}");

        List<ReadRecord> read;
        try (Stream<ReadRecord> changes =
                Export.of(manifest.resolve("manifest-summary.json")).changes(reader)) {
            read = changes.toList();
        }

        assertThat(read)
                .extracting(record -> ((ItemChange<?>) record).kind())
                .containsExactly(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED, ChangeKind.DELETED);
        ItemChange<?> first = (ItemChange<?>) read.get(0);
        assertThat(first.at()).isEqualTo(Instant.parse("2023-03-29T17:09:24.000123Z"));
        assertThat(first.after().orElseThrow()).isEqualTo(new Album("a", "Harbour Lights", 7L, 1L));
        assertThat(first.before()).isEmpty();
        try (Stream<ReadRecord> changes =
                Export.of(data).withView(ExportView.NEW_IMAGE).changes(reader)) {
            assertThat(changes.findFirst())
                    .map(record -> ((ItemChange<?>) record).kind())
                    .contains(ChangeKind.WRITTEN);
        }
        assertThat(items(data).get(0))
                .hasToString(data.resolve("a.json")
                        + ", line 1: it is a change of an incremental export, which Export.changes(..) reads.");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(new Album("a" + i, "T\u00e9\ud83c\udf0a\n\"\\" + i, (long) i, 1L + i));
            items.add(new Track("a" + i, i % 100, i, "Track", List.of()));
            items.add(new Session("s" + i, "u", 1_700_000_000L));
        }

        List<Path> files = writer.withMaxFileSize(20_000).write(items, directory, "music");

        assertThat(files).hasSizeGreaterThan(5).allMatch(file -> file.toString().endsWith(".json.gz"));
        List<Object> read = new ArrayList<>();
        items(directory).forEach(item -> read.add(((TypedItem<?>) item).item()));
        assertThat(read).isEqualTo(items);
        assertThatThrownBy(() -> writer.write(items, directory, "music"))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void anItemWithoutAVersionGetsTheFirst() {
        assertThat(writer.line(new Album("a", null, null, null)))
                .isEqualTo("{\"Item\":{\"pk\":{\"S\":\"ALBUM#a\"},\"sk\":{\"S\":\"INFO\"},\"version\":{\"N\":\"1\"}}}");
        assertThatThrownBy(() -> writer.line("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A String is an item of no type of the table. Its types are ");
    }

    /** 100 MB of lines in a process with 40 MB of memory. */
    @Test
    void readsInConstantMemory() throws IOException, InterruptedException {
        String text = "x".repeat(10_000);
        writer.write(
                IntStream.range(0, 10_000).mapToObj(i -> new Album("a" + i, text, (long) i, 1L)), directory, "big");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SumOfPlays.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("sum " + 10_000L * 9_999 / 2 + System.lineSeparator());
    }

    /** Adds up a property of all items of an export. */
    static final class SumOfPlays {
        private SumOfPlays() {}

        public static void main(String... arguments) throws IOException {
            long sum = 0;
            try (Stream<ReadItem> items = Export.of(Path.of(arguments[0])).items(ItemReader.of(MusicTable.class))) {
                for (ReadItem item : (Iterable<ReadItem>) items::iterator) {
                    sum += ((Album) ((TypedItem<?>) item).item()).plays();
                }
            }
            System.out.println("sum " + sum);
        }
    }

    @Test
    void aPathWithoutAnExportIsAnError() {
        assertThatThrownBy(() -> Export.of(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is neither a manifest-files.json nor a file .json or .json.gz in " + directory + ".");
        assertThatThrownBy(() -> Export.of(directory.resolve("x")))
                .hasMessage("The path " + directory.resolve("x") + " does not exist.");
    }

    @Test
    void aManifestThatLeadsOutOfItsBucketIsAnError() throws IOException {
        Path manifest = Files.writeString(
                directory.resolve("manifest-files.json"), "{\"dataFileS3Key\":\"../../etc/passwd\"}\n");

        assertThatThrownBy(() -> Export.of(manifest))
                .hasMessage(manifest + ", line 1: its dataFileS3Key leads out of the bucket. Download the manifest"
                        + " again.");
    }

    @Test
    void kinesisHasTheSameChanges() {
        String json = "{\"awsRegion\":\"us-east-1\",\"eventID\":\"e1\",\"eventName\":\"REMOVE\",\"userIdentity\":"
                + "{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"},\"recordFormat\":\"application/json\","
                + "\"tableName\":\"music\",\"dynamodb\":{\"ApproximateCreationDateTime\":1636714671000,\"Keys\":"
                + "{\"pk\":{\"S\":\"SESSION_s\"},\"sk\":{\"S\":\"USER_ada\"}},\"SizeBytes\":10},"
                + "\"eventSource\":\"aws:dynamodb\"}";

        ItemChange<?> change = (ItemChange<?>)
                reader.kinesisRecord(json.getBytes(UTF_8), "49590338271490256608559692538361571095921575989136588898")
                        .orElseThrow();

        assertThat(change.type()).isEqualTo(Session.class);
        assertThat(change.kind()).isEqualTo(ChangeKind.EXPIRED);
        assertThat(change.at()).isEqualTo(Instant.parse("2021-11-12T10:57:51Z"));
        assertThat(change.eventId()).isEqualTo("e1");
        assertThat(change.sequenceNumber()).startsWith("49590338");
        assertThat(reader.kinesisRecord(new byte[] {(byte) 0xff}, "7").orElseThrow())
                .hasToString("Record 7: it is not UTF-8.");
    }
}
