package dev.tempest.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.tempest.benchmarks.Work.Operation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many bytes each work allocates: without JMH and its forks, in a minute for all of it. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;

    private Allocations() {}

    /** Prints one table. The arguments are what the names of the works must contain. */
    public static void main(String[] args) {
        System.out.println("| work | plain SDK | by hand, fastest | enhanced client, bean | Tempest |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (Work work : Works.all()) {
            if (args.length == 0 || List.of(args).stream().anyMatch(work.name()::contains)) {
                System.out.println(line(work));
            }
        }
    }

    private static String line(Work work) {
        Map<Contender, Long> bytes = of(work);
        long plain = bytes.getOrDefault(Contender.PLAIN, 0L);
        List<String> cells = new ArrayList<>();
        for (Contender contender : Contender.values()) {
            Long allocated = bytes.get(contender);
            cells.add(
                    allocated == null
                            ? ""
                            : String.format(Locale.ROOT, "%,d B; x%.3f", allocated, (double) allocated / plain));
        }
        return "| " + work.name() + " | " + String.join(" | ", cells) + " |";
    }

    /** Bytes for one time of the work, by each contender. */
    static Map<Contender, Long> of(Work work) {
        Map<Contender, Long> bytes = new EnumMap<>(Contender.class);
        for (Contender contender : work.by()) {
            bytes.put(contender, of(work.operation(contender)));
        }
        return bytes;
    }

    private static long of(Operation operation) {
        // As many as pass for hot: a mapping takes some hundred nanoseconds, a page of a query a millisecond.
        int times = times(operation);
        long least = Long.MAX_VALUE;
        // What is allocated besides the work, such as by a compiler that was not yet done, only ever adds to it.
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, round(operation, times));
        }
        return least;
    }

    private static int times(Operation operation) {
        long end = System.nanoTime() + 300_000_000;
        int times = 0;
        do {
            use(operation.run());
            times++;
        } while (System.nanoTime() < end || times < 1000);
        return Math.min(times / 10, 2000);
    }

    private static long round(Operation operation, int times) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            use(operation.run());
        }
        return Math.round((double) (THREADS.getCurrentThreadAllocatedBytes() - before) / times);
    }

    @SuppressWarnings("UnusedVariable") // Writing it is the point.
    private static volatile Object used = "";

    /** Keeps a compiler from seeing that nobody wants the result. */
    private static void use(Object result) {
        used = result;
    }
}
