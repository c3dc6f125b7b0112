package dev.tempest.internal.observing;

import dev.tempest.OperationListener.Capacity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of DynamoDB, as an SDK sends it.
 *
 * @param <Q> its request
 * @param <R> its response
 */
public interface RequestKind<Q, R> {
    /** DynamoDB's own name. */
    String name();

    /** Whether it changes what is stored. */
    boolean isWrite();

    /** The request, which asks for the capacity that it consumes. */
    Q askingForCapacity(Q request);

    @Nullable String requestId(R response);

    /** What the request consumed, by table and index; empty if it did not ask for it. */
    List<Capacity> consumed(R response);

    /** How many items the response is about. */
    Counts counts(R response);
}
