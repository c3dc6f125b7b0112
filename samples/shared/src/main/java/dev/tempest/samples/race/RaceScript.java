package dev.tempest.samples.race;

import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.discography.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who does what to a playlist at the same time. */
public final class RaceScript {
    private static final List<String> WRITERS = List.of("Ada", "Bela", "Cleo", "Dora");
    /** Each writer adds two tracks, renames the playlist, and does it all again. */
    private static final int ROUNDS = 2;

    private static final int TRACKS_PER_ROUND = 2;

    private RaceScript() {}

    /** Each writer has an album of its own to take tracks from, so that each change can be told from all others. */
    public static Map<String, List<Change>> changesByWriter(Discography discography) {
        List<Release> sources = discography.releases().stream()
                .filter(release -> release.tracks().size() >= ROUNDS * TRACKS_PER_ROUND)
                .toList();
        Map<String, List<Change>> changesByWriter = new LinkedHashMap<>();
        for (int i = 0; i < WRITERS.size(); i++) {
            String writer = WRITERS.get(i);
            Release source = sources.get(i);
            List<Change> changes = new ArrayList<>();
            int place = 1;
            for (int round = 1; round <= ROUNDS; round++) {
                for (int track = 0; track < TRACKS_PER_ROUND; track++) {
                    changes.add(new Change.AddTrack(
                            source.albumToken(),
                            Release.trackToken(place),
                            source.tracks().get(place - 1).title()));
                    place++;
                }
                changes.add(new Change.Rename("%s's drive, take %d".formatted(writer, round)));
            }
            changesByWriter.put(writer, changes);
        }
        return changesByWriter;
    }
}
