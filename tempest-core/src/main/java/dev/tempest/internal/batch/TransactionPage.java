package dev.tempest.internal.batch;

import org.jspecify.annotations.Nullable;

/**
 * One page of a writing pager.
 *
 * @param set the operations as they were given
 * @param operations how many there are
 * @param ends how many there are up to the end of each update; what follows is the page's own
 * @param prepared the page as it is sent; null if a transaction does not take it, or where the database is a class of the
 *     user's own
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares pages.
public record TransactionPage<S, P extends TransactionPage.Prepared>(
        S set, int operations, int[] ends, @Nullable P prepared) {

    /** A transaction that is ready to be sent. */
    public interface Prepared {
        /** The bytes of each operation, as far as they are known: of deletes and checks, DynamoDB counts the stored item. */
        long[] sizes();

        /** Names an operation. */
        String describe(int operation);
    }

    /** See {@link PagedUpdates.Pages#fitting}. */
    public int fitting() {
        P known = prepared;
        return known == null
                ? PageLimits.fitting(ends, operations, null, operation -> "")
                : PageLimits.fitting(ends, operations, known.sizes(), known::describe);
    }
}
