package dev.tempest.samples.discography;

import dev.tempest.StoredAsString;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something was released: a day, or only a year if nobody remembers the day.
 *
 * <p>Written {@code 2011-07-30} or {@code 2006-??-??}. The text sorts as the dates do, and a question mark sorts after all
 * digits: what came out some time in 2006 stands after all that has a day in 2006.
 *
 * @param day the day in the year, or null if only the year is known
 */
@StoredAsString
public record ReleaseDate(int year, @Nullable MonthDay day) implements Comparable<ReleaseDate> {
    private static final Pattern YEAR_ALONE = Pattern.compile("([0-9]{4})-\\?\\?-\\?\\?");

    public ReleaseDate {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("A release's year must have four digits at most, unlike " + year + ".");
        }
        if (day != null && !day.isValidYear(year)) {
            throw new IllegalArgumentException("There was no " + day + " in " + year + ".");
        }
    }

    /** Reads a date as {@link #toString()} writes it. */
    public static ReleaseDate parse(String text) {
        var yearAlone = YEAR_ALONE.matcher(text);
        if (yearAlone.matches()) {
            return new ReleaseDate(Integer.parseInt(yearAlone.group(1)), null);
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return new ReleaseDate(date.getYear(), MonthDay.from(date));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "A release date must look like 2011-07-30 or 2006-??-??, unlike " + text + ".", e);
        }
    }

    @Override
    public int compareTo(ReleaseDate other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return day == null
                ? "%04d-??-??".formatted(year)
                : "%04d-%02d-%02d".formatted(year, day.getMonthValue(), day.getDayOfMonth());
    }
}
