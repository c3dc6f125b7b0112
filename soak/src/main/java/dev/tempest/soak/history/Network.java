package dev.tempest.soak.history;

import java.time.Duration;
import java.util.List;

/** What the network did to the writes of operations. */
public interface Network {
    /** Whether a write may have been executed, or executed again, without its client knowing it. */
    boolean isAmbiguous(int operation);

    /** Whether a client must say that it does not know whether a write was executed. */
    boolean isUncertain(int operation);

    /** Whether a write was sent more than once, for whatever reason. */
    boolean isRepeated(int operation);

    /**
     * Whether the network executed a write once more after it had answered, and did nothing else that its client cannot
     * know. No client sends that second one, so that nothing can be known of it.
     */
    boolean isDeliveredAgainOnly(int operation);

    /** How long clients wait for a response. */
    Duration patience();

    /** The names of what happened, for the report. */
    List<String> faults(int operation);
}
