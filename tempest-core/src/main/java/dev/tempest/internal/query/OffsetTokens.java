package dev.tempest.internal.query;

import dev.tempest.Offset;
import dev.tempest.internal.schema.StoredNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes offsets as text to hand to a web client, and reads them back. A token belongs to one view of one table; a digest
 * tells a damaged one, and with a secret also one that somebody made up.
 */
public final class OffsetTokens {
    private static final byte FORMAT = 1;
    private static final int DIGEST_BYTES = 16;

    /** The table's key has two attributes, and an index's up to four for either part. */
    private static final int MAX_ATTRIBUTES = 10;

    private static final int MAX_KEY_BYTES = 2048;

    /** More than ten attributes can take, with names of 255 bytes. */
    private static final int MAX_TEXT = 32_768;

    private final String scope;
    private final byte @Nullable [] secret;

    /** @param scope names the view, and is part of what the digest covers */
    public OffsetTokens(String scope, byte @Nullable [] secret) {
        this.scope = scope;
        this.secret = secret == null ? null : secret.clone();
    }

    /** The token of an offset's place. */
    public String encode(Map<String, Object> rawKey) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            out.writeByte(rawKey.size());
            for (Map.Entry<String, Object> attribute : rawKey.entrySet()) {
                write(out, attribute.getKey().getBytes(StandardCharsets.UTF_8));
                Object value = attribute.getValue();
                if (value instanceof String text) {
                    out.writeByte('S');
                    write(out, text.getBytes(StandardCharsets.UTF_8));
                } else if (value instanceof BigDecimal number) {
                    out.writeByte('N');
                    write(out, number.toString().getBytes(StandardCharsets.US_ASCII));
                } else if (value instanceof ByteBuffer buffer) {
                    out.writeByte('B');
                    byte[] content = new byte[buffer.remaining()];
                    buffer.duplicate().get(content);
                    write(out, content);
                } else {
                    throw new IllegalArgumentException(
                            "No key value: " + value.getClass().getName());
                }
            }
            byte[] payload = bytes.toByteArray();
            out.write(digest(payload));
            return text(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The place that a token stands for.
     *
     * @throws IllegalArgumentException if the token is damaged, of another view, or was not made with the secret
     */
    public Map<String, Object> decode(String token) {
        byte[] payload = payload(token);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            if (in.readByte() != FORMAT) {
                throw refused(null);
            }
            Map<String, Object> rawKey = new LinkedHashMap<>();
            int attributes = in.readUnsignedByte();
            if (attributes > MAX_ATTRIBUTES) {
                throw refused(null);
            }
            for (int i = 0; i < attributes; i++) {
                String name = text(in);
                rawKey.put(name, value(in));
            }
            if (rawKey.size() < attributes || in.available() > 0) {
                throw refused(null);
            }
            return rawKey;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private byte[] payload(String token) {
        if (token.length() > MAX_TEXT) {
            throw refused(null);
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        // The decoder overlooks padding, and bits that no byte needs.
        if (bytes.length <= DIGEST_BYTES || !text(bytes).equals(token)) {
            throw refused(null);
        }
        byte[] payload = Arrays.copyOf(bytes, bytes.length - DIGEST_BYTES);
        byte[] digest = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        if (!MessageDigest.isEqual(digest, digest(payload))) {
            throw refused(null);
        }
        return payload;
    }

    /** Whoever made a token up without a secret must not make us compute more than a key of DynamoDB takes. */
    private static Object value(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'S' -> text(in);
            case 'N' -> number(text(in));
            case 'B' -> ByteBuffer.wrap(read(in)).asReadOnlyBuffer();
            default -> throw refused(null);
        };
    }

    private static BigDecimal number(String text) {
        if (!StoredNumber.fits(text)) {
            throw refused(null);
        }
        return new BigDecimal(text);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = read(in);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw refused(null);
        }
        return text;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static IllegalArgumentException refused(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "The offset's text is damaged, or it comes from another view, another table or another secret. Begin"
                        + " again without an " + Offset.class.getSimpleName() + ".",
                cause);
    }

    private byte[] digest(byte[] payload) {
        try {
            byte[] scopeBytes = scope.getBytes(StandardCharsets.UTF_8);
            byte[] digest;
            if (secret == null) {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(scopeBytes);
                sha.update((byte) 0);
                digest = sha.digest(payload);
            } else {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                mac.update(scopeBytes);
                mac.update((byte) 0);
                digest = mac.doFinal(payload);
            }
            return Arrays.copyOf(digest, DIGEST_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        if (length == 0 || length > MAX_KEY_BYTES) {
            throw refused(null);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
