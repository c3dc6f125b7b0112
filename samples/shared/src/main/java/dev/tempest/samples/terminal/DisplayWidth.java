package dev.tempest.samples.terminal;

import java.util.Arrays;

/**
 * How many columns of a terminal a text takes up. That is not its length: a mathematical letter is two chars and one column,
 * a Japanese one is one char and two columns, and an accent that is put on the letter before it takes up none.
 */
final class DisplayWidth {
    private static final String ELLIPSIS = "…";

    /** The first and last code points of the wide blocks (Unicode's East Asian Width W and F), ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, // Hangul beginnings of syllables
        0x2E80, 0x303E, // CJK radicals and punctuation
        0x3041, 0xA4CF, // kana, CJK ideographs, Yi
        0xA960, 0xA97C, // more Hangul beginnings
        0xAC00, 0xD7A3, // Hangul syllables
        0xF900, 0xFAFF, // CJK compatibility ideographs
        0xFE30, 0xFE6F, // CJK compatibility forms
        0xFF01, 0xFF60, // full-width forms
        0xFFE0, 0xFFE6, // full-width signs
        0x1F300, 0x1F64F, // pictures and faces
        0x1F900, 0x1F9FF, // more of them
        0x20000, 0x3FFFD // CJK ideographs, the rarer ones
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The text, or as much of its beginning as fits, and an ellipsis. */
    static String fit(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        var fitting = new StringBuilder();
        int left = width - of(ELLIPSIS);
        for (int codePoint : text.codePoints().toArray()) {
            left -= of(codePoint);
            if (left < 0) {
                break;
            }
            fitting.appendCodePoint(codePoint);
        }
        return fitting.toString().stripTrailing() + ELLIPSIS;
    }

    private static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        int index = Arrays.binarySearch(WIDE, codePoint);
        // Not at the end of a block, a code point would be put in before one; inside a block, that is before its end.
        return index >= 0 || (-index - 1) % 2 == 1;
    }
}
