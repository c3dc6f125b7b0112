package dev.tempest.samples.optimisticlocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimisticLockingTest {
    @Test
    void theWaysThatKnowTheirOwnWritesLoseNothingAndDoNothingTwice() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        boolean exact = OptimisticLocking.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Contest(4, 5));

        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(exact).as(text).isTrue();
        assertThat(text.lines())
                .anyMatch(line -> line.matches("update, with a write token +20 +0 +0 +\\d+ +\\d+\\.\\d"))
                .anyMatch(line -> line.matches("update, as transactions +20 +0 +0 +\\d+ +\\d+\\.\\d"));
    }

    @Test
    void aLostOrDoubledTrackIsCounted() throws InterruptedException {
        Contest.Result result = new Contest(1, 3)
                .run("P", (token, track) -> {}, token -> List.of("writer 1, track 1", "writer 1, track 1"));

        assertThat(result).isEqualTo(new Contest.Result(3, 2, 1, result.time()));
        assertThat(result.isExact()).isFalse();
        assertThat(result.time()).isGreaterThan(Duration.ZERO);
    }
}
