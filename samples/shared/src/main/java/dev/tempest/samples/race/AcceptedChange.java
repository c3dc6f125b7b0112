package dev.tempest.samples.race;

import java.util.List;

/**
 * A change that was written in the end.
 *
 * @param writer who made it
 * @param written the playlist as it was written
 * @param refusals how often, and why, the change was refused before
 */
public record AcceptedChange(String writer, Change change, PlaylistState written, List<Refusal> refusals) {
    public AcceptedChange {
        refusals = List.copyOf(refusals);
    }
}
