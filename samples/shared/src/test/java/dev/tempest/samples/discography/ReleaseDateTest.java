package dev.tempest.samples.discography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.MonthDay;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseDateTest {
    @Test
    void readsADay() {
        assertThat(ReleaseDate.parse("2011-07-30")).isEqualTo(new ReleaseDate(2011, MonthDay.of(7, 30)));
    }

    @Test
    void readsAYearWithoutADay() {
        assertThat(ReleaseDate.parse("2006-??-??")).isEqualTo(new ReleaseDate(2006, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2011-07-30", "2006-??-??", "0999-01-01", "2024-02-29"})
    void writesWhatItRead(String text) {
        assertThat(ReleaseDate.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2006", "2006-??-12", "2006-05-??", "2023-02-29", "02006-01-01", "30.07.2011"})
    void refusesAllElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseDate.parse(text))
                .withMessageContaining("must look like 2011-07-30 or 2006-??-??, unlike " + text);
    }

    @Test
    void refusesADayThatTheYearDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReleaseDate(2023, MonthDay.of(2, 29)))
                .withMessage("There was no --02-29 in 2023.");
    }

    @Test
    void anUnknownDayComesAfterTheKnownOnesOfItsYear() {
        assertThat(Stream.of("2007-01-01", "2006-??-??", "2006-12-31", "2005-??-??")
                        .map(ReleaseDate::parse)
                        .sorted())
                .extracting(ReleaseDate::toString)
                .containsExactly("2005-??-??", "2006-12-31", "2006-??-??", "2007-01-01");
    }
}
