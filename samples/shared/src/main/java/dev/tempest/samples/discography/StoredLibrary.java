package dev.tempest.samples.discography;

import java.io.PrintStream;
import java.util.List;

/**
 * What of a discography is in the table.
 *
 * @param albums how many albums are stored just as the discography tells them
 * @param tracks how many tracks stand on albums all of whose tracks are stored so
 * @param problems one line for each album that is not as it should be, or whose tracks are not; empty if all is well
 */
public record StoredLibrary(int albums, int tracks, List<String> problems) {
    public StoredLibrary {
        problems = List.copyOf(problems);
    }

    /** Whether the whole discography is there, and nothing of it is changed. */
    public boolean holdsAllOf(Discography discography) {
        return problems.isEmpty() && albums == discography.releases().size() && tracks == discography.trackCount();
    }

    public void printTo(PrintStream out, PrintStream err) {
        out.printf("  read back, and just as in the file: %d releases, %d tracks%n", albums, tracks);
        problems.forEach(problem -> err.println("Not as in the file: " + problem));
    }
}
