package dev.tempest.samples.urlshortener.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored under an alias.
 *
 * @param link null if only counters are left of it
 * @param counters the link's counter, once somebody followed it. A visitor who follows a link while it is being deleted may
 *     leave one behind, so there may be some of earlier links, too
 */
public record LinkPartition(@Nullable Link link, List<Clicks> counters) {
    /** How often a link was followed. */
    public long clicks(Link counted) {
        return counters.stream()
                .filter(counter -> counter.key().equals(counted.clicksKey()))
                .mapToLong(Clicks::click_count)
                .sum();
    }

    public record Key(String alias) {}
}
