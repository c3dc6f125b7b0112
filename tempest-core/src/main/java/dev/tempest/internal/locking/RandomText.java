package dev.tempest.internal.locking;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that never come again. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final int BYTES = 9; // 72 bits, 12 characters

    private RandomText() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
