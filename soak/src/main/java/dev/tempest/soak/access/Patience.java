package dev.tempest.soak.access;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How long a lane waits for its futures before it cancels them. Belongs to one thread. */
public final class Patience {
    private static final long FOREVER_MILLIS = 600_000;

    private long millis = FOREVER_MILLIS;

    public void end(long afterMillis) {
        millis = afterMillis;
    }

    public void renew() {
        millis = FOREVER_MILLIS;
    }

    <T extends @Nullable Object> T await(CompletableFuture<T> future) {
        return await(future, millis);
    }

    public static <T extends @Nullable Object> T forever(CompletableFuture<T> future) {
        return await(future, FOREVER_MILLIS);
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> future, long millis) {
        try {
            return future.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            if (millis == FOREVER_MILLIS) {
                throw new AssertionError("A future did not complete within " + millis + " ms.", e);
            }
            throw new CancellationException("The worker lost its patience.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
