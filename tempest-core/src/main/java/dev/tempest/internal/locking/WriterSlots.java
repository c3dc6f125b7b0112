package dev.tempest.internal.locking;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The slots under which the writes of one database leave their traces. Each write has a slot of its own while it is under
 * way; the one used last is used next, so that a program takes no more slots than it makes writes at a time.
 *
 * <p>Whoever does not know what became of a write keeps its slot: a late request may still leave its trace.
 */
public final class WriterSlots {
    /**
     * A process may be a copy of another, made from a snapshot with these slots in it. Copies begin a while after the
     * snapshot, so what was idle that long is not used again.
     */
    private static final long IDLE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Deque<Slot> free = new ConcurrentLinkedDeque<>();
    private final LongSupplier clock;

    public WriterSlots() {
        this(System::currentTimeMillis);
    }

    WriterSlots(LongSupplier clock) {
        this.clock = clock;
    }

    /** A slot that no other write has; for a transaction with a token, one that it has whenever it is sent again. */
    public Slot lease(Nonces nonces) {
        return nonces == Nonces.RANDOM ? lease() : new Slot(nonces.next(), false);
    }

    /** A slot that no other write has. */
    public Slot lease() {
        long now = clock.getAsLong();
        for (Slot slot = free.pollFirst(); slot != null; slot = free.pollFirst()) {
            if (Math.abs(now - slot.lastUsed) < IDLE_MILLIS) {
                slot.sequence++;
                return slot;
            }
        }
        return new Slot(Nonces.RANDOM.next(), true);
    }

    /** Gives a slot back, once it is known what became of its write. */
    public void release(Slot slot) {
        if (slot.isReusable) {
            slot.lastUsed = clock.getAsLong();
            free.addFirst(slot);
        }
    }

    /** A slot while it is leased. */
    public static final class Slot {
        private final String id;
        private final boolean isReusable;
        private long sequence;
        private long lastUsed;

        private Slot(String id, boolean isReusable) {
            this.id = id;
            this.isReusable = isReusable;
        }

        /** The trace of the write that has the slot. */
        public TraceToken.Trace trace() {
            return new TraceToken.Trace(id, sequence);
        }
    }
}
