package dev.tempest.internal.locking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The time of a transaction, which all of its operations have in common. */
public final class OneTime {
    private static final Map<Object, OneTime> BY_SET = Collections.synchronizedMap(new WeakHashMap<>());

    private @Nullable Instant instant;

    /** The time of a set that has a token: the same whenever it is sent, or DynamoDB would take it for another transaction. */
    public static OneTime of(Object set) {
        return BY_SET.computeIfAbsent(set, each -> new OneTime());
    }

    /** What the clock showed when this was called first. */
    synchronized Instant by(Clock clock) {
        Instant known = instant;
        if (known == null) {
            known = clock.instant();
            instant = known;
        }
        return known;
    }
}
