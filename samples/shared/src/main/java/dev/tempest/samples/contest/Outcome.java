package dev.tempest.samples.contest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the writers' changes.
 *
 * @param changes how many tracks were added, as the writers believe
 * @param lost how many of these are not in the playlist
 * @param twice how many are there more than once
 */
public record Outcome(int changes, int lost, int twice, Duration time) {
    /**
     * Counts.
     *
     * @param stored the tracks of the playlist in the end; all writers' tracks differ
     */
    public static Outcome of(int changes, List<String> stored, Duration time) {
        Map<String, Long> counts =
                stored.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int twice = (int) counts.values().stream().filter(count -> count > 1).count();
        return new Outcome(changes, changes - counts.size(), twice, time);
    }

    public boolean isExact() {
        return lost == 0 && twice == 0;
    }
}
