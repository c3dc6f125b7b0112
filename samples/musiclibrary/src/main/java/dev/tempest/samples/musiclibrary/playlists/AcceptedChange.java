package dev.tempest.samples.musiclibrary.playlists;

import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import java.util.List;

/**
 * A change that was written in the end.
 *
 * @param writer who made it
 * @param written the playlist as it was written
 * @param refusals how often, and why, the change was refused before
 */
public record AcceptedChange(String writer, PlaylistChange change, PlaylistInfo written, List<Refusal> refusals) {
    public AcceptedChange {
        refusals = List.copyOf(refusals);
    }
}
