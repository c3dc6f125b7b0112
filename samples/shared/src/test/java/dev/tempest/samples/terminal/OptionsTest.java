package dev.tempest.samples.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tempest.samples.terminal.Options.WrongOptionException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void knowsItsOptions() throws WrongOptionException {
        assertThat(Options.parse(List.of())).isEqualTo(new Options.Embedded());
        assertThat(Options.parse(List.of("--aws"))).isEqualTo(new Options.Aws());
        assertThat(Options.parse(List.of("--help"))).isEqualTo(new Options.Help());
        assertThat(Options.parse(List.of("--aws", "-h"))).isEqualTo(new Options.Help());
        assertThat(Options.parse(List.of("--endpoint", "http://localhost:8000")))
                .isEqualTo(new Options.Endpoint(URI.create("http://localhost:8000")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --azure                             | There is no option "--azure".
                    --endpoint                          | --endpoint needs a URL, such as http://localhost:8000.
                    --endpoint localhost:8000           | "localhost:8000" is not the URL of a server, such as http://localhost:8000.
                    --endpoint http:8000                | "http:8000" is not the URL of a server, such as http://localhost:8000.
                    --endpoint http://[                 | "http://[" is not the URL of a server, such as http://localhost:8000.
                    --endpoint ftp://localhost          | "ftp://localhost" is not the URL of a server, such as http://localhost:8000.
                    --aws --endpoint http://localhost   | "--endpoint" is one option too many.
                    --endpoint http://localhost --aws   | "--aws" is one option too many.
                    """)
    void tellsWhatIsWrong(String commandLine, String message) {
        assertThatExceptionOfType(WrongOptionException.class)
                .isThrownBy(() -> Options.parse(List.of(commandLine.split(" "))))
                .withMessage(message);
    }
}
