package dev.tempest.samples.optimisticlocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TwoRegionsTest {
    @Test
    void thePageShowsWhatTheProgramPrints() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        TwoRegions.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        String printed = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertThat(printed).contains("lost: [So What]").containsOnlyOnce("lost: [");
        assertThat(Files.readString(Path.of("README.md")).replace("\r\n", "\n")).contains("```\n" + printed + "```");
    }
}
