package dev.tempest.sdk2.internal.request;

import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * Sends the requests of one call of the user's. Protocols of several requests are written once against it: through a
 * client that blocks, every future is complete when it is returned, except those of {@link #fork}.
 */
public interface Requests {
    /** Sends one request; the future fails with what the SDK threw, never with a wrapper of it. */
    <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange);

    /** Receives what the operation finds out about its requests. */
    default Observation observation() {
        return Observation.NONE;
    }

    /** Does a part of the operation that listeners see as an operation of its own. */
    default <T> CompletableFuture<T> part(OperationInfo operation, Function<Requests, CompletableFuture<T>> work) {
        return work.apply(this);
    }

    /** Where functions of the user's run, which may take long; null for the current thread. */
    default @Nullable Executor functions() {
        return null;
    }

    /** After what time the client itself gives a request up; null for never, or if it does not say. */
    @Nullable Duration callTimeout();

    /** Nanoseconds of a clock that only moves on, by which a call knows how much of its time is left. */
    default long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Completes after a while. What follows must send a request, and leave the rest to what follows the response: it may run
     * on a thread that others wait for.
     */
    CompletableFuture<@Nullable Void> pause(Duration duration);

    /**
     * Starts work beside the caller's, or returns null if the database has as much under way as its client is to carry:
     * the caller then does it in its turn.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the user's executor takes no work
     */
    <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work);

    /** See {@link #callTimeout()}. */
    static @Nullable Duration callTimeout(Supplier<? extends SdkServiceClientConfiguration> client) {
        SdkServiceClientConfiguration configuration;
        try {
            configuration = client.get();
        } catch (UnsupportedOperationException e) {
            // An implementation of the program's own.
            return null;
        }
        ClientOverrideConfiguration override = configuration == null ? null : configuration.overrideConfiguration();
        return override == null ? null : override.apiCallTimeout().orElse(null);
    }
}
