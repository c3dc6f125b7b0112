package dev.tempest.benchmarks.models;

import dev.tempest.Attribute;

/** An item of 4 attributes as a class with final fields. */
public final class TrackClass {
    public final String partition_key;

    @Attribute(prefix = "TRACK_")
    public final String sort_key;

    public final String title;
    public final long seconds;

    public TrackClass(String partition_key, String sort_key, String title, long seconds) {
        this.partition_key = partition_key;
        this.sort_key = sort_key;
        this.title = title;
        this.seconds = seconds;
    }

    public record Key(String partition_key, String sort_key) {}

    /** One of many items of a partition. */
    public static TrackClass sample(String number) {
        return new TrackClass("M_4f1c2d7e90", number, "title of Late Night Transmissions", 49380L);
    }
}
