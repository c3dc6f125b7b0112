package dev.tempest.sdk1.internal.mapping;

import dev.tempest.internal.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a database behaves, besides what its mapper says. Instances are immutable.
 *
 * @param offsetSecret signs the text form of offsets; null for none
 * @param updateTimeout how long a patch that reads first goes on against other writers
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
public record DbSettings(byte @Nullable [] offsetSecret, Duration updateTimeout) {
    public static final DbSettings DEFAULT = new DbSettings(null, Duration.ofSeconds(30));

    public DbSettings withOffsetSecret(byte[] secret) {
        return new DbSettings(Settings.offsetSecret(secret), updateTimeout);
    }

    public DbSettings withUpdateTimeout(Duration timeout) {
        return new DbSettings(offsetSecret, Settings.updateTimeout(timeout));
    }
}
