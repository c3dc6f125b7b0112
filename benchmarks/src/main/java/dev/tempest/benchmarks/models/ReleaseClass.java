package dev.tempest.benchmarks.models;

import dev.tempest.Attribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An item of 40 attributes as a class with final fields. */
public final class ReleaseClass {
    public final String partition_key;

    @Attribute(prefix = "RELEASE_")
    public final String sort_key;

    public final String title;
    public final String subtitle;
    public final String artist;
    public final String composer;
    public final String producer;
    public final String engineer;
    public final String studio;
    public final String label;
    public final String barcode;
    public final String catalogue;
    public final String country;
    public final String language;
    public final String artwork;
    public final String notes;
    public final int discs;
    public final int tracks;
    public final int edition;
    public final int chart_position;
    public final int bit_depth;
    public final int sample_rate;
    public final long plays;
    public final long downloads;
    public final long likes;
    public final long milliseconds;
    public final double rating;
    public final double loudness;
    public final double tempo;
    public final boolean explicit;
    public final boolean remastered;
    public final boolean live;
    public final boolean available;
    public final Instant created;
    public final Instant changed;
    public final Instant imported;
    public final LocalDate released;
    public final BigDecimal price;
    public final List<String> genres;
    public final Integer weeks_in_charts;

    public ReleaseClass(
            String partition_key,
            String sort_key,
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
        this.partition_key = partition_key;
        this.sort_key = sort_key;
        this.title = title;
        this.subtitle = subtitle;
        this.artist = artist;
        this.composer = composer;
        this.producer = producer;
        this.engineer = engineer;
        this.studio = studio;
        this.label = label;
        this.barcode = barcode;
        this.catalogue = catalogue;
        this.country = country;
        this.language = language;
        this.artwork = artwork;
        this.notes = notes;
        this.discs = discs;
        this.tracks = tracks;
        this.edition = edition;
        this.chart_position = chart_position;
        this.bit_depth = bit_depth;
        this.sample_rate = sample_rate;
        this.plays = plays;
        this.downloads = downloads;
        this.likes = likes;
        this.milliseconds = milliseconds;
        this.rating = rating;
        this.loudness = loudness;
        this.tempo = tempo;
        this.explicit = explicit;
        this.remastered = remastered;
        this.live = live;
        this.available = available;
        this.created = created;
        this.changed = changed;
        this.imported = imported;
        this.released = released;
        this.price = price;
        this.genres = genres;
        this.weeks_in_charts = weeks_in_charts;
    }

    public record Key(String partition_key, String sort_key) {}

    /** One of many items of a partition. */
    public static ReleaseClass sample(String number) {
        return new ReleaseClass(
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
