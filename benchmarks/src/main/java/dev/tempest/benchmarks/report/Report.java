package dev.tempest.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The markdown and the plots of one measurement: printed, and kept as files, for the page that shows them. */
public final class Report {
    private final Path folder;
    private final String name;
    private final StringBuilder text = new StringBuilder();

    private Report(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * A report with nothing in it yet.
     *
     * @param name of the file, without its ending
     */
    public static Report of(String name) {
        return new Report(Path.of(System.getProperty("benchmark.reports", "target/reports")), name);
    }

    /** A table; numbers stand to the right. */
    public Report table(List<String> head, List<List<String>> rows) {
        line(head);
        List<String> rule = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            rule.add(i == 0 ? "---" : "---:");
        }
        line(rule);
        rows.forEach(this::line);
        text.append('\n');
        return this;
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    public Report paragraph(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append("\n\n");
        return this;
    }

    /**
     * A picture, in a file of its own.
     *
     * @param alternative what somebody reads who does not see the plot
     */
    public Report plot(String file, String alternative, String svg) {
        write(folder.resolve(file + ".svg"), svg);
        text.append("![")
                .append(alternative)
                .append("](images/performance/")
                .append(file)
                .append(".svg)\n\n");
        return this;
    }

    /** Prints the report and keeps it. */
    public void done() {
        System.out.println();
        System.out.println(text);
        write(folder.resolve(name + ".md"), text.toString());
    }

    public static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
