package dev.tempest.internal.batch;

import dev.tempest.internal.schema.ItemSize;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How many updates of a page go into one transaction. */
public final class PageLimits {
    /** How many operations a transaction takes. */
    public static final int OPERATIONS = 100;

    private static final long BYTES = 4L * 1024 * 1024;

    private PageLimits() {}

    /**
     * Checks that a transaction takes so many operations, or keys.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void checkOperations(int size, String what, String hint) {
        if (size > OPERATIONS) {
            throw new IllegalArgumentException(
                    "A transaction has " + OPERATIONS + " " + what + " at most, not " + size + ". " + hint);
        }
    }

    /**
     * How many of the page's updates, from the first on, one transaction takes together with what the page adds.
     *
     * @param ends how many operations there are up to the end of each update; what follows is the page's own
     * @param operations how many there are in all
     * @param sizes the bytes of each operation; null if they are not known
     * @param describe names an operation
     * @throws IllegalArgumentException if it does not even take the first
     */
    public static int fitting(int[] ends, int operations, long @Nullable [] sizes, IntFunction<String> describe) {
        int begin = ends[ends.length - 1];
        int count = operations - begin;
        long bytes = sizes == null ? 0 : sum(sizes, begin, operations);
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            count += ends[i] - from;
            IllegalArgumentException excess = count > OPERATIONS
                    ? new IllegalArgumentException("One update makes " + count
                            + " operations, with what finishPage adds, but a transaction has " + OPERATIONS
                            + " at most.")
                    : null;
            if (excess == null && sizes != null) {
                bytes += sum(sizes, from, ends[i]);
                excess = excess(from, ends[i], bytes, sizes, describe);
            }
            if (excess != null && i == 0) {
                throw excess;
            }
            if (excess != null) {
                return i;
            }
            from = ends[i];
        }
        return ends.length;
    }

    private static @Nullable IllegalArgumentException excess(
            int from, int to, long bytes, long[] sizes, IntFunction<String> describe) {
        for (int i = from; i < to; i++) {
            if (sizes[i] > ItemSize.MAX_ITEM) {
                return new IllegalArgumentException("The " + describe.apply(i) + " has " + sizes[i]
                        + " bytes, but DynamoDB stores items of up to 400 KB.");
            }
        }
        return bytes <= BYTES
                ? null
                : new IllegalArgumentException("One update has " + bytes
                        + " bytes, with what finishPage adds, but a transaction takes 4 MB at most. Its first operation is the "
                        + describe.apply(from) + ". Let each update write less.");
    }

    private static long sum(long[] sizes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += sizes[i];
        }
        return sum;
    }
}
