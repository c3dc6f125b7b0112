package dev.tempest.tests.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tempest.items.Export;
import dev.tempest.items.ReadItem;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.tests.streams.Music.Album;
import dev.tempest.tests.streams.Music.MusicTable;
import dev.tempest.tests.streams.Music.Track;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Any item that DynamoDB stores survives its way through a file, and any text is read as Jackson reads it. */
class DynamoDbJsonTest {
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ItemReader reader = ItemReader.of(MusicTable.class);
    private final ItemWriter writer = ItemWriter.of(MusicTable.class);

    @Property(tries = 200)
    void anyAttributesSurviveAFile(@ForAll("attributes") Map<String, AttributeValue> attributes) throws IOException {
        Map<String, AttributeValue> stored = new HashMap<>(attributes);
        stored.put("pk", AttributeValue.fromS("OTHER"));
        stored.put("sk", AttributeValue.fromS("X"));
        ReadItem read = reader.read(stored);
        assertThat(read).isInstanceOf(UnknownItem.class);

        String line = JACKSON.writeValueAsString(Map.of("Item", ((UnknownItem) read).attributes()));

        assertThat(readAgain(line)).isEqualTo(read);
    }

    @Property(tries = 200)
    void anyTypedItemSurvivesAFile(
            @ForAll("texts") String title,
            @ForAll Long plays,
            @ForAll("texts") String key,
            @ForAll @Size(max = 5) List<String> tags)
            throws IOException {
        Album album = new Album(key, title, plays, 3L);
        assertThat(readAgain(writer.line(album))).isEqualTo(new TypedItem<>(Album.class, album));

        Track track = new Track(
                key,
                7,
                12,
                title,
                tags.stream().map(tag -> tag.replaceAll("\\p{Cs}", "")).toList());
        assertThat(readAgain(writer.line(track))).isEqualTo(new TypedItem<>(Track.class, track));
    }

    /** Texts of a few characters, most of which are not JSON. */
    @Property(tries = 1_000)
    void anyTextIsReadAsJacksonReadsIt(@ForAll("almostJson") String text) throws IOException {
        String line =
                "{\"Item\":{\"pk\":{\"S\":\"OTHER\"},\"sk\":{\"S\":\"X\"},\"a\":{\"S\":\"1\"}},\"x\":" + text + "}";
        boolean valid;
        try {
            JACKSON.readTree(line);
            valid = true;
        } catch (JsonProcessingException e) {
            valid = false;
        }

        ReadItem read = readAgain(line);

        assertThat(read).as(line).isInstanceOf(valid ? UnknownItem.class : UnreadableRecord.class);
    }

    private ReadItem readAgain(String line) throws IOException {
        Path file = Files.createTempFile("line", ".json");
        try {
            Files.write(file, line.getBytes(UTF_8));
            try (Stream<ReadItem> items = Export.of(file).items(reader)) {
                List<ReadItem> all = items.toList();
                assertThat(all).hasSize(1);
                return all.get(0);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", "\"", ",", ":", "1", "0", "-", ".", "e", "E", "+", "true", "false", "null",
                        " ", "\t", "\\", "u00e9", "n", "/", "\u00e9", "\"a\"", "{\"b\":", "[1,")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('"', '\\', '\u0001', '\n', '\u00e9', '\u20ac', '/')
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(text -> text + "\ud83c\udf0a");
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> attributes() {
        return Arbitraries.maps(texts(), values(3)).ofMaxSize(6);
    }

    private Arbitrary<AttributeValue> values(int depth) {
        Arbitrary<BigDecimal> numbers = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(-100, 100))
                .as((digits, scale) -> BigDecimal.valueOf(digits, scale));
        Arbitrary<SdkBytes> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(SdkBytes::fromByteArray);
        Arbitrary<AttributeValue> flat = Arbitraries.oneOf(
                texts().map(AttributeValue::fromS),
                numbers.map(number -> AttributeValue.fromN(number.toString())),
                bytes.map(AttributeValue::fromB),
                Arbitraries.of(true, false).map(AttributeValue::fromBool),
                Arbitraries.just(AttributeValue.fromNul(true)),
                texts().set().ofMinSize(1).ofMaxSize(3).map(set -> AttributeValue.fromSs(List.copyOf(set))),
                numbers.list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(list -> AttributeValue.fromNs(
                                list.stream().map(BigDecimal::toString).toList())),
                bytes.list().ofMinSize(1).ofMaxSize(3).map(AttributeValue::fromBs));
        if (depth == 0) {
            return flat;
        }
        return Arbitraries.oneOf(
                flat,
                Arbitraries.lazy(() -> values(depth - 1)).list().ofMaxSize(3).map(AttributeValue::fromL),
                Arbitraries.maps(texts(), Arbitraries.lazy(() -> values(depth - 1)))
                        .ofMaxSize(3)
                        .map(AttributeValue::fromM));
    }
}
