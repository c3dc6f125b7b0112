package dev.tempest.internal.locking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Where a write takes the texts from that make it unlike any other, and its time. */
@FunctionalInterface
public interface Nonces {
    /** Texts that never come again. */
    Nonces RANDOM = RandomText::next;

    /** The next text. */
    String next();

    /** The time of the write. */
    default Instant now(Clock clock) {
        return clock.instant();
    }

    /** The same texts, for writes that all have one time. */
    default Nonces at(OneTime time) {
        Nonces texts = this;
        return new Nonces() {
            @Override
            public String next() {
                return texts.next();
            }

            @Override
            public Instant now(Clock clock) {
                return time.by(clock);
            }
        };
    }

    /**
     * The texts of a transaction that has a token: the same ones, in the same order, whenever it is made ready to be sent
     * again, or DynamoDB would take it for another transaction with the same token.
     */
    static Nonces of(String idempotencyToken) {
        int[] number = {0};
        return () -> {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest((idempotencyToken + ' ' + number[0]++).getBytes(UTF_8));
                return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, RandomText.BYTES));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("Every Java platform has SHA-256.", e);
            }
        };
    }
}
