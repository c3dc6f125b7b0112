package dev.tempest.internal;

import dev.tempest.Offset;
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            if (in.readByte() != FORMAT) {
                throw refused(null);
            }
            Map<String, Object> rawKey = new LinkedHashMap<>();
            int attributes = in.readUnsignedByte();
            for (int i = 0; i < attributes; i++) {
                String name = new String(read(in), StandardCharsets.UTF_8);
                int kind = in.readUnsignedByte();
                byte[] content = read(in);
                rawKey.put(
                        name,
                        switch (kind) {
                            case 'S' -> new String(content, StandardCharsets.UTF_8);
                            case 'N' -> new BigDecimal(new String(content, StandardCharsets.US_ASCII));
                            case 'B' -> ByteBuffer.wrap(content).asReadOnlyBuffer();
                            default -> throw refused(null);
                        });
            }
            return rawKey;
        } catch (IOException | NumberFormatException e) {
            throw refused(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static IllegalArgumentException refused(@Nullable Exception cause) {
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
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return bytes;
    }
}
