package dev.tempest.samples.urlshortener.site;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only the shortener knows. Signs texts that browsers keep for it, so that they cannot be made up or changed. Each
 * purpose has a secret of its own, derived from the first one: what is signed for one counts for no other.
 */
public final class Secret {
    public static final int MIN_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Secret(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The secret that these bytes are.
     *
     * @throws IllegalArgumentException if they are too few
     */
    public static Secret of(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("A secret has %d bytes or more.".formatted(MIN_BYTES));
        }
        return new Secret(bytes);
    }

    /** A new one, which nobody knows once the program has ended. */
    public static Secret random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    /** Another secret. */
    public Secret forPurpose(String purpose) {
        return new Secret(forPurposeBytes(purpose));
    }

    /** Another secret, for somebody who wants it as bytes. */
    public byte[] forPurposeBytes(String purpose) {
        return mac(purpose);
    }

    /** A text that only this secret can tell of the given one. */
    String signature(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text));
    }

    /** Takes as long for a wrong signature as for a right one, so that it cannot be found out bit by bit. */
    boolean isSignature(String signature, String text) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), signature(text).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
