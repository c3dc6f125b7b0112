package dev.tempest.samples.discography;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A release as the discography's file tells it. */
public record Release(
        String title, String artist, String released, String type, String format, String label, List<Track> tracks) {
    /** Tracks are sorted as text of three digits. */
    private static final int MAX_TRACKS = 999;

    private static final Pattern NEITHER_LETTERS_NOR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HYPHENS_AT_THE_ENDS = Pattern.compile("^-|-$");

    /** A track as the file tells it. */
    public record Track(int number, String title, String length) {
        public Track {
            Objects.requireNonNull(title, "A track has no title.");
            Objects.requireNonNull(length, () -> "\"" + title + "\" has no length.");
        }

        public Duration runLength() {
            return RunLength.parse(length);
        }
    }

    public Release {
        Objects.requireNonNull(title, "A release has no title.");
        // The JSON parser leaves null what the file lacks; better to hear of it here than from a half-filled table.
        Stream.of(artist, released, type, format, label, tracks)
                .forEach(fact -> Objects.requireNonNull(fact, () -> "\"" + title + "\" lacks one of its facts."));
        if (tracks.isEmpty() || tracks.size() > MAX_TRACKS) {
            throw new IllegalArgumentException("\"" + title + "\" has " + tracks.size() + " tracks.");
        }
        tracks = List.copyOf(tracks);
    }

    /**
     * Names the release for good: made of what never changes about it, so that a second load meets the items of the first.
     * The title would not do, nor would artist and date (some artists release two albums on one day). Only together they
     * tell releases apart, which {@link Discography} checks.
     */
    public String albumToken() {
        return slug(artist) + "." + slug(released) + "." + slug(title);
    }

    public ReleaseDate date() {
        return ReleaseDate.parse(released);
    }

    /** Names a track of this release by its place, which begins at 1, and not by its number: numbers may repeat. */
    public static String trackToken(int place) {
        return "%03d".formatted(place);
    }

    /** Text as it may stand in a token. Letters of fancy alphabets, which some titles are set in, become plain ones. */
    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String hyphenated = NEITHER_LETTERS_NOR_DIGITS.matcher(plain).replaceAll("-");
        return HYPHENS_AT_THE_ENDS.matcher(hyphenated).replaceAll("");
    }
}
