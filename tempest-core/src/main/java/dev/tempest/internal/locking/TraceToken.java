package dev.tempest.internal.locking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The traces of the writes that led to a stored item: the text of its write token. Immutable.
 *
 * <p>A token reads {@code incarnation|capacity|slot:sequence,slot:sequence,...}, newest first. A write that continues a
 * token is done only while that very token is stored, so tokens of one incarnation form a chain. A slot belongs to one
 * write at a time, and appears once: a later write of the slot takes the place of an earlier one, at the front. Within an
 * incarnation the list therefore never gets shorter, and only its oldest entries are ever cut off.
 *
 * @param incarnation random; of the write that began the chain
 * @param capacity how many traces are kept
 * @param traces newest first
 */
public record TraceToken(String incarnation, int capacity, List<Trace> traces) {
    /** One write. */
    public record Trace(String slot, long sequence) {
        private boolean isOrCameAfter(Trace other) {
            return slot.equals(other.slot) && sequence >= other.sequence;
        }
    }

    /** What a refusal says of the write that was refused. */
    public enum Verdict {
        /** It was done, by an earlier try whose answer was lost. */
        DONE,
        /** It was not done: somebody else wrote. */
        NOT_DONE,
        /** Either may be. */
        UNKNOWN
    }

    public TraceToken {
        traces = List.copyOf(traces);
    }

    /** A token that continues no other. */
    public static TraceToken begin(Trace own, int capacity, Nonces nonces) {
        return new TraceToken(nonces.next(), capacity, List.of(own));
    }

    /** The token of a write that is done only while this one is stored. */
    public TraceToken followedBy(Trace own) {
        List<Trace> next = new ArrayList<>(traces.size() + 1);
        next.add(own);
        for (Trace trace : traces) {
            if (next.size() < capacity && !trace.slot.equals(own.slot)) {
                next.add(trace);
            }
        }
        return new TraceToken(incarnation, capacity, next);
    }

    /**
     * What became of a write that was refused.
     *
     * @param written the token that the write carried
     * @param base the token that the write continued; null if it began one
     * @param stored the token of the item that stood in the way; null if there was none
     * @param sentOnce whether the write was sent only once, so that the refusal is of itself
     * @param versionWentBack whether the item that stood in the way is of a lower version than the one that was read
     */
    public static Verdict judge(
            TraceToken written,
            @Nullable TraceToken base,
            @Nullable TraceToken stored,
            boolean sentOnce,
            boolean versionWentBack) {
        Trace own = written.traces.get(0);
        boolean sameChain = stored != null && stored.incarnation.equals(written.incarnation);
        if (stored != null && sameChain && (base == null || stored.traces.contains(own))) {
            return Verdict.DONE;
        }
        if (sentOnce) {
            return Verdict.NOT_DONE;
        }
        boolean wouldShow = stored != null && sameChain && base != null && !versionWentBack && stored.wouldShow(base);
        return wouldShow ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    /**
     * What became of a delete that was refused.
     *
     * @param base the token of the item that was to be deleted; null if it is not known
     */
    public static Verdict judgeDelete(
            @Nullable TraceToken base, @Nullable TraceToken stored, boolean sentOnce, boolean versionWentBack) {
        // A delete ends the chain: what is stored after it begins another.
        boolean sameChain = base != null && stored != null && stored.incarnation.equals(base.incarnation);
        return sentOnce || (sameChain && !versionWentBack) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    /** Whether a write that continued {@code base} would still show here, had it been done. */
    private boolean wouldShow(TraceToken base) {
        if (traces.size() < capacity) {
            // Nothing was cut off yet. That all of the base is here shows that this item came of it.
            return base.traces.stream().allMatch(trace -> traces.stream().anyMatch(own -> own.isOrCameAfter(trace)));
        }
        // What is older than the write is still here, so the write was not cut off.
        return base.traces.stream().anyMatch(traces::contains);
    }

    /** The token of a text; null if it is none. */
    public static @Nullable TraceToken parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int first = text.indexOf('|');
        int second = text.indexOf('|', first + 1);
        if (first <= 0 || second < 0) {
            return null;
        }
        try {
            int capacity = Integer.parseInt(text.substring(first + 1, second));
            List<Trace> traces = new ArrayList<>();
            int start = second + 1;
            while (start < text.length()) {
                int comma = text.indexOf(',', start);
                int end = comma < 0 ? text.length() : comma;
                int colon = text.indexOf(':', start);
                if (colon <= start || colon >= end) {
                    return null;
                }
                traces.add(new Trace(
                        text.substring(start, colon),
                        Long.parseLong(text.substring(colon + 1, end), Character.MAX_RADIX)));
                start = end + 1;
            }
            return traces.isEmpty() || capacity < traces.size()
                    ? null
                    : new TraceToken(text.substring(0, first), capacity, traces);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The text that is stored. */
    public String text() {
        StringBuilder text = new StringBuilder(incarnation.length() + 4 + traces.size() * 12);
        text.append(incarnation).append('|').append(capacity).append('|');
        String separator = "";
        for (Trace trace : traces) {
            text.append(separator)
                    .append(trace.slot)
                    .append(':')
                    .append(Long.toString(trace.sequence, Character.MAX_RADIX));
            separator = ",";
        }
        return text.toString();
    }
}
