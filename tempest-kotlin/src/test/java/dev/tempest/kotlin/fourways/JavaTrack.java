package dev.tempest.kotlin.fourways;

import dev.tempest.Attribute;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The item type of the Java programs, of both SDKs. */
public record JavaTrack(
        @Attribute(name = "partition_key") String album,
        @Attribute(name = "sort_key", prefix = "TRACK_") String number,
        String title,
        int plays,
        Integer rating,
        boolean live,
        Duration run_length,
        List<String> artists,
        Set<String> tags) {
    public record Key(String album, String number) {
        public Key(String album) {
            this(album, "");
        }
    }
}
