package dev.tempest.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of items that were saved. Each item counts once, by the run of its task that succeeded, so the counts add up to the
 * number of items.
 *
 * @param saved items that were written
 * @param alreadySaved items that were stored already with the same values, but for their version, their write token and their
 *     times: an earlier run of the task, or of the application, has written them
 * @param conflicts items that were not written, because the stored item is another
 * @param firstConflicts why, for the first 20 of them: each with the key and the versions, and no other value
 */
public record SaveReport(long saved, long alreadySaved, long conflicts, List<String> firstConflicts)
        implements Serializable {
    /** No items. */
    public static final SaveReport NONE = new SaveReport(0, 0, 0, List.of());

    static final int MOST_CONFLICTS = 20;

    /** The first 20 conflicts are kept. */
    public SaveReport {
        firstConflicts = List.copyOf(firstConflicts.subList(0, Math.min(MOST_CONFLICTS, firstConflicts.size())));
    }

    /** The sums of both. */
    public SaveReport plus(SaveReport other) {
        return new SaveReport(
                saved + other.saved,
                alreadySaved + other.alreadySaved,
                conflicts + other.conflicts,
                Stream.concat(firstConflicts.stream(), other.firstConflicts.stream())
                        .toList());
    }
}
