package dev.tempest.samples.contest;

import java.io.PrintStream;
import java.util.Locale;

/** Tells what became of the changes, one line for each way to make them. */
public final class Scoreboard {
    private final PrintStream out;

    public Scoreboard(PrintStream out) {
        this.out = out;
    }

    /**
     * Begins.
     *
     * @param lossy whether the network loses responses
     */
    public void start(int writers, int tracksEach, boolean lossy) {
        out.printf(
                "%d writers add %d tracks each to one playlist. %s%n%n",
                writers,
                tracksEach,
                lossy ? "A fifth of the responses to their writes is lost." : "No response is lost on purpose.");
        out.printf("%-38s %8s %6s %6s %9s %8s%n", "", "changes", "lost", "twice", "requests", "seconds");
    }

    /**
     * Adds a line.
     *
     * @param requests how many requests it took; 0 if they were not counted
     */
    public void line(String way, Outcome outcome, long requests) {
        out.printf(
                Locale.ROOT,
                "%-38s %8d %6d %6d %9s %8.1f%n",
                way,
                outcome.changes(),
                outcome.lost(),
                outcome.twice(),
                requests == 0 ? "" : requests,
                outcome.time().toMillis() / 1000.0);
    }

    public void end(String moral) {
        out.printf("%n%s", moral);
    }
}
