package dev.tempest.local.internal.value;

import dev.tempest.local.internal.json.ServiceException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of up to 38 significant digits between 1E-130 and 9.99...E+125, or its negative, or zero. */
public final class DecimalNumber implements Comparable<DecimalNumber> {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_MAGNITUDE = 125;
    private static final int MIN_MAGNITUDE = -130;
    /** Beyond any exponent that counts, and far from overflowing what is computed with it. */
    private static final long EXPONENT_LIMIT = 1L << 40;

    /** Without trailing zeros, so that equal numbers are equal objects. */
    private final BigDecimal value;

    private DecimalNumber(BigDecimal value) {
        this.value = value;
    }

    public static DecimalNumber of(long value) {
        return new DecimalNumber(stripped(BigDecimal.valueOf(value)));
    }

    /** Fails with a ValidationException if the text is not a number that can be stored. */
    public static DecimalNumber parse(String text) {
        int length = text.length();
        if (length > 0 && length <= 18 && isPlainInteger(text)) {
            return of(Long.parseLong(text));
        }
        return new Parser(text).parse();
    }

    private static boolean isPlainInteger(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    public DecimalNumber plus(DecimalNumber other) {
        return checked(value.add(other.value));
    }

    public DecimalNumber minus(DecimalNumber other) {
        return checked(value.subtract(other.value));
    }

    /** The number as the service writes it: plain digits, without an exponent. */
    public String text() {
        return value.toPlainString();
    }

    /** Whether the number has a fraction. */
    public boolean isInteger() {
        return value.scale() <= 0;
    }

    public BigDecimal value() {
        return value;
    }

    /** Digits are stored in pairs, counted separately before and after the point. */
    int size() {
        if (value.signum() == 0) {
            return 1;
        }
        int digits = value.precision();
        int scale = value.scale();
        int size;
        if (scale <= 0 || scale >= digits) {
            size = (digits + 1) / 2;
        } else {
            size = (digits - scale + 1) / 2 + (scale + 1) / 2;
        }
        return 1 + size + (value.signum() < 0 ? 1 : 0);
    }

    private static DecimalNumber checked(BigDecimal exact) {
        BigDecimal result = stripped(exact);
        checkRange(result.precision(), (long) result.precision() - result.scale() - 1, result.signum());
        return new DecimalNumber(result);
    }

    private static BigDecimal stripped(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static void checkRange(int digits, long magnitude, int signum) {
        if (signum == 0) {
            return;
        }
        if (magnitude > MAX_MAGNITUDE) {
            throw ServiceException.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }
        if (magnitude < MIN_MAGNITUDE) {
            throw ServiceException.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
        if (digits > MAX_DIGITS) {
            throw ServiceException.validation("Attempting to store more than 38 significant digits in a Number");
        }
    }

    @Override
    public int compareTo(DecimalNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecimalNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /** Reads sign, digits and exponent without ever making a number of more than 38 digits. */
    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        DecimalNumber parse() {
            if (text.isEmpty()) {
                throw ServiceException.validation("The parameter cannot be converted to a numeric value");
            }
            boolean negative = take('-');
            if (!negative) {
                take('+');
            }
            int start = position;
            skipDigits();
            int integerDigits = position - start;
            StringBuilder digits = new StringBuilder(text.substring(start, position));
            int fractionDigits = 0;
            if (take('.')) {
                start = position;
                skipDigits();
                fractionDigits = position - start;
                digits.append(text, start, position);
            }
            if (integerDigits + fractionDigits == 0) {
                throw notANumber();
            }
            long exponent = take('e') || take('E') ? exponent() : 0;
            if (position != text.length()) {
                throw notANumber();
            }
            return number(negative, digits, exponent - fractionDigits);
        }

        private static DecimalNumber number(boolean negative, StringBuilder digits, long exponent) {
            int end = digits.length();
            long shift = exponent;
            while (end > 0 && digits.charAt(end - 1) == '0') {
                end--;
                shift++;
            }
            int start = 0;
            while (start < end && digits.charAt(start) == '0') {
                start++;
            }
            if (start == end) {
                return new DecimalNumber(BigDecimal.ZERO);
            }
            checkRange(end - start, end - start + shift - 1, 1);
            BigInteger unscaled = new BigInteger(digits.substring(start, end));
            return new DecimalNumber(new BigDecimal(negative ? unscaled.negate() : unscaled, (int) -shift));
        }

        private long exponent() {
            boolean negative = take('-');
            if (!negative) {
                take('+');
            }
            int start = position;
            long exponent = 0;
            while (position < text.length() && isDigit(text.charAt(position))) {
                exponent = Math.min(exponent * 10 + (text.charAt(position) - '0'), EXPONENT_LIMIT);
                position++;
            }
            if (position == start) {
                throw notANumber();
            }
            return negative ? -exponent : exponent;
        }

        private void skipDigits() {
            while (position < text.length() && isDigit(text.charAt(position))) {
                position++;
            }
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private boolean take(char c) {
            boolean there = position < text.length() && text.charAt(position) == c;
            if (there) {
                position++;
            }
            return there;
        }

        private ServiceException notANumber() {
            return ServiceException.validation("The parameter cannot be converted to a numeric value: " + text);
        }
    }
}
