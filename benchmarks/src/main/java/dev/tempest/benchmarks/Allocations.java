package dev.tempest.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.tempest.benchmarks.Work.Operation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many bytes each work allocates: without JMH and its forks, in a minute for all of it. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 12;
    private static final int MOST_ROUNDS = 100;

    /** Less by more than this part lets the rounds go on. */
    private static final double NOTICEABLE = 0.998;

    private Allocations() {}

    /**
     * Prints one table. The arguments are what the names of the works must contain; or {@code --exact}, for a JVM that compiles
     * nothing ({@code -Xint}) and thus allocates the very same in each run, whatever else the machine does.
     */
    public static void main(String[] args) {
        if (List.of(args).contains("--exact")) {
            for (Work work : Works.all()) {
                Repeated operation = new Repeated(work.operation(Contender.TEMPEST), 20);
                operation.bytesForOne(); // what is only done once
                System.out.println(work.name() + "," + operation.bytesForOne());
            }
            return;
        }
        System.out.println("| work | plain SDK | by hand, fastest | enhanced client, bean | Tempest |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (Work work : Works.all()) {
            if (args.length == 0 || List.of(args).stream().anyMatch(work.name()::contains)) {
                System.out.println(line(work));
            }
        }
    }

    private static String line(Work work) {
        Map<Contender, Long> bytes = of(work, work.by());
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

    /**
     * Bytes for one time of the work, by each of these contenders. They take turns, for what the compiler has made of the code
     * that all of them use changes as it goes.
     */
    static Map<Contender, Long> of(Work work, Set<Contender> contenders) {
        Map<Contender, Repeated> operations = new EnumMap<>(Contender.class);
        for (Contender contender : contenders) {
            operations.put(contender, Repeated.hot(work.operation(contender)));
        }
        Map<Contender, Long> least = new EnumMap<>(Contender.class);
        int lastLess = 0;
        // What is allocated besides the work, such as by a compiler that was not yet done, only ever adds to it.
        for (int round = 0; round < lastLess + ROUNDS && round < MOST_ROUNDS; round++) {
            for (Map.Entry<Contender, Repeated> operation : operations.entrySet()) {
                long bytes = operation.getValue().bytesForOne();
                long known = least.getOrDefault(operation.getKey(), Long.MAX_VALUE);
                if (bytes < known) {
                    least.put(operation.getKey(), bytes);
                    lastLess = bytes < known * NOTICEABLE ? round : lastLess;
                }
            }
        }
        return least;
    }

    record Repeated(Operation operation, int times) {
        /** Runs an operation as often as passes for hot: a mapping takes some hundred nanoseconds, a page of a query a millisecond. */
        static Repeated hot(Operation operation) {
            long end = System.nanoTime() + 200_000_000;
            int times = 0;
            do {
                use(operation.run());
                times++;
            } while (System.nanoTime() < end || times < 500);
            return new Repeated(operation, Math.min(times / 10, 2000));
        }

        long bytesForOne() {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < times; i++) {
                use(operation.run());
            }
            return Math.round((double) (THREADS.getCurrentThreadAllocatedBytes() - before) / times);
        }
    }

    @SuppressWarnings("UnusedVariable") // Writing it is the point.
    private static volatile Object used = "";

    /** Keeps a compiler from seeing that nobody wants the result. */
    private static void use(Object result) {
        used = result;
    }
}
