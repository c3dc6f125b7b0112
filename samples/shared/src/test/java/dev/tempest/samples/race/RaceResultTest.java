package dev.tempest.samples.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of the race must find what optimistic locking is there to prevent. */
class RaceResultTest {
    private final PlaylistState start = new PlaylistState("First name", List.of(), 1);
    private final Change add = new Change.AddTrack("album", "001", "A title");
    private final Change rename = new Change.Rename("Second name");

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
        PlaylistState end = first.written().after(rename);

        var result = new RaceResult(start, List.of(first), end);

        assertThat(result.versionIsExact()).isFalse();
        assertThat(result.problems()).hasSize(1);
    }

    @Test
    void findsAChangeThatKeptTheVersionButLostATrack() {
        AcceptedChange first = accepted("Ada", add, start);
        PlaylistState end = new PlaylistState("First name", List.of(), 2);

        var result = new RaceResult(start, List.of(first), end);

        assertThat(result.versionIsExact()).isTrue();
        assertThat(result.problems()).hasSize(1);
    }

    private static AcceptedChange accepted(String writer, Change change, PlaylistState existing) {
        return new AcceptedChange(writer, change, existing.after(change), List.of());
    }
}
