package dev.tempest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A short soak. Another seed is another soak: {@code -Dsoak.seed=2}; {@code -Dsoak.operations=100000} makes it longer. */
@Isolated("It keeps all processors busy, and other tests measure time.")
class SoakTest {
    private static final int OPERATIONS = Integer.getInteger("soak.operations", 20_000);
    private static final long SEED = Long.getLong("soak.seed", 1);

    @TempDir
    Path directory;

    @Test
    @Timeout(3_600)
    void noWriteIsLostDoubledUndoneOrMisreported() throws Exception {
        Soak.Result result = new Soak(Soak.Settings.of(SEED, OPERATIONS, directory)).run();

        System.out.println(result.figures());
        assertThat(result.report().findings())
                .as(() -> result.figures() + result.report().stories())
                .isEmpty();
        assertThat(result.kills()).isPositive();
        for (Kind kind : Kind.values()) {
            assertThat(result.report().count(kind, Outcome.DONE))
                    .as(kind.name())
                    .isPositive();
        }
    }
}
