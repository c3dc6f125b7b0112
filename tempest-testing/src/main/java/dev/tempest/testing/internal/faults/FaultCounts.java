package dev.tempest.testing.internal.faults;

import dev.tempest.testing.Fault;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests and faults there were. */
public final class FaultCounts {
    private final Map<String, AtomicLong> requests = new ConcurrentHashMap<>();
    private final Map<Fault, AtomicLong> faults = new ConcurrentHashMap<>();

    /** Counts a request, and returns its number among those of its operation. */
    long request(String operation) {
        return requests.computeIfAbsent(operation, name -> new AtomicLong()).incrementAndGet();
    }

    void fault(Fault fault) {
        faults.computeIfAbsent(fault, kind -> new AtomicLong()).incrementAndGet();
    }

    /** The requests of each operation, retries included. */
    public SortedMap<String, Long> requests() {
        SortedMap<String, Long> copy = new TreeMap<>();
        requests.forEach((operation, count) -> copy.put(operation, count.get()));
        return copy;
    }

    /** How often each fault has happened. */
    public Map<Fault, Long> faults() {
        Map<Fault, Long> copy = new ConcurrentHashMap<>();
        faults.forEach((fault, count) -> copy.put(fault, count.get()));
        return copy;
    }
}
