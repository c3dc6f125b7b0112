package dev.tempest.benchmarks.models;

import dev.tempest.Attribute;
import java.time.Instant;
import java.util.List;

/** An item of 12 attributes as a class with final fields. */
public final class AlbumClass {
    public final String partition_key;

    @Attribute(prefix = "ALBUM_")
    public final String sort_key;

    public final String title;
    public final String artist;
    public final String label;
    public final List<String> genres;
    public final Instant released;
    public final int tracks;
    public final long plays;
    public final double rating;
    public final boolean explicit;
    public final boolean remastered;

    public AlbumClass(
            String partition_key,
            String sort_key,
            String title,
            String artist,
            String label,
            List<String> genres,
            Instant released,
            int tracks,
            long plays,
            double rating,
            boolean explicit,
            boolean remastered) {
        this.partition_key = partition_key;
        this.sort_key = sort_key;
        this.title = title;
        this.artist = artist;
        this.label = label;
        this.genres = genres;
        this.released = released;
        this.tracks = tracks;
        this.plays = plays;
        this.rating = rating;
        this.explicit = explicit;
        this.remastered = remastered;
    }

    public record Key(String partition_key, String sort_key) {}

    /** One of many items of a partition. */
    public static AlbumClass sample(String number) {
        return new AlbumClass(
                "M_4f1c2d7e90",
                number,
                "title of Late Night Transmissions",
                "artist of Late Night Transmissions",
                "label of Late Night Transmissions",
                List.of("Electronic", "Ambient", "Drone"),
                Instant.ofEpochMilli(1600518400123L),
                52,
                111105L,
                9.25,
                false,
                true);
    }
}
