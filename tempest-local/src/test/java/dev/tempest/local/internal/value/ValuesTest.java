package dev.tempest.local.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonReader;
import dev.tempest.local.internal.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValuesTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(6),
                        Arbitraries.strings()
                                .withChars('a', 'é', '\uE000', '\uFFFD')
                                .ofMaxLength(6),
                        Arbitraries.of("😀", "a😀", "\uFFFD", "\uE000x", ""))
                .filter(text -> text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    }

    @Property
    void textsAreOrderedAndMeasuredByTheirUtf8Bytes(@ForAll("texts") String a, @ForAll("texts") String b) {
        byte[] left = a.getBytes(StandardCharsets.UTF_8);
        byte[] right = b.getBytes(StandardCharsets.UTF_8);

        assertThat(Integer.signum(Values.compare(AttributeValue.text(a), AttributeValue.text(b))))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(left, right)));
        assertThat(Values.size(AttributeValue.text(a))).isEqualTo(left.length);
    }

    @Example
    void sizesAreTheDocumentedOnes() {
        assertThat(size("{\"a\": {\"S\": \"bc\"}}")).isEqualTo(3);
        assertThat(size("{\"a\": {\"B\": \"AQID\"}}")).isEqualTo(4);
        assertThat(size("{\"a\": {\"BOOL\": true}, \"b\": {\"NULL\": true}}")).isEqualTo(4);
        assertThat(size("{\"a\": {\"SS\": [\"x\", \"yz\"]}}")).isEqualTo(4);
        assertThat(size("{\"a\": {\"L\": []}}")).isEqualTo(4);
        assertThat(size("{\"a\": {\"L\": [{\"S\": \"x\"}, {\"N\": \"1\"}]}}")).isEqualTo(1 + 3 + 2 + 3);
        assertThat(size("{\"a\": {\"M\": {\"kk\": {\"S\": \"x\"}}}}")).isEqualTo(1 + 3 + 4);
    }

    @Example
    void everyTypeIsReadAndWrittenAlike() {
        String json = """
                {"s":{"S":"é"},"n":{"N":"1.5"},"b":{"B":"AQID"},"t":{"BOOL":true},"f":{"BOOL":false},"z":{"NULL":true},\
                "m":{"M":{"k":{"L":[{"S":""},{"N":"0"}]}}},"ss":{"SS":["b","a"]},"ns":{"NS":["2","1"]},"bs":{"BS":["AQ=="]}}""";

        byte[] written = JsonWriter.bytes(out -> ValueWriter.attributes(out, read(json)));

        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(json);
    }

    private static int size(String json) {
        return new Item(read(json)).size();
    }

    private static Map<String, AttributeValue> read(String json) {
        return ValueReader.attributes(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
