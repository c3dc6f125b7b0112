package dev.tempest.samples.race;

import java.util.List;

/**
 * A change that was written in the end.
 *
 * @param writer who made it
 * @param written the playlist as it was written
 * @param conflicts the conflicts before it was written
 */
public record AcceptedChange(String writer, Change change, PlaylistState written, List<Conflict> conflicts) {
    public AcceptedChange {
        conflicts = List.copyOf(conflicts);
    }
}
