package dev.tempest.samples.musiclibrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.race.AcceptedChange;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.RaceResult;
import dev.tempest.samples.scenes.RaceScene;
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
        var playlists = new StoredPlaylists(MusicTables.of(db));
        var contested = playlists.replace(TOKEN, "First name", List.of());

        RaceResult result = new RaceScene(playlists, System.out).race(contested, changesByWriter());

        assertThat(result.problems()).isEmpty();
        assertThat(result.versionIsExact()).isTrue();
        assertThat(result.accepted())
                .extracting(change -> change.written().version())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 1 + WRITERS * CHANGES).boxed().toList());
        assertThat(result.end().version()).isEqualTo(1 + WRITERS * CHANGES);
        assertThat(result.end().tracks()).containsExactlyInAnyOrderElementsOf(allTracks());
        // All began with version 1, and only one of them can have made version 2.
        assertThat(result.conflictCount()).isGreaterThanOrEqualTo(WRITERS - 1);
        assertThat(result.accepted())
                .flatExtracting(AcceptedChange::conflicts)
                .allMatch(conflict -> conflict.foundVersion() > conflict.expectedVersion())
                .filteredOn(conflict -> conflict.expectedVersion() == 1)
                .hasSize(WRITERS - 1);
    }

    private static Map<String, List<Change>> changesByWriter() {
        Map<String, List<Change>> changesByWriter = new HashMap<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Change> changes = new ArrayList<>();
            for (int change = 0; change < CHANGES; change += 2) {
                changes.add(new Change.AddTrack("album " + writer, "%03d".formatted(change), "A title"));
                changes.add(new Change.Rename("Name " + change + " of writer " + writer));
            }
            changesByWriter.put("writer " + writer, changes);
        }
        return changesByWriter;
    }

    private static List<String> allTracks() {
        List<String> tracks = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int change = 0; change < CHANGES; change += 2) {
                tracks.add(track(writer, change));
            }
        }
        return tracks;
    }

    private static String track(int writer, int change) {
        return "album %d/%03d".formatted(writer, change);
    }
}
