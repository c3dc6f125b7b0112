package dev.tempest.sdk2.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one call of the user's. Protocols of several requests are written once against it: through a
 * client that blocks, every future is complete when it is returned, except those of {@link #fork}.
 */
interface Requests {
    /** Sends one request; the future fails with what the SDK threw, never with a wrapper of it. */
    <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange);

    /** Completes after a while. */
    CompletableFuture<@Nullable Void> pause(Duration duration);

    /** Starts work beside the caller's. */
    <T extends @Nullable Object> CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work);
}
