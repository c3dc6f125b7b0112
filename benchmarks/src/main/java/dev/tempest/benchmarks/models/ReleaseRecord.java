package dev.tempest.benchmarks.models;

import dev.tempest.Attribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An item of 40 attributes as a record. */
public record ReleaseRecord(
        String partition_key,
        @Attribute(prefix = "RELEASE_") String sort_key,
        String title,
        String subtitle,
        String artist,
        String composer,
        String producer,
        String engineer,
        String studio,
        String label,
        String barcode,
        String catalogue,
        String country,
        String language,
        String artwork,
        String notes,
        int discs,
        int tracks,
        int edition,
        int chart_position,
        int bit_depth,
        int sample_rate,
        long plays,
        long downloads,
        long likes,
        long milliseconds,
        double rating,
        double loudness,
        double tempo,
        boolean explicit,
        boolean remastered,
        boolean live,
        boolean available,
        Instant created,
        Instant changed,
        Instant imported,
        LocalDate released,
        BigDecimal price,
        List<String> genres,
        Integer weeks_in_charts) {
    public record Key(String partition_key, String sort_key) {}

    /** One of many items of a partition. */
    public static ReleaseRecord sample(String number) {
        return new ReleaseRecord(
                "M_4f1c2d7e90",
                number,
                "title of Late Night Transmissions",
                "subtitle of Late Night Transmissions",
                "artist of Late Night Transmissions",
                "composer of Late Night Transmissions",
                "producer of Late Night Transmissions",
                "engineer of Late Night Transmissions",
                "studio of Late Night Transmissions",
                "label of Late Night Transmissions",
                "barcode of Late Night Transmissions",
                "catalogue of Late Night Transmissions",
                "country of Late Night Transmissions",
                "language of Late Night Transmissions",
                "artwork of Late Night Transmissions",
                "notes of Late Night Transmissions",
                115,
                122,
                129,
                136,
                143,
                150,
                283935L,
                296280L,
                308625L,
                320970L,
                26.25,
                27.25,
                28.25,
                true,
                false,
                true,
                false,
                Instant.ofEpochMilli(1602851200123L),
                Instant.ofEpochMilli(1602937600123L),
                Instant.ofEpochMilli(1603024000123L),
                LocalDate.of(2012, 10, 15),
                new BigDecimal("9.99"),
                List.of("Electronic", "Ambient", "Drone"),
                12);
    }
}
