package dev.tempest.local.differential;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sends random requests to this module's engine and to dynoxide, and prints what came of them. */
public final class Differential {
    private Differential() {}

    /**
     * Compares the two engines, or records dynoxide's responses.
     *
     * @param args the program dynoxide, the number of requests, and a seed if it is to be a certain one; then a file if the
     *     responses are to be recorded
     */
    public static void main(String[] args) {
        Path program = Path.of(args[0]);
        int requests = Integer.parseInt(args[1]);
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        Comparison comparison = args.length > 3
                ? Recording.record(program, Path.of(args[3]), requests, seed)
                : run(program, requests, seed, Duration.ofDays(1));
        print(comparison, seed);
        if (comparison.different() > 0) {
            System.exit(1);
        }
    }

    static void print(Comparison comparison, long seed) {
        comparison.unsettled().forEach(System.out::println);
        comparison.unsettledKinds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(kind -> System.out.println(kind.getValue() + " x " + kind.getKey()));
        System.out.println(comparison.outcomes().table());
        System.out.println("Settled differences: " + comparison.differences().seen());
        System.out.println("Listed, but not met: " + comparison.differences().unseen());
        System.out.println("Seed " + seed + ", " + comparison.outcomes().requests() + " requests, unsettled: "
                + comparison.different() + ", other messages: " + comparison.differentMessages());
    }

    /** Compares so many requests, or as many as can be sent in this time. */
    static Comparison run(Path program, int requests, long seed, Duration atMost) {
        System.out.println("Comparing " + requests + " requests with dynoxide, seed " + seed);
        return run(program, requests, seed, atMost, (call, response) -> {});
    }

    static Comparison run(
            Path program,
            int requests,
            long seed,
            Duration atMost,
            BiConsumer<Call, Map<String, @Nullable Object>> recorder) {
        Comparison comparison = new Comparison(false);
        long deadline = System.nanoTime() + atMost.toNanos();
        try (Engine dynoxide = Dynoxide.start(program);
                Engine local = new Ours()) {
            Session theirs = new Session(dynoxide);
            Session ours = new Session(local);
            Generator generator = new Generator(seed);
            for (int i = 0; i < requests && System.nanoTime() < deadline; i++) {
                Call call = generator.next();
                Map<String, @Nullable Object> response = theirs.send(call);
                recorder.accept(call, response);
                for (Call clean : comparison.compare(call, response, ours.send(call))) {
                    theirs.send(clean);
                    ours.send(clean);
                }
            }
        }
        return comparison;
    }
}
