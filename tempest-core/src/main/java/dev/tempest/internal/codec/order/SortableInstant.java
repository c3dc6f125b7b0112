package dev.tempest.internal.codec.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as text of one length, which sorts by time. */
public final class SortableInstant {
    private static final int LENGTH = "2026-03-01T10:00:00.000000000Z".length();
    private static final int FRACTION_DIGITS = 9;
    private static final DateTimeFormatter FORMATTER =
            new DateTimeFormatterBuilder().appendInstant(FRACTION_DIGITS).toFormatter();

    private SortableInstant() {}

    /**
     * The text of an instant.
     *
     * @throws IllegalArgumentException if the instant is not in the years 0 to 9999, of which the text is as long
     */
    public static String format(Instant instant) {
        String text = FORMATTER.format(instant);
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("The instant is outside of the years 0 to 9999.");
        }
        return text;
    }

    /**
     * The instant of a text.
     *
     * @throws IllegalArgumentException if {@link #format} does not make such texts: sorted among those, it is in a wrong place
     */
    public static Instant parse(String text) {
        try {
            Instant instant = FORMATTER.parse(text, Instant::from);
            if (format(instant).equals(text)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The text is not an instant in UTC with nine digits of a second.", e);
        }
        throw new IllegalArgumentException("The text is not an instant in UTC with nine digits of a second.");
    }
}
