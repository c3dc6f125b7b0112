package dev.tempest.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a client sends as an offset's text is a key of DynamoDB's, or refused. */
class OffsetTokensTest {
    private static final String SCOPE = "table\nnull\nItem";
    private final OffsetTokens tokens = new OffsetTokens(SCOPE, null);

    /** A text that anybody can make who has no secret to know. */
    private static String token(byte[] payload) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(SCOPE.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            byte[] digest = sha.digest(payload);
            byte[] whole = Arrays.copyOf(payload, payload.length + 16);
            System.arraycopy(digest, 0, whole, payload.length, 16);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    private record Attribute(byte[] name, int kind, byte[] content) {
        static Attribute of(String name, char kind, String content) {
            return new Attribute(name.getBytes(StandardCharsets.UTF_8), kind, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] payload(int format, int count, List<Attribute> attributes) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(format);
            out.writeByte(count);
            for (Attribute attribute : attributes) {
                out.writeShort(attribute.name().length);
                out.write(attribute.name());
                out.writeByte(attribute.kind());
                out.writeShort(attribute.content().length);
                out.write(attribute.content());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attribute[] attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Attribute.of("attribute" + i, 'S', "a"))
                .toArray(Attribute[]::new);
    }

    private static String token(Attribute... attributes) {
        return token(payload(1, attributes.length, List.of(attributes)));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.decode(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The offset's text is damaged");
    }

    @Example
    void aNumberThatDynamoDbDoesNotHaveIsRefused() {
        for (String number : List.of(
                "1E+2000000000",
                "1E-2000000000",
                "0E+2000000000",
                "0E-2000000000",
                "1E+126",
                "1E-131",
                "1".repeat(39),
                "1".repeat(2000),
                "0x10",
                "NaN",
                " 1",
                "--1",
                ".",
                "-")) {
            assertRefused(token(Attribute.of("pk", 'N', number)));
        }
        assertThat(tokens.decode(token(Attribute.of("pk", 'N', "-9.5E+125"))))
                .containsEntry("pk", new BigDecimal("-9.5E+125"));
    }

    @Example
    void whatNoKeyHoldsIsRefused() {
        Attribute pk = Attribute.of("pk", 'S', "a");
        assertRefused(token(Attribute.of("pk", 'S', "a".repeat(2049))));
        assertRefused(token(Attribute.of("pk", 'S', "")));
        assertRefused(token(Attribute.of("", 'S', "a")));
        assertRefused(token(pk, pk));
        assertThat(tokens.decode(token(attributes(10)))).hasSize(10);
        assertRefused(token(attributes(11)));
        assertRefused(token(new Attribute(new byte[] {'p'}, 'S', new byte[] {(byte) 0xC3})));
        assertRefused(token(payload(1, 1, List.of(pk, pk))));
        assertRefused(token(payload(1, 3, List.of(pk))));
        assertRefused(token(payload(2, 1, List.of(pk))));
        assertRefused("A".repeat(20_000_000));
        assertThat(tokens.decode(token(pk))).containsExactly(Map.entry("pk", "a"));
    }

    @Property
    void anyKeyOfDynamoDbIsReadAgain(@ForAll("keys") Map<String, Object> rawKey) {
        assertThat(tokens.decode(tokens.encode(rawKey))).isEqualTo(rawKey);
    }

    @Provide
    Arbitrary<Map<String, Object>> keys() {
        Arbitrary<Object> text = Arbitraries.strings()
                .excludeChars('\0')
                .ofMinLength(1)
                .ofMaxLength(600)
                .filter(each -> StandardCharsets.UTF_8.newEncoder().canEncode(each))
                .map(each -> each);
        Arbitrary<Object> number = Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(
                                        BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE)),
                        Arbitraries.integers().between(-88, 92))
                .as(BigDecimal::new);
        Arbitrary<Object> bytes = Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(2048)
                .map(ByteBuffer::wrap);
        return Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(255),
                        Arbitraries.oneOf(text, number, bytes))
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property
    void anyTextIsRefused(@ForAll String text) {
        assertRefused(text);
    }

    @Property
    void anyBytesUnderARightDigestAreAKeyOrRefused(@ForAll @Size(max = 200) byte[] payload) {
        decodeOrRefuse(token(payload));
    }

    @Property
    void anyAttributesUnderARightDigestAreAKeyOrRefused(@ForAll("payloads") byte[] payload) {
        decodeOrRefuse(token(payload));
    }

    @Provide
    Arbitrary<byte[]> payloads() {
        Arbitrary<byte[]> content = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(3000),
                Arbitraries.strings()
                        .withChars("0123456789+-.Ee")
                        .ofMaxLength(300)
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII)));
        Arbitrary<Attribute> attribute = Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(20),
                        Arbitraries.of((int) 'S', (int) 'N', (int) 'B', 0),
                        content)
                .as(Attribute::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6), attribute.list().ofMaxSize(6))
                .as((count, attributes) -> payload(1, count, attributes));
    }

    private void decodeOrRefuse(String token) {
        Map<String, Object> rawKey;
        try {
            rawKey = tokens.decode(token);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("The offset's text is damaged");
            return;
        }
        assertThat(rawKey).hasSizeLessThanOrEqualTo(4);
        rawKey.values().forEach(value -> {
            if (value instanceof BigDecimal number) {
                assertThat(number.toPlainString()).hasSizeLessThan(300);
            }
        });
    }
}
