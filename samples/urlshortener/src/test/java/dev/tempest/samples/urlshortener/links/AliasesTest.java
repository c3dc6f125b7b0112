package dev.tempest.samples.urlshortener.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasesTest {
    @ParameterizedTest
    @ValueSource(strings = {"tea", "tea-time", "2026", "a-1", "abcdefghijklmnopqrstuvwxyz012345"})
    void takesLettersDigitsAndHyphens(String alias) throws InvalidInputException {
        assertThat(Aliases.parse(alias)).isEqualTo(alias);
    }

    @Test
    void takesCapitalsForSmallLetters() throws InvalidInputException {
        assertThat(Aliases.parse(" Tea-TIME ")).isEqualTo("tea-time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "te",
                "abcdefghijklmnopqrstuvwxyz0123456",
                "-tea",
                "tea-",
                "te a",
                "t/ea",
                "..",
                "té-time",
                "tea\u0000",
                "<b>tea</b>",
                "tea\r\nSet-Cookie:x",
                "links"
            })
    void refusesAllElse(String alias) {
        assertThatThrownBy(() -> Aliases.parse(alias)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void makesUpOnesThatDiffer() throws InvalidInputException {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(Aliases.parse(Aliases.random()));
        }

        assertThat(made).hasSize(1_000).allSatisfy(alias -> assertThat(alias).hasSize(7));
    }
}
