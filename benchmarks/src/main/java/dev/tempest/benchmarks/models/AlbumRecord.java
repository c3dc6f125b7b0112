package dev.tempest.benchmarks.models;

import dev.tempest.Attribute;
import java.time.Instant;
import java.util.List;

/** An item of 12 attributes as a record. */
public record AlbumRecord(
        String partition_key,
        @Attribute(prefix = "ALBUM_") String sort_key,
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
    public record Key(String partition_key, String sort_key) {}

    /** One of many items of a partition. */
    public static AlbumRecord sample(String number) {
        return new AlbumRecord(
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
