package dev.tempest.benchmarks.coldstart;

import dev.tempest.benchmarks.report.Bars;
import dev.tempest.benchmarks.report.Report;
import dev.tempest.benchmarks.report.Statistics;
import dev.tempest.benchmarks.report.Statistics.Estimate;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long a new JVM takes until its first put and get are done, beyond what the plain SDK takes: whole processes, from their
 * start to their end, one contestant after the other in each round.
 */
public final class ColdStart {
    /** What the runtime of AWS Lambda sets, too. */
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final ClassPath classPath;
    private final Path folder;

    private ColdStart(ClassPath classPath, Path folder) {
        this.classPath = classPath;
        this.folder = folder;
    }

    /** How classes come into a JVM. */
    private enum Sharing {
        NONE("without class data sharing"),
        DEFAULT("with the JDK's own archive"),
        ARCHIVE("with an archive of the application");

        private final String description;

        Sharing(String description) {
            this.description = description;
        }
    }

    /** The argument is the number of rounds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        Path folder = Files.createTempDirectory("cold-start");
        try {
            new ColdStart(ClassPath.ofThisJvm(folder), folder).run(rounds);
        } finally {
            ClassPath.delete(folder);
        }
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Report report = Report.of("cold-start");
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> conditions = new ArrayList<>();
        Bars bars = new Bars("Milliseconds beyond the plain SDK, until the first put and get are done", "ms");
        for (Sharing sharing : Sharing.values()) {
            List<Map<Contestant, Double>> measured = new ArrayList<>();
            round(sharing); // fills the file system's cache
            for (int i = 0; i < rounds; i++) {
                measured.add(round(sharing));
            }
            for (Contestant contestant : Contestant.values()) {
                rows.add(row(sharing, contestant, measured));
            }
            Estimate byAttributes = Statistics.estimate(
                    measured,
                    some -> median(some, Contestant.TEMPEST_ATTRIBUTES) - median(some, Contestant.TEMPEST_EXPRESSION));
            conditions.add(List.of(
                    sharing.description,
                    Report.format(
                            "%.0f ms (%.0f to %.0f)",
                            byAttributes.value(), byAttributes.lower(), byAttributes.upper())));
            bars.group(sharing.description)
                    .bar("enhanced client, one bean", beyond(measured, Contestant.ENHANCED))
                    .bar("Tempest, five records", beyond(measured, Contestant.TEMPEST_RECORDS))
                    .bar("Tempest, five classes", beyond(measured, Contestant.TEMPEST_CLASSES));
        }
        report.table(
                List.of("whole process, medians", "", "time", "beyond the plain SDK", "times the enhanced client's"),
                rows);
        report.table(List.of("whole process", "a condition of five attributes, beyond the same in text"), conditions);
        report.plot("cold-start", "Cold start beyond the plain SDK", bars.svg());
        report.done();
    }

    private Map<Contestant, Double> round(Sharing sharing) throws IOException, InterruptedException {
        Map<Contestant, Double> milliseconds = new EnumMap<>(Contestant.class);
        for (Contestant contestant : Contestant.values()) {
            List<String> flags = new ArrayList<>(FLAGS);
            switch (sharing) {
                case NONE -> flags.add("-Xshare:off");
                case DEFAULT -> flags.add("-Xshare:auto");
                case ARCHIVE -> flags.add("-XX:SharedArchiveFile=" + archive(contestant));
            }
            milliseconds.put(contestant, run(flags, contestant));
        }
        return milliseconds;
    }

    /** Made by a run of its own when first needed. */
    private Path archive(Contestant contestant) throws IOException, InterruptedException {
        Path archive = folder.resolve(contestant + ".jsa");
        if (!Files.exists(archive)) {
            List<String> flags = new ArrayList<>(FLAGS);
            flags.add("-XX:ArchiveClassesAtExit=" + archive);
            run(flags, contestant);
        }
        return archive;
    }

    private double run(List<String> flags, Contestant contestant) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath.text(), FirstCalls.class.getName(), contestant.name()));
        Path output = folder.resolve("output");
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start()
                .waitFor();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + Files.readString(output));
        }
        return milliseconds;
    }

    private static List<String> row(Sharing sharing, Contestant contestant, List<Map<Contestant, Double>> measured) {
        String time = Report.format("%.0f ms", median(measured, contestant));
        if (contestant == Contestant.PLAIN) {
            return List.of(sharing.description, contestant.description(), time, "", "");
        }
        String beyond = Report.format("%.0f ms", beyond(measured, contestant));
        if (contestant == Contestant.ENHANCED) {
            return List.of("", contestant.description(), time, beyond, "1");
        }
        Estimate ratio =
                Statistics.estimate(measured, some -> beyond(some, contestant) / beyond(some, Contestant.ENHANCED));
        return List.of(
                "",
                contestant.description(),
                time,
                beyond,
                Report.format("%.2f (%.2f to %.2f)", ratio.value(), ratio.lower(), ratio.upper()));
    }

    private static double beyond(List<Map<Contestant, Double>> measured, Contestant contestant) {
        return median(measured, contestant) - median(measured, Contestant.PLAIN);
    }

    private static double median(List<Map<Contestant, Double>> measured, Contestant contestant) {
        return Statistics.median(measured.stream()
                .mapToDouble(round -> round.getOrDefault(contestant, Double.NaN))
                .toArray());
    }
}
