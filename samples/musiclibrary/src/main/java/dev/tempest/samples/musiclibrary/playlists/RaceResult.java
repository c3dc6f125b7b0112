package dev.tempest.samples.musiclibrary.playlists;

import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * How a race of writers went.
 *
 * @param start the playlist before
 * @param accepted the changes that were written, by the version that they made
 * @param end the playlist as it is stored now
 */
public record RaceResult(PlaylistInfo start, List<AcceptedChange> accepted, PlaylistInfo end) {
    public RaceResult {
        accepted = List.copyOf(accepted);
    }

    public int refusalCount() {
        return accepted.stream().mapToInt(change -> change.refusals().size()).sum();
    }

    /** Whether each successful write, and nothing else, moved the version on by one. */
    public boolean versionIsExact() {
        return end.playlist_version == start.playlist_version + accepted.size();
    }

    /**
     * What is wrong with the stored playlist; empty if nothing is. It does all changes again, in memory and in the order
     * of their versions: each must give what its writer wrote, and the last one what is stored. A change that had been
     * overwritten by another would be missed here.
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        PlaylistInfo expected = start;
        for (AcceptedChange change : accepted) {
            expected = change.change().applyTo(expected);
            if (!same(expected, change.written())) {
                problems.add("%s wrote %s, but all changes up to then give %s"
                        .formatted(change.writer(), describe(change.written()), describe(expected)));
            }
        }
        if (!same(expected, end)) {
            problems.add("%s is stored, but all changes give %s".formatted(describe(end), describe(expected)));
        }
        return problems;
    }

    private static boolean same(PlaylistInfo one, PlaylistInfo other) {
        return one.playlist_token.equals(other.playlist_token)
                && one.playlist_name.equals(other.playlist_name)
                && one.playlist_tracks.equals(other.playlist_tracks)
                && one.playlist_version.equals(other.playlist_version);
    }

    private static String describe(PlaylistInfo playlist) {
        return "version %d, \"%s\" with %d tracks"
                .formatted(playlist.playlist_version, playlist.playlist_name, playlist.playlist_tracks.size());
    }
}
