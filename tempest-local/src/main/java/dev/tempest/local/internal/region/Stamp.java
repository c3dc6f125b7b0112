package dev.tempest.local.internal.region;

import java.time.Instant;
import java.util.Comparator;

/** When and where an item was last written. Of two writes of one item, the one with the greater stamp wins. */
record Stamp(Instant at, String region) implements Comparable<Stamp> {
    /** That of an item from before its table was replicated. */
    static final Stamp OLDEST = new Stamp(Instant.MIN, "");

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::at).thenComparing(Stamp::region);

    /** The stamp of a write in this Region that replaces one with this stamp, even if the clock stands still. */
    Stamp next(Instant now, String writer) {
        return new Stamp(now.isAfter(at) ? now : at.plusNanos(1), writer);
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
