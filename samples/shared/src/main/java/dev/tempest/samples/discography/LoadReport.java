package dev.tempest.samples.discography;

import java.io.PrintStream;

/**
 * What a load did.
 *
 * @param albumsCreated the albums that it wrote
 * @param albumsFound the albums that were there already
 * @param tracksCreated the tracks that it wrote
 * @param tracksFound the tracks that were there already
 */
public record LoadReport(int albumsCreated, int albumsFound, int tracksCreated, int tracksFound) {
    /** What is not created was found. */
    public static LoadReport of(Discography discography, int albumsCreated, int tracksCreated) {
        return new LoadReport(
                albumsCreated,
                discography.releases().size() - albumsCreated,
                tracksCreated,
                discography.trackCount() - tracksCreated);
    }

    public void printTo(PrintStream out, Discography discography) {
        out.printf(
                "Loaded %d releases by %d artists, %d tracks.%n",
                albumsCreated + albumsFound, discography.artistCount(), tracksCreated + tracksFound);
        out.printf(
                "  new: %d releases, %d tracks; already there: %d releases, %d tracks%n",
                albumsCreated, tracksCreated, albumsFound, tracksFound);
    }
}
