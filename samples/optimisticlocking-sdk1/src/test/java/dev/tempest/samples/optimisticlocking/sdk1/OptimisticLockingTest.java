package dev.tempest.samples.optimisticlocking.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.contest.Contest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimisticLockingTest {
    @Test
    void noGuardedWayLosesAChangeAndTheExactWaysDoNoneTwice() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        int status = OptimisticLocking.program(new Contest(4, 5)).run(List.of(), out, out);

        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        assertThat(text.lines())
                .anyMatch(line -> line.matches("a condition, and a loop by hand +20 +0 +\\d+ +\\d+ +\\d+\\.\\d"))
                .anyMatch(line -> line.matches("the mapper's version, and a loop +20 +0 +\\d+ +\\d+ +\\d+\\.\\d"))
                .anyMatch(line -> line.matches("Tempest's @Version, and a loop +20 +0 +\\d+ +\\d+ +\\d+\\.\\d"))
                .anyMatch(line -> line.matches("a version, and a look before each try +20 +0 +0 +\\d+ +\\d+\\.\\d"))
                .anyMatch(line -> line.matches("a version, in a transaction +20 +0 +0 +\\d+ +\\d+\\.\\d"));
    }
}
