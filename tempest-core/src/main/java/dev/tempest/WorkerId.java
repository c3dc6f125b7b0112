package dev.tempest;

/**
 * One worker of a parallel scan: it gets the items of its own segment.
 *
 * @param segment the worker's number, from 0
 * @param totalSegments the number of workers, from 1 to 1,000,000
 */
public record WorkerId(int segment, int totalSegments) {
    /** The only worker of a scan: it gets all items. */
    public static final WorkerId SEQUENTIAL = new WorkerId(0, 1);

    private static final int MAX_SEGMENTS = 1_000_000;

    public WorkerId {
        if (totalSegments < 1 || totalSegments > MAX_SEGMENTS) {
            throw new IllegalArgumentException("totalSegments must be from 1 to 1000000, not " + totalSegments + ".");
        }
        if (segment < 0 || segment >= totalSegments) {
            throw new IllegalArgumentException(
                    "segment must be from 0 to " + (totalSegments - 1) + ", not " + segment + ".");
        }
    }
}
