package dev.tempest.samples.musiclibrary.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.musiclibrary.MusicTables;
import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.testing.TestDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlaylistRaceTest {
    private static final String TOKEN = "playlist.test";
    private static final int WRITERS = 5;
    private static final int CHANGES = 8;

    @RegisterExtension
    final TestDb db = MusicTables.testDb();

    @Test
    void losesNoChangeAndSeesEachConflict() throws InterruptedException {
        var playlists = new Playlists(MusicTables.of(db));
        playlists.replace(TOKEN, "First name", List.of());

        RaceResult result = new PlaylistRace(playlists).run(TOKEN, changesByWriter());

        assertThat(result.problems()).isEmpty();
        assertThat(result.versionIsExact()).isTrue();
        assertThat(result.accepted())
                .extracting(change -> change.written().playlist_version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 1 + WRITERS * CHANGES).boxed().toList());
        assertThat(result.end().playlist_version).isEqualTo(1 + WRITERS * CHANGES);
        assertThat(result.end().playlist_tracks).containsExactlyInAnyOrderElementsOf(allTracks());
        // All began with version 1, and only one of them can have made version 2.
        assertThat(result.refusalCount()).isGreaterThanOrEqualTo(WRITERS - 1);
        assertThat(result.accepted())
                .flatExtracting(AcceptedChange::refusals)
                .allMatch(refusal -> refusal.foundVersion() > refusal.expectedVersion())
                .filteredOn(refusal -> refusal.expectedVersion() == 1)
                .hasSize(WRITERS - 1);
    }

    private static Map<String, List<PlaylistChange>> changesByWriter() {
        Map<String, List<PlaylistChange>> changesByWriter = new HashMap<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<PlaylistChange> changes = new ArrayList<>();
            for (int change = 0; change < CHANGES; change += 2) {
                changes.add(new PlaylistChange.AddTrack(track(writer, change), "A title"));
                changes.add(new PlaylistChange.Rename("Name " + change + " of writer " + writer));
            }
            changesByWriter.put("writer " + writer, changes);
        }
        return changesByWriter;
    }

    private static List<AlbumTrack.Key> allTracks() {
        List<AlbumTrack.Key> tracks = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int change = 0; change < CHANGES; change += 2) {
                tracks.add(track(writer, change));
            }
        }
        return tracks;
    }

    private static AlbumTrack.Key track(int writer, int change) {
        return new AlbumTrack.Key("album " + writer, "%03d".formatted(change));
    }
}
