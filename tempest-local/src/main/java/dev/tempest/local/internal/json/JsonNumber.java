package dev.tempest.local.internal.json;

/** A number as it was written: no text, however large its exponent, is expanded before it is needed. */
public record JsonNumber(String text) {
    /** The number without its fraction, or the nearest one that fits. */
    long toLong() {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return (long) Double.parseDouble(text);
        }
    }
}
