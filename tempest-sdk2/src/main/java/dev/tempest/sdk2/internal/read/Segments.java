package dev.tempest.sdk2.internal.read;

import dev.tempest.WorkerId;
import dev.tempest.sdk2.ScanConfig;
import java.util.ArrayList;
import java.util.List;

/** The segments of a scan that is split over several requests at a time. */
public final class Segments {
    private Segments() {}

    public static List<ScanConfig> of(ScanConfig config, int totalSegments) {
        if (config.workerId() != null) {
            throw new IllegalArgumentException(
                    "A parallel scan has all segments: its config must not name " + config.workerId() + ".");
        }
        List<ScanConfig> segments = new ArrayList<>();
        for (int segment = 0; segment < totalSegments; segment++) {
            segments.add(config.toBuilder()
                    .workerId(new WorkerId(segment, totalSegments))
                    .build());
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("totalSegments must be 1 or more, not " + totalSegments + ".");
        }
        return segments;
    }
}
