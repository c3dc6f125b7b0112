package dev.tempest.samples.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        var table = new TextTable().column("Title", 20).numbers("Tracks");
        table.row("Terraforms", 10).row("zulu", 4);

        assertThat(table.lines())
                .containsExactly(
                        "  Title       Tracks", //
                        "  ──────────  ──────",
                        "  Terraforms      10",
                        "  zulu             4");
    }

    @Test
    void cutsWhatIsTooLong() {
        var table = new TextTable().column("Title", 8).numbers("No.");
        table.row("a long title", 1).row("just fit", 2).row("トランス!", 3);

        assertThat(table.lines())
                .containsExactly(
                        "  Title     No.", //
                        "  ────────  ───",
                        "  a long…     1",
                        "  just fit    2",
                        "  トラン…     3");
    }

    @Test
    void drawsAnEmptyTable() {
        assertThat(new TextTable().column("Title", 8).lines()).containsExactly("  Title", "  ─────");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        var table = new TextTable().column("Title", 8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("one", "two"))
                .withMessage("2 cells do not fit 1 columns.");
    }

    @ParameterizedTest
    @CsvSource({
        "plain, 5", // one column each
        "𝐻𝑒𝒶𝓇𝓉𝓈, 6", // two chars each, one column each
        "トランス, 8", // one char each, two columns each
        "Ｌｅｙｌｉｎｅ, 14",
        "総会屋, 6",
        "nausicaä, 8",
        "nausicaa\u0308, 8", // the same, with the dots as a char of their own
        "…, 1"
    })
    void countsColumns(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }
}
