package dev.tempest.samples.discography;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * A set of releases whose tokens all differ.
 *
 * @param releases the releases, in the order of the file
 */
public record Discography(List<Release> releases) {
    private static final String FILE = "discography.json";

    public Discography {
        releases = List.copyOf(releases);
        Map<String, Release> byToken = new HashMap<>();
        for (Release release : releases) {
            Release twin = byToken.put(release.albumToken(), release);
            if (twin != null) {
                throw new IllegalArgumentException("\"%s\" and \"%s\" would both be stored as %s."
                        .formatted(twin.title(), release.title(), release.albumToken()));
            }
        }
    }

    /** The discography that comes with the program. */
    public static Discography bundled() {
        try (InputStream file = Discography.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing on the class path.");
            }
            return new Discography(JSON.std.listOfFrom(Release.class, file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE + ".", e);
        }
    }

    /** The release of the given title, of which there must be one. */
    public Release release(String title) {
        return releases.stream()
                .filter(release -> release.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no release \"" + title + "\"."));
    }

    public int trackCount() {
        return releases.stream().mapToInt(release -> release.tracks().size()).sum();
    }

    public int artistCount() {
        return (int) releases.stream().map(Release::artist).distinct().count();
    }
}
