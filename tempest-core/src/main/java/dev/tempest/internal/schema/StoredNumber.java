package dev.tempest.internal.schema;

import java.math.BigDecimal;

/** The numbers that DynamoDB holds: 38 digits, and magnitudes from 1E-130 to below 1E+126. */
public final class StoredNumber {
    private static final int MAX_DIGITS = 38;
    private static final int LEAST_EXPONENT = -130;
    private static final int GREATEST_EXPONENT = 125;

    private StoredNumber() {}

    /** Whether DynamoDB can hold the number. */
    public static boolean fits(BigDecimal number) {
        if (number.signum() == 0) {
            // A zero has a scale too, and to write it out may take as much memory.
            return Math.abs((long) number.scale()) <= -LEAST_EXPONENT;
        }
        long exponent = (long) number.precision() - number.scale() - 1;
        return exponent >= LEAST_EXPONENT
                && exponent <= GREATEST_EXPONENT
                && (number.precision() <= MAX_DIGITS
                        || number.stripTrailingZeros().precision() <= MAX_DIGITS);
    }

    /** Whether DynamoDB can hold the number that a text stands for; false for a text that stands for none. */
    public static boolean fits(String text) {
        int length = text.length();
        if (length <= MAX_DIGITS && isPlain(text)) {
            return true;
        }
        if (length > 2 * -LEAST_EXPONENT + MAX_DIGITS) {
            return false;
        }
        try {
            return fits(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether the text is written with digits, a minus and a point alone. */
    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        boolean afterPoint = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPoint = c == '.' && !afterPoint && i > start && i < text.length() - 1;
            afterPoint |= isPoint;
            if (!isPoint && (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.length() > start;
    }

    /** Whether DynamoDB can hold the number; false for what is not a number. */
    public static boolean fits(double number) {
        double magnitude = Math.abs(number);
        return magnitude == 0 || (magnitude >= 1E-130 && magnitude < 1E126);
    }

    /** The number in the form in which equal numbers are equal. */
    static BigDecimal plain(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }
}
