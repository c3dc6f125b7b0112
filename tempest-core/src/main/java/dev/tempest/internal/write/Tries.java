package dev.tempest.internal.write;

import org.jspecify.annotations.Nullable;

/** What to say of a request that the SDK has sent more than once. */
public final class Tries {
    private Tries() {}

    /**
     * Of a failed condition that may be the work of the request's own first try.
     *
     * @param tries null if they are not known
     */
    public static String failedByItself(@Nullable Integer tries) {
        return sent(tries) + ", and its condition may have failed because of its own first try";
    }

    /**
     * Of a cancelled transaction of which an earlier try got no response.
     *
     * @param tries null if they are not known
     */
    public static String executedBefore(@Nullable Integer tries) {
        return sent(tries) + ", and an earlier try may have been executed, or may be executed later";
    }

    private static String sent(@Nullable Integer tries) {
        return "; the SDK sent it " + (tries == null ? "one or more times" : tries + " times");
    }
}
