package dev.tempest.samples.musiclibrary.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of the race must find what optimistic locking is there to prevent. */
class RaceResultTest {
    private final PlaylistInfo start = new PlaylistInfo("playlist.test", "First name", List.of());
    private final PlaylistChange add = new PlaylistChange.AddTrack(new AlbumTrack.Key("album", "001"), "A title");
    private final PlaylistChange rename = new PlaylistChange.Rename("Second name");

    @Test
    void findsNothingWhereAllIsWell() {
        AcceptedChange first = accepted("Ada", add, start);
        AcceptedChange second = accepted("Bela", rename, first.written());

        var result = new RaceResult(start, List.of(first, second), second.written());

        assertThat(result.problems()).isEmpty();
        assertThat(result.versionIsExact()).isTrue();
    }

    @Test
    void findsAWriterWhoOverwroteAnother() {
        AcceptedChange first = accepted("Ada", add, start);
        // Bela had read the playlist before Ada wrote, and was let through all the same.
        AcceptedChange second = accepted("Bela", rename, start);

        var result = new RaceResult(start, List.of(first, second), second.written());

        assertThat(result.versionIsExact()).isFalse();
        assertThat(result.problems())
                .containsExactly(
                        "Bela wrote version 2, \"Second name\" with 0 tracks,"
                                + " but all changes up to then give version 3, \"Second name\" with 1 tracks",
                        "version 2, \"Second name\" with 0 tracks is stored,"
                                + " but all changes give version 3, \"Second name\" with 1 tracks");
    }

    @Test
    void findsAWriteOfAStranger() {
        AcceptedChange first = accepted("Ada", add, start);
        PlaylistInfo end = rename.applyTo(first.written());

        var result = new RaceResult(start, List.of(first), end);

        assertThat(result.versionIsExact()).isFalse();
        assertThat(result.problems()).hasSize(1);
    }

    @Test
    void findsAChangeThatKeptTheVersionButLostATrack() {
        AcceptedChange first = accepted("Ada", add, start);
        PlaylistInfo end = new PlaylistInfo("playlist.test", "First name", List.of(), 2L);

        var result = new RaceResult(start, List.of(first), end);

        assertThat(result.versionIsExact()).isTrue();
        assertThat(result.problems()).hasSize(1);
    }

    private static AcceptedChange accepted(String writer, PlaylistChange change, PlaylistInfo existing) {
        return new AcceptedChange(writer, change, change.applyTo(existing), List.of());
    }
}
