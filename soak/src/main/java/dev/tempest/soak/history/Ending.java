package dev.tempest.soak.history;

import java.util.List;

/**
 * What became of an operation, as far as its worker was told.
 *
 * @param outcomes that of each part
 * @param returned the {@link State#digest} of the item that came back for each part, or {@link Part#UNREAD}; of additions,
 *     the sum
 * @param probes what was stored when a conflict was reported, read past the library and the network that fails; empty if
 *     there was none
 * @param error the class and message of what was thrown; empty if nothing was
 */
public record Ending(
        int operation, long micros, List<Outcome> outcomes, List<String> returned, List<String> probes, String error) {}
