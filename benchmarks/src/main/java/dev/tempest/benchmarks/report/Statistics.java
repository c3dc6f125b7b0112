package dev.tempest.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** What is said of figures that scatter: their median, and how far it is to be trusted. */
public final class Statistics {
    private static final int RESAMPLINGS = 2_000;
    private static final double CONFIDENCE = 0.95;

    /** Student's t for 95 %, both sides, by degrees of freedom; from the last on, as if there were no more. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131
    };

    private Statistics() {}

    /**
     * A figure and the bounds between which it lies with 95 % confidence.
     *
     * @param lower what a limit is held to: no more than the measurement shows
     */
    public record Estimate(double value, double lower, double upper) {}

    public static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double median(List<Double> figures) {
        return median(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * An estimate from rounds, in each of which everything that is compared was measured once: the rounds are drawn again at
     * random, so that what disturbed all figures of a round disturbs their relation no more than it did.
     *
     * @param statistic what is wanted of a number of rounds
     */
    public static <R> Estimate estimate(List<R> rounds, ToDoubleFunction<List<R>> statistic) {
        Random random = new Random(4711); // always the same draws: equal measurements make equal reports
        double[] drawn = new double[RESAMPLINGS];
        for (int i = 0; i < RESAMPLINGS; i++) {
            drawn[i] = statistic.applyAsDouble(random.ints(rounds.size(), 0, rounds.size())
                    .mapToObj(rounds::get)
                    .toList());
        }
        Arrays.sort(drawn);
        int cut = (int) (RESAMPLINGS * (1 - CONFIDENCE) / 2);
        return new Estimate(statistic.applyAsDouble(rounds), drawn[cut], drawn[RESAMPLINGS - 1 - cut]);
    }

    /**
     * The ratio of two figures from pairs that were measured one right after the other: the geometric mean of the pairs'
     * ratios, with the interval of Student's distribution, as there are few of them.
     */
    public static Estimate ratio(List<double[]> pairs) {
        double[] logarithms =
                pairs.stream().mapToDouble(pair -> Math.log(pair[0] / pair[1])).toArray();
        double mean = Arrays.stream(logarithms).average().orElse(Double.NaN);
        int freedom = logarithms.length - 1;
        if (freedom < 1) {
            return new Estimate(Math.exp(mean), 0, Double.POSITIVE_INFINITY);
        }
        double squares = Arrays.stream(logarithms)
                .map(logarithm -> (logarithm - mean) * (logarithm - mean))
                .sum();
        double room = STUDENT[Math.min(freedom, STUDENT.length) - 1] * Math.sqrt(squares / freedom / logarithms.length);
        return new Estimate(Math.exp(mean), Math.exp(mean - room), Math.exp(mean + room));
    }
}
