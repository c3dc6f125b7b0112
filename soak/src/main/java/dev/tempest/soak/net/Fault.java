package dev.tempest.soak.net;

/** What can happen to one request between a client and the server. */
public enum Fault {
    /** Nothing. */
    NONE(705, 900, Doubt.NONE),
    /** The request never arrives; the client's connection is reset. */
    REQUEST_LOST(40, 20, Doubt.OF_THE_CLIENT),
    /** The request is executed, and the connection ends without a response. */
    RESPONSE_LOST(60, 20, Doubt.JUSTIFIED),
    /** The request is executed, and the connection is reset before the response. */
    RESPONSE_RESET(30, 10, Doubt.JUSTIFIED),
    /** The request is executed, and the connection ends in the middle of the response's body. */
    BODY_CUT(40, 10, Doubt.JUSTIFIED),
    /** The connection is reset at once, and the request arrives later all the same. */
    LATE(30, 0, Doubt.JUSTIFIED),
    /** The request is executed and answered, and arrives a second time later. */
    TWICE(25, 0, Doubt.JUSTIFIED),
    /** The request takes its time. */
    DELAYED(20, 20, Doubt.NONE),
    /** Status 500, and nothing is executed. */
    SERVER_ERROR(10, 10, Doubt.OF_THE_CLIENT),
    /** Status 500, although the request is executed. */
    SERVER_ERROR_AFTERWARDS(10, 0, Doubt.JUSTIFIED),
    /** The table is said to be too busy. */
    THROTTLED(10, 6, Doubt.NONE),
    /** Another transaction is said to be at work on the items. */
    TRANSACTION_CONFLICT(15, 0, Doubt.NONE),
    /** The request arrives only after the client's patience has ended. */
    REQUEST_STALLED(3, 2, Doubt.JUSTIFIED),
    /** The request is executed at once, and the response comes only after the client's patience has ended. */
    RESPONSE_STALLED(2, 2, Doubt.JUSTIFIED);

    /** Whether the client can know what became of a write. */
    private enum Doubt {
        NONE,
        /** The client cannot know that nothing was executed. */
        OF_THE_CLIENT,
        /** The request is executed, and the client cannot know it; or it is executed twice. */
        JUSTIFIED
    }

    private static final Fault[] ALL = values();

    private final int onWrites;
    private final int onReads;
    private final Doubt doubt;

    Fault(int onWrites, int onReads, Doubt doubt) {
        this.onWrites = onWrites;
        this.onReads = onReads;
        this.doubt = doubt;
    }

    /** Whether a write may be executed without its client being told, or more often than its client is told. */
    public boolean isAmbiguous() {
        return doubt == Doubt.JUSTIFIED;
    }

    /** Whether the client of a write cannot know if it was executed. */
    public boolean isUncertain() {
        return doubt != Doubt.NONE;
    }

    /**
     * Draws a fault.
     *
     * @param chance from 0 to 1, 1 excluded
     */
    static Fault draw(double chance, boolean write) {
        int left = (int) (chance * 1_000);
        for (Fault fault : ALL) {
            left -= write ? fault.onWrites : fault.onReads;
            if (left < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("The weights do not add up to 1,000.");
    }
}
