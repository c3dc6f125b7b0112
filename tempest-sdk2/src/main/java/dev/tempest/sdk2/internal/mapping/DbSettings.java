package dev.tempest.sdk2.internal.mapping;

import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.TableNameResolver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a database is built with besides its client; the builders hold it while it grows. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares settings.
public record DbSettings(
        @Nullable TableNameResolver tableNameResolver,
        byte @Nullable [] offsetSecret,
        ConditionalWrites conditionalWrites,
        Duration updateTimeout,
        int maxParallelRequests) {
    private static final int SHORTEST_SECRET = 16;

    /** DynamoDB knows a transaction again for ten minutes. */
    private static final Duration LONGEST_UPDATE = Duration.ofMinutes(9);

    /** The SDK's HTTP clients have 50 connections unless they are configured; some are left to other requests. */
    private static final int PARALLEL_REQUESTS = 30;

    public static final DbSettings DEFAULT =
            new DbSettings(null, null, ConditionalWrites.STANDARD, Duration.ofSeconds(30), PARALLEL_REQUESTS);

    public DbSettings withTableNameResolver(TableNameResolver resolver) {
        return new DbSettings(resolver, offsetSecret, conditionalWrites, updateTimeout, maxParallelRequests);
    }

    public DbSettings withOffsetSecret(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "The secret for offsets needs " + SHORTEST_SECRET + " bytes or more, not " + secret.length + ".");
        }
        return new DbSettings(tableNameResolver, secret.clone(), conditionalWrites, updateTimeout, maxParallelRequests);
    }

    public DbSettings withConditionalWrites(ConditionalWrites writes) {
        return new DbSettings(tableNameResolver, offsetSecret, writes, updateTimeout, maxParallelRequests);
    }

    public DbSettings withUpdateTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_UPDATE) > 0) {
            throw new IllegalArgumentException("The time of an update must be more than nothing and at most "
                    + LONGEST_UPDATE.toMinutes() + " minutes, not " + timeout + ".");
        }
        return new DbSettings(tableNameResolver, offsetSecret, conditionalWrites, timeout, maxParallelRequests);
    }

    public DbSettings withMaxParallelRequests(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("maxParallelRequests must be 0 or more, not " + most + ".");
        }
        return new DbSettings(tableNameResolver, offsetSecret, conditionalWrites, updateTimeout, most);
    }
}
