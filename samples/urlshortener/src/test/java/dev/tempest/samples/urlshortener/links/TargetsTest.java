package dev.tempest.samples.urlshortener.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private final Targets targets = new Targets(URI.create("https://go.example.com"));

    @ParameterizedTest
    @CsvSource({
        "https://example.com, https://example.com",
        "' http://example.com:8080/a?b=c&d=e#f ', http://example.com:8080/a?b=c&d=e#f",
        "HTTPS://example.com/A, https://example.com/A",
        "https://[2001:db8::1]:8443/, https://[2001:db8::1]:8443/",
        "https://example.com/käse?q=ü, https://example.com/k%C3%A4se?q=%C3%BC",
        "https://bücher.example/, https://xn--bcher-kva.example/",
        "https://例え.example:444/, https://xn--r8jz45g.example:444/",
        "https://go.example.com:8443/, https://go.example.com:8443/"
    })
    void writesAddressesInAscii(String typed, String target) throws InvalidInputException {
        assertThat(targets.parse(typed)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://example.com/%0aalert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "ftp://example.com/",
                "//example.com/",
                "example.com",
                "mailto:a@example.com",
                "https:example.com"
            })
    void refusesWhatIsNotHttp(String typed) {
        assertThatThrownBy(() -> targets.parse(typed))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("https:// or http://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "https://",
                "https:///path",
                "https://exa mple.com/",
                "https://example.com/a b",
                "https://example.com\\@evil.example/",
                "https://example.com/\r\nSet-Cookie: a=b",
                "https://example.com/\u0000",
                "https://bank.example@evil.example/",
                "https://bank.example:secret@evil.example/",
                "https://example.com:65536/",
                "https://example.com:port/",
                "https://exa_mple..com:80:80/",
                "https://go.example.com/tea",
                "https://GO.example.com:443/",
                "https://go.example.com./tea",
                "http://go.example.com/tea",
                "http://2130706433/",
                "http://127.1/",
                "http://0x7f.0.0.1/",
                "http://010.0.0.1/",
                "http://127.0.0.01/",
            })
    void refusesWhatIsNoAddressOfAnotherSite(String typed) {
        assertThatThrownBy(() -> targets.parse(typed)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000/tea",
                "http://LOCALHOST.:8000/",
                "http://links.localhost:8000/",
                "http://127.0.0.1:8000/",
                "http://127.8.9.10:8000/",
                "http://0.0.0.0:8000/",
                "http://[::1]:8000/",
                "http://[::]:8000/",
                "http://[0:0:0:0:0:0:0:1]:8000/",
                "http://[::ffff:127.0.0.1]:8000/",
                "http://[::ffff:7f00:1]:8000/",
                "https://127.0.0.1:8000/",
                "http://１２７.0.0.1:8000/",
            })
    void refusesItsOwnAddressByNumberAndByOtherNames(String typed) {
        for (String own : List.of("http://localhost:8000", "http://127.0.0.1:8000")) {
            assertThatThrownBy(() -> new Targets(URI.create(own)).parse(typed))
                    .as(own)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void refusesTheNumberThatItsOwnNameStandsFor() {
        assertThatThrownBy(() -> new Targets(URI.create("http://192.0.2.7")).parse("http://[::ffff:192.0.2.7]/"))
                .hasMessage("The address is one of this shortener already.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8001/",
                "http://127.0.0.1/",
                "http://192.0.2.1:8000/",
                "http://localhost.example.com:8000/"
            })
    void takesOtherServersOfTheMachineAndOtherNumbers(String typed) throws InvalidInputException {
        assertThat(new Targets(URI.create("http://localhost:8000")).parse(typed))
                .hasToString(typed);
    }

    @Test
    void refusesWhatIsTooLong() throws InvalidInputException {
        String longest = "https://example.com/" + "a".repeat(Targets.MAX_LENGTH - 20);

        assertThat(targets.parse(longest)).hasToString(longest);
        assertThatThrownBy(() -> targets.parse(longest + "a")).hasMessage("An address has 2,048 characters at most.");
    }

    @Test
    void refusesWhatIsTooLongOnceItIsWrittenInAscii() {
        assertThatThrownBy(() -> targets.parse("https://example.com/" + "ü".repeat(400)))
                .hasMessage("An address has 2,048 characters at most.");
    }
}
