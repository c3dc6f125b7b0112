package dev.tempest.samples.race;

import dev.tempest.samples.terminal.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of playlists and of a race. */
public final class RaceReport {
    private final PrintStream out;

    public RaceReport(PrintStream out) {
        this.out = out;
    }

    public void playlists(PlaylistState... playlists) {
        out.println();
        out.println("Playlists");
        var text = new TextTable().column("Name", 40).numbers("Tracks").numbers("Version");
        for (PlaylistState playlist : playlists) {
            text.row(playlist.name(), playlist.tracks().size(), playlist.version());
        }
        text.printTo(out);
    }

    public void start(PlaylistState contested, Map<String, List<Change>> changesByWriter) {
        out.println();
        out.printf(
                "%d writers change \"%s\" at the same time, %d times each:%n",
                changesByWriter.size(),
                contested.name(),
                changesByWriter.values().iterator().next().size());
    }

    /** Tells how it went, and returns whether every writer's change is there in the end. */
    public boolean end(RaceResult result) {
        showHistory(result);
        List<String> problems = result.problems();
        out.println();
        out.printf(
                "%d conflicts; after each, the writer applied its change to the stored playlist.%n",
                result.conflictCount());
        if (problems.isEmpty()) {
            out.printf(
                    "\"%s\" has %d tracks: every writer's change is there.%n",
                    result.end().name(), result.end().tracks().size());
        } else {
            problems.forEach(problem -> out.println("WRONG: " + problem));
        }
        out.printf(
                "%d + %d successful writes %s version %d%n",
                result.start().version(),
                result.accepted().size(),
                result.versionIsExact() ? "=" : "is not",
                result.end().version());
        return problems.isEmpty() && result.versionIsExact();
    }

    private void showHistory(RaceResult result) {
        var text = new TextTable()
                .numbers("Version")
                .column("Writer", 6)
                .column("What", 36)
                .column("Conflicts: expected → found", 60);
        for (AcceptedChange accepted : result.accepted()) {
            String conflicts = accepted.conflicts().stream()
                    .map(conflict -> "%d → %d".formatted(conflict.expectedVersion(), conflict.foundVersion()))
                    .collect(Collectors.joining(", "));
            text.row(accepted.written().version(), accepted.writer(), accepted.change(), conflicts);
        }
        text.printTo(out);
    }
}
