package dev.tempest.internal.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.locking.TraceToken.Trace;
import dev.tempest.internal.locking.WriterSlots.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A slot belongs to one write at a time, and no two writes leave the same trace. */
class WriterSlotsTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final WriterSlots slots = new WriterSlots(now::get);

    @Test
    void writesUnderWayHaveSlotsOfTheirOwn() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            assertThat(ids.add(slots.lease().trace().slot())).isTrue();
        }
    }

    @Test
    void oneWriteAfterAnotherTakesTheSameSlotWithTheNextNumber() {
        Slot first = slots.lease();
        Trace trace = first.trace();
        slots.release(first);
        Slot second = slots.lease();

        assertThat(second.trace()).isEqualTo(new Trace(trace.slot(), trace.sequence() + 1));
    }

    @Test
    void theSlotThatWasUsedLastIsUsedNext() {
        Slot one = slots.lease();
        Slot other = slots.lease();
        slots.release(one);
        slots.release(other);

        assertThat(slots.lease()).isSameAs(other);
        assertThat(slots.lease()).isSameAs(one);
    }

    @Test
    void aTraceStaysTheSameWhileItsSlotIsLeased() {
        Slot slot = slots.lease();

        assertThat(slot.trace()).isEqualTo(slot.trace());
    }

    @Test
    void whatWasIdleForLongIsNotUsedAgain() {
        Slot slot = slots.lease();
        String id = slot.trace().slot();
        slots.release(slot);
        now.addAndGet(10_000);

        assertThat(slots.lease().trace().slot()).isNotEqualTo(id);
    }

    @Test
    void whatWasIdleIsNotUsedAgainWhereTheClockWasSetBack() {
        Slot slot = slots.lease();
        String id = slot.trace().slot();
        slots.release(slot);
        now.addAndGet(-3_600_000);

        assertThat(slots.lease().trace().slot()).isNotEqualTo(id);
    }

    @Test
    void noTwoWritesOfManyThreadsShareASlotOrATrace() throws Exception {
        Set<String> leased = ConcurrentHashMap.newKeySet();
        Set<Trace> traces = ConcurrentHashMap.newKeySet();
        Callable<Boolean> writes = () -> {
            boolean alone = true;
            for (int i = 0; i < 5_000; i++) {
                Slot slot = slots.lease();
                String id = slot.trace().slot();
                alone &= leased.add(id);
                alone &= traces.add(slot.trace());
                leased.remove(id);
                slots.release(slot);
            }
            return alone;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(writes));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(traces).hasSize(8 * 5_000);
        assertThat(traces.stream().map(Trace::slot).distinct()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aTransactionHasTheSameSlotWheneverItIsSentAgain() {
        Slot slot = slots.lease(Nonces.of("token"));
        slots.release(slot);

        assertThat(slots.lease(Nonces.of("token")).trace()).isEqualTo(slot.trace());
        assertThat(slots.lease(Nonces.of("other")).trace()).isNotEqualTo(slot.trace());
        assertThat(slots.lease().trace().slot()).isNotEqualTo(slot.trace().slot());
    }
}
