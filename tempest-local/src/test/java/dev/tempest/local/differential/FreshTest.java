package dev.tempest.local.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Requests of a new seed have the same responses from dynoxide, whose program the system property {@code dynoxide} names. The
 * script {@code .ci/differential} fetches it.
 */
@EnabledIfSystemProperty(named = "dynoxide", matches = ".+")
class FreshTest {
    @Test
    void newRequestsHaveTheSameResponses() {
        long seed = Long.getLong("dynoxide.seed", System.nanoTime());
        int requests = Integer.getInteger("dynoxide.requests", 20_000);
        Duration atMost = Duration.ofMinutes(Integer.getInteger("dynoxide.minutes", 2));

        Comparison comparison = Differential.run(Path.of(System.getProperty("dynoxide", "")), requests, seed, atMost);

        Differential.print(comparison, seed);
        // Of several faults that chance brings together, engines may report different ones.
        assertThat(comparison.different())
                .as("Responses that differ in more than a message; seed %s", seed)
                .isZero();
    }
}
