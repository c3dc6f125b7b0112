package dev.tempest.local.internal.capacity;

/** The units that reads and writes of items cost by their sizes. */
public final class CapacityUnits {
    private static final int READ_UNIT = 4096;
    private static final int WRITE_UNIT = 1024;

    private CapacityUnits() {}

    /** Units for reading so many bytes at once. */
    public static double read(long bytes, boolean consistent) {
        long units = Math.max(1, (bytes + READ_UNIT - 1) / READ_UNIT);
        return consistent ? units : units / 2.0;
    }

    /** Units for writing an item that has, or had, so many bytes. */
    public static int write(int bytes) {
        return Math.max(1, (bytes + WRITE_UNIT - 1) / WRITE_UNIT);
    }
}
