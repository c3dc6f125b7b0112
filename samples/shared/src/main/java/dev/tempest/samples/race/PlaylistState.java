package dev.tempest.samples.race;

import java.util.ArrayList;
import java.util.List;

/**
 * What a playlist is like, in whatever class a sample has for it.
 *
 * @param tracks the tracks, each as the tokens of album and track with a slash between
 */
public record PlaylistState(String name, List<String> tracks, long version) {
    public PlaylistState {
        tracks = List.copyOf(tracks);
    }

    /** What the change makes of the playlist, one version further. */
    PlaylistState after(Change change) {
        if (change instanceof Change.Rename rename) {
            return new PlaylistState(rename.newName(), tracks, version + 1);
        }
        Change.AddTrack added = (Change.AddTrack) change;
        List<String> longer = new ArrayList<>(tracks);
        longer.add(added.albumToken() + "/" + added.trackToken());
        return new PlaylistState(name, longer, version + 1);
    }

    @Override
    public String toString() {
        return "version %d, \"%s\" with %d tracks".formatted(version, name, tracks.size());
    }
}
