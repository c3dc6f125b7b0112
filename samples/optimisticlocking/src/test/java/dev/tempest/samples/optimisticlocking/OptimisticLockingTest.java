package dev.tempest.samples.optimisticlocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.contest.Contest;
import dev.tempest.samples.terminal.Program;
import dev.tempest.testing.LocalDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimisticLockingTest {
    private final Program program = OptimisticLocking.program(new Contest(4, 5));

    @Test
    void theWaysThatKnowTheirOwnWritesLoseNothingAndDoNothingTwice() throws InterruptedException {
        assertThat(linesOfARun())
                .anyMatch(line -> line.matches("update, with a write token +20 +0 +0 +\\d+ +\\d+\\.\\d"))
                .anyMatch(line -> line.matches("update, as transactions +20 +0 +0 +\\d+ +\\d+\\.\\d"));
    }

    @Test
    void runsTwiceOnAnotherEndpoint() throws InterruptedException {
        try (LocalDynamoDb server = LocalDynamoDb.start()) {
            String endpoint = server.endpoint().toString();

            assertThat(linesOfARun("--endpoint", endpoint)).isNotEmpty();
            assertThat(linesOfARun("--endpoint", endpoint)).isNotEmpty();
        }
    }

    private List<String> linesOfARun(String... arguments) throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = program.run(List.of(arguments), out, out);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        return text.lines().toList();
    }
}
