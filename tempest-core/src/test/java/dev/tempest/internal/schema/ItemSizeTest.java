package dev.tempest.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes as DynamoDB's developer guide counts them. */
class ItemSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.00, 1",
        "7, 2",
        "-12, 2",
        "123, 3",
        "1200, 2",
        "0.0012, 2",
        "10.01, 3",
        "12345678901234567890123456789012345678, 20",
        "1.5E+100, 2"
    })
    void aNumberHasAByteForTwoSignificantDigitsAndOneMore(String number, long size) {
        assertThat(ItemSize.number(number)).isEqualTo(size);
    }

    @Test
    void aTextHasItsBytesInUtf8() {
        for (String text : new String[] {"", "plain", "\u00e9t\u00e9", "5 \u20ac", "\ud83c\udfb5 and \ud83c\udfb6"}) {
            assertThat(ItemSize.text(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
