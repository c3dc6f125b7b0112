package dev.tempest.sdk1.internal.request;

import com.amazonaws.event.ProgressEvent;
import com.amazonaws.event.ProgressEventType;
import com.amazonaws.event.SyncProgressListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts how often the SDK sends a request, which it says neither in a response nor in a failure. */
public final class TryCounter extends SyncProgressListener {
    private final AtomicInteger tries = new AtomicInteger();

    @Override
    public void progressChanged(ProgressEvent event) {
        if (event.getEventType() == ProgressEventType.HTTP_REQUEST_STARTED_EVENT) {
            tries.incrementAndGet();
        }
    }

    /** Whether it is certain that there was no other try, which may have been executed, or still may be. */
    public boolean isOne() {
        return tries.get() == 1;
    }

    /** How many there were; null if the client does not tell, as one that is not the SDK's own. */
    public @Nullable Integer count() {
        int count = tries.get();
        return count == 0 ? null : count;
    }
}
