package dev.tempest.samples.urlshortener.site;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For how long a link may lead anywhere, as the form offers it. */
enum Lifetime {
    FOREVER("forever", "Never", null),
    HOUR("hour", "In an hour", Duration.ofHours(1)),
    DAY("day", "In a day", Duration.ofDays(1)),
    WEEK("week", "In a week", Duration.ofDays(7)),
    MONTH("month", "In 30 days", Duration.ofDays(30));

    private final String value;
    private final String label;
    private final @Nullable Duration duration;

    Lifetime(String value, String label, @Nullable Duration duration) {
        this.value = value;
        this.label = label;
        this.duration = duration;
    }

    static Optional<Lifetime> of(String value) {
        return Arrays.stream(values())
                .filter(lifetime -> lifetime.value.equals(value))
                .findFirst();
    }

    /** As the form sends it. */
    String value() {
        return value;
    }

    String label() {
        return label;
    }

    /** Null for ever. */
    @Nullable Duration duration() {
        return duration;
    }
}
