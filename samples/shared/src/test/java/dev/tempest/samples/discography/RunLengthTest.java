package dev.tempest.samples.discography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunLengthTest {
    @ParameterizedTest
    @CsvSource({"05:45, 345", "00:05:45, 345", "5:45, 345", "01:00:33, 3633", "00:00, 0", "00:61:44, 3704"})
    void readsLengthsWithAndWithoutHours(String text, long seconds) {
        assertThat(RunLength.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "345", "05:60", "005:45", "5:5", "-5:45", "00:05:45.5"})
    void refusesAllElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.parse(text))
                .withMessage("A length must look like 05:45 or 01:05:45, unlike " + text + ".");
    }

    @Test
    void writesHoursOnlyWhereThereAreSome() {
        assertThat(RunLength.format(Duration.ofSeconds(345))).isEqualTo("5:45");
        assertThat(RunLength.format(Duration.ofSeconds(3945))).isEqualTo("1:05:45");
    }
}
