package dev.tempest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A short migration beside live writers, of 20,000 items, or of as many as this machine stores in three seconds. */
@Isolated("It keeps all processors busy, and other tests measure time.")
class MigrationSoakTest {
    private static final int ITEMS = 20_000;

    @Test
    @Timeout(3_600)
    void migratesEachItemOnceAndLosesNoWrite() throws Exception {
        MigrationSoak.Result result = new MigrationSoak(ITEMS, Duration.ofSeconds(3)).run();

        System.out.println(result);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.wasKilled()).isTrue();
        assertThat(result.liveWrites()).isPositive();
    }
}
