package dev.tempest.soak.net;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Which faults each operation's requests met. Safe for use by several threads. */
public final class Traffic {
    private static final int FAULTS = Fault.values().length;
    /** A request that took so long that its client may have given up. */
    private static final int SLOW = 1 << FAULTS;

    private static final int ORDINAL = FAULTS + 1;

    /** For each operation a bit for each fault that hit a write, and above them the number of requests. */
    private final AtomicIntegerArray operations;

    /** For each operation the last write that was answered, by what it was. */
    private final AtomicIntegerArray answered;

    private final Map<Fault, LongAdder> counts = new EnumMap<>(Fault.class);
    private final AtomicLong requests = new AtomicLong();
    private final LongAdder slow = new LongAdder();

    /** @param capacity above the highest number of an operation */
    public Traffic(int capacity) {
        operations = new AtomicIntegerArray(capacity);
        answered = new AtomicIntegerArray(capacity);
        for (Fault fault : Fault.values()) {
            counts.put(fault, new LongAdder());
        }
    }

    /** Counts a request of the operation, and returns how many came before it. */
    int next(int operation) {
        requests.incrementAndGet();
        return operations.getAndAdd(operation, 1 << ORDINAL) >>> ORDINAL;
    }

    void count(Fault fault) {
        count(counts, fault);
    }

    private static void count(Map<Fault, LongAdder> counts, Fault fault) {
        LongAdder count = counts.get(fault);
        if (count != null) {
            count.increment();
        }
    }

    void hit(int operation, Fault fault) {
        set(operation, bit(fault));
    }

    /** Takes a write that comes. If it was answered before, its client did not get, or did not await, the answer. */
    void arrived(int operation, int write) {
        if (write != 0 && answered.getAndSet(operation, 0) == write) {
            slow(operation);
        }
    }

    /** Takes a write that is answered, so that there is no reason to send it again. */
    void answered(int operation, int write) {
        answered.set(operation, write);
    }

    void slow(int operation) {
        slow.increment();
        set(operation, SLOW);
    }

    // The bits are never stored, so that the order of the constants does not matter.
    @SuppressWarnings("EnumOrdinal")
    private static int bit(Fault fault) {
        return 1 << fault.ordinal();
    }

    private void set(int operation, int bit) {
        operations.updateAndGet(operation, word -> word | bit);
    }

    /** Whether a write of the operation may have been executed, or executed again, without its client knowing it. */
    public boolean isAmbiguous(int operation) {
        return isSlow(operation) || faults(operation).stream().anyMatch(Fault::isAmbiguous);
    }

    /** Whether the client must say that it does not know whether a write of the operation was executed. */
    public boolean isUncertain(int operation) {
        return isSlow(operation) || faults(operation).stream().anyMatch(Fault::isUncertain);
    }

    /**
     * Whether the network executed a write of the operation once more after it had answered, and did nothing else that is
     * ambiguous.
     */
    public boolean isDeliveredAgainOnly(int operation) {
        return faults(operation).stream().allMatch(fault -> fault == Fault.TWICE || !fault.isAmbiguous())
                && faults(operation).contains(Fault.TWICE)
                && !isSlow(operation);
    }

    /** Whether a write of the operation was answered in a way that makes the SDK send it again. */
    public boolean isRefused(int operation) {
        Set<Fault> faults = faults(operation);
        return faults.contains(Fault.THROTTLED) || faults.contains(Fault.TRANSACTION_CONFLICT);
    }

    /** Whether the server took so long that the client may have given up. */
    public boolean isSlow(int operation) {
        return (operations.get(operation) & SLOW) != 0;
    }

    /** The faults that hit writes of the operation. */
    public Set<Fault> faults(int operation) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE && (operations.get(operation) & bit(fault)) != 0) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /** How many requests came. */
    public long requests() {
        return requests.get();
    }

    /** How many requests of operations took so long that their clients may have given up. */
    public long slowRequests() {
        return slow.sum();
    }

    /** How often each fault was played, on reads and on writes. */
    public Map<Fault, Long> counts() {
        Map<Fault, Long> sums = new EnumMap<>(Fault.class);
        counts.forEach((fault, count) -> sums.put(fault, count.sum()));
        return sums;
    }
}
