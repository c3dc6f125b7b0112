package dev.tempest.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every comparison and prints one table. Takes JMH's own options; {@code -p work=...} picks some of the works. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions options = new CommandLineOptions(args);
        Collection<String> chosen = options.getParameter("work").orElse(List.of());
        List<Work> works = Works.all().stream()
                .filter(work -> chosen.isEmpty() || chosen.contains(work.name()))
                .toList();
        Map<String, Map<Contender, RunResult>> results = new LinkedHashMap<>();
        // One run for each work: its contenders follow each other, so that they meet the same weather.
        for (Work work : works) {
            Map<Contender, RunResult> result = new EnumMap<>(Contender.class);
            for (RunResult run : run(options, work)) {
                result.put(Contender.valueOf(run.getParams().getParam("contender")), run);
            }
            results.put(work.name(), result);
        }
        print(results);
    }

    private static Collection<RunResult> run(CommandLineOptions options, Work work) throws RunnerException {
        String[] contenders = new TreeSet<>(work.by()).stream().map(Enum::name).toArray(String[]::new);
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options)
                .include(Comparison.class.getName())
                .addProfiler(GCProfiler.class)
                .param("work", work.name())
                .param("contender", contenders);
        // What the command line does not say.
        if (!options.getForkCount().hasValue()) {
            builder.forks(2);
        }
        if (!options.getWarmupIterations().hasValue()) {
            builder.warmupIterations(4);
        }
        if (!options.getWarmupTime().hasValue()) {
            builder.warmupTime(TimeValue.seconds(1));
        }
        if (!options.getMeasurementIterations().hasValue()) {
            builder.measurementIterations(5);
        }
        if (!options.getMeasurementTime().hasValue()) {
            builder.measurementTime(TimeValue.seconds(1));
        }
        return new Runner(builder.build()).run();
    }

    private static void print(Map<String, Map<Contender, RunResult>> results) {
        List<String> lines = new ArrayList<>();
        lines.add("| work | plain SDK | by hand, fastest | enhanced client, bean | Tempest |");
        lines.add("| --- | --- | --- | --- | --- |");
        results.forEach((work, result) -> {
            RunResult plain = result.get(Contender.PLAIN);
            StringBuilder line = new StringBuilder("| " + work);
            for (Contender contender : Contender.values()) {
                line.append(" | ").append(cell(result.get(contender), plain));
            }
            lines.add(line.append(" |").toString());
        });
        System.out.println();
        lines.forEach(System.out::println);
    }

    /** Time and bytes, and both as multiples of the plain SDK's. */
    private static String cell(@Nullable RunResult run, @Nullable RunResult plain) {
        if (run == null) {
            return "";
        }
        double time = run.getPrimaryResult().getScore();
        String cell = String.format(Locale.ROOT, "%.3g us ± %.2g, %,.0f B", time, error(run), bytes(run));
        return plain == null || plain == run
                ? cell
                : cell
                        + String.format(
                                Locale.ROOT,
                                "; x%.2f, x%.2f",
                                time / plain.getPrimaryResult().getScore(),
                                bytes(run) / bytes(plain));
    }

    private static double error(RunResult run) {
        return run.getPrimaryResult().getScoreError();
    }

    private static double bytes(RunResult run) {
        Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
        return allocated == null ? Double.NaN : allocated.getScore();
    }
}
