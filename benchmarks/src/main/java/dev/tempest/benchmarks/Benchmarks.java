package dev.tempest.benchmarks;

import dev.tempest.benchmarks.report.Bars;
import dev.tempest.benchmarks.report.Report;
import dev.tempest.benchmarks.report.Statistics;
import dev.tempest.benchmarks.report.Statistics.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times every work by every contender. Each round gives each contender one JVM of its own, one right after the other, so that
 * the weather of the machine disturbs all of them alike; what is reported are the ratios within the rounds.
 */
public final class Benchmarks {
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;

    private Benchmarks() {}

    /**
     * The arguments are what the names of the works must begin with, and {@code --quick} for figures that only show that it works.
     */
    public static void main(String[] args) throws RunnerException {
        List<String> names = new ArrayList<>(List.of(args));
        int rounds = names.remove("--quick") ? QUICK_ROUNDS : ROUNDS;
        List<List<String>> rows = new ArrayList<>();
        Bars encoding = new Bars("Time to encode an item, times the plain SDK mapped by hand", "");
        Bars decoding = new Bars("Time to decode an item, times the plain SDK mapped by hand", "");
        Bars calls = new Bars("Time of a whole call, times the plain SDK mapped by hand", "");
        for (Work work : Works.all()) {
            if (names.isEmpty() || names.stream().anyMatch(work.name()::startsWith)) {
                List<Map<Contender, Double>> measured = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    measured.add(round(work, round));
                    System.out.println(work.name() + ", round " + (round + 1) + ": " + measured.get(round));
                }
                rows.add(row(work, measured));
                draw(
                        work.name().startsWith("encode")
                                ? encoding
                                : work.name().startsWith("decode") ? decoding : calls,
                        work,
                        measured);
            }
        }
        Report.of("times")
                .table(
                        List.of(
                                "work",
                                "plain SDK, by hand",
                                "the same, fastest mapping",
                                "enhanced client, bean",
                                "Tempest",
                                "Tempest to the fastest"),
                        rows)
                .plot("encode", "Time to encode an item", encoding.line(1).svg())
                .plot("decode", "Time to decode an item", decoding.line(1).svg())
                .plot("calls", "Time of a whole call", calls.line(1).svg())
                .done();
    }

    /** Microseconds for one time of the work, by each contender. */
    private static Map<Contender, Double> round(Work work, int round) throws RunnerException {
        Map<Contender, Double> times = new EnumMap<>(Contender.class);
        List<Contender> order = new ArrayList<>(new TreeSet<>(work.by()));
        // Every other round the other way round: whoever is last may find a warmer or a busier machine.
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        for (Contender contender : order) {
            Collection<RunResult> results = new Runner(options(work, contender)).run();
            times.put(contender, results.iterator().next().getPrimaryResult().getScore());
        }
        return times;
    }

    /** The compiler is done with a mapping after a second or two; a call goes through a thousand methods of the SDK. */
    private static Options options(Work work, Contender contender) {
        boolean mapping = work.name().startsWith("encode") || work.name().startsWith("decode");
        return new OptionsBuilder()
                .include(Comparison.class.getName())
                .mode(Mode.AverageTime)
                .param("work", work.name())
                .param("contender", contender.name())
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(mapping ? 400 : 1000))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(mapping ? 200 : 500))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
    }

    private static List<String> row(Work work, List<Map<Contender, Double>> measured) {
        List<String> cells = new ArrayList<>();
        cells.add(work.name());
        double plain = Statistics.median(of(Contender.PLAIN, measured));
        cells.add(Report.format(plain < 10 ? "%.3f us" : "%.0f us", plain));
        for (Contender contender : List.of(Contender.FASTEST, Contender.ENHANCED, Contender.TEMPEST)) {
            cells.add(cell(ratio(contender, Contender.PLAIN, measured)));
        }
        cells.add(cell(ratio(Contender.TEMPEST, Contender.FASTEST, measured)));
        return cells;
    }

    private static void draw(Bars bars, Work work, List<Map<Contender, Double>> measured) {
        Bars.Group group = bars.group(work.name());
        Map<Contender, String> labels = new EnumMap<>(Map.of(
                Contender.FASTEST, "by hand, fastest",
                Contender.ENHANCED, "enhanced client, bean",
                Contender.TEMPEST, "Tempest"));
        labels.forEach((contender, label) -> {
            Estimate ratio = ratio(contender, Contender.PLAIN, measured);
            if (ratio != null) {
                group.bar(label, ratio.value());
            }
        });
    }

    private static String cell(@Nullable Estimate ratio) {
        return ratio == null ? "" : Report.format("%.2f (%.2f to %.2f)", ratio.value(), ratio.lower(), ratio.upper());
    }

    private static @Nullable Estimate ratio(Contender one, Contender other, List<Map<Contender, Double>> measured) {
        List<Double> some = of(one, measured);
        List<Double> others = of(other, measured);
        if (some.isEmpty() || others.isEmpty()) {
            return null;
        }
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            pairs.add(new double[] {some.get(i), others.get(i)});
        }
        return Statistics.ratio(pairs);
    }

    private static List<Double> of(Contender contender, List<Map<Contender, Double>> measured) {
        List<Double> times = new ArrayList<>();
        for (Map<Contender, Double> round : measured) {
            Double time = round.get(contender);
            if (time != null) {
                times.add(time);
            }
        }
        return times;
    }
}
