package dev.tempest.benchmarks.models;

import dev.tempest.Attribute;

/** An item of 4 attributes as a record. */
public record TrackRecord(
        String partition_key, @Attribute(prefix = "TRACK_") String sort_key, String title, long seconds) {
    public record Key(String partition_key, String sort_key) {}

    /** One of many items of a partition. */
    public static TrackRecord sample(String number) {
        return new TrackRecord("M_4f1c2d7e90", number, "title of Late Night Transmissions", 49380L);
    }
}
