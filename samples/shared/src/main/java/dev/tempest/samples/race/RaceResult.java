package dev.tempest.samples.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a race of writers went.
 *
 * @param start the playlist before
 * @param accepted the changes that were written, by the version that they made
 * @param end the playlist as it is stored now
 */
public record RaceResult(PlaylistState start, List<AcceptedChange> accepted, PlaylistState end) {
    public RaceResult {
        accepted = accepted.stream()
                .sorted(Comparator.comparing(change -> change.written().version()))
                .toList();
    }

    public int conflictCount() {
        return accepted.stream().mapToInt(change -> change.conflicts().size()).sum();
    }

    /** Whether each successful write, and nothing else, moved the version on by one. */
    public boolean versionIsExact() {
        return end.version() == start.version() + accepted.size();
    }

    /**
     * What is wrong with the stored playlist; empty if nothing is. It does all changes again, in memory and in the order
     * of their versions: each must give what its writer wrote, and the last one what is stored. A change that had been
     * overwritten by another would be missed here.
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        PlaylistState expected = start;
        for (AcceptedChange change : accepted) {
            expected = expected.after(change.change());
            if (!expected.equals(change.written())) {
                problems.add("%s wrote %s, but all changes up to then give %s"
                        .formatted(change.writer(), change.written(), expected));
            }
        }
        if (!expected.equals(end)) {
            problems.add("%s is stored, but all changes give %s".formatted(end, expected));
        }
        return problems;
    }
}
