package dev.tempest.samples.discography;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of tracks as people write them. */
public final class RunLength {
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-5][0-9])");

    private RunLength() {}

    /** Reads {@code 00:05:45} and {@code 05:45}, which are the same, and {@code 00:61:44}, which people write too. */
    public static Duration parse(String text) {
        Matcher matcher = CLOCK.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A length must look like 05:45 or 01:05:45, unlike " + text + ".");
        }
        long hours = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(matcher.group(2)))
                .plusSeconds(Long.parseLong(matcher.group(3)));
    }

    /** Writes {@code 5:45} or {@code 1:05:45}. */
    public static String format(Duration length) {
        return length.toHours() == 0
                ? "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart())
                : "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
