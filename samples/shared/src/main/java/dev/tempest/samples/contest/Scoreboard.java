package dev.tempest.samples.contest;

import java.io.PrintStream;
import java.util.Locale;

/** Tells what became of the changes, one line for each way to make them. */
public final class Scoreboard {
    private final PrintStream out;

    public Scoreboard(PrintStream out) {
        this.out = out;
    }

    public void start(int writers, int tracksEach) {
        out.printf(
                "%d writers add %d tracks each to one playlist. A fifth of the answers to their writes is lost.%n%n",
                writers, tracksEach);
        out.printf("%-40s %8s %6s %6s %9s %8s%n", "", "changes", "lost", "twice", "requests", "seconds");
    }

    /**
     * Adds a line.
     *
     * @param requests how many requests it took
     */
    public void line(String way, Outcome outcome, long requests) {
        out.printf(
                Locale.ROOT,
                "%-40s %8d %6d %6d %9d %8.1f%n",
                way,
                outcome.changes(),
                outcome.lost(),
                outcome.twice(),
                requests,
                outcome.time().toMillis() / 1000.0);
    }

    public void end(String moral) {
        out.printf("%n%s", moral);
    }
}
