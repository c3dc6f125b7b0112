package dev.tempest.soak.history;

/** What a worker was told. */
public enum Outcome {
    /** That it is done. */
    DONE(1, 1),
    /** That a condition did not hold. */
    CONFLICT(0, 0),
    /** That there is no item. */
    ABSENT(0, 0),
    /** That others were faster until the time was over. */
    GAVE_UP(0, 0),
    /** That a transaction was cancelled, and not for a condition. */
    CANCELLED_TRANSACTION(0, 0),
    /** Nothing: the part's turn did not come. */
    NOT_STARTED(0, 0),
    /** That nobody knows. */
    UNKNOWN(0, 1),
    /** Only the SDK's own failure: no response, throttling, status 500. */
    FAILED(0, 1),
    /** Nothing: the worker cancelled its future. */
    ABANDONED(0, 1),
    /** Whatever comes of a client that is closed in the middle of a call. */
    CLOSED(0, 1),
    /** Nothing: the worker was killed. */
    KILLED(0, 1),
    /** Something that nobody should be told. */
    UNEXPECTED(0, 0);

    private final int least;
    private final int most;

    Outcome(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** How often the write is stored at least. */
    public int least() {
        return least;
    }

    /** How often the write is stored at most. */
    public int most() {
        return most;
    }
}
