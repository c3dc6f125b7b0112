package dev.tempest.samples.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of text: a header, a rule, and rows in columns that are as wide as they need to be and no wider than allowed. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String header, int maxWidth, boolean alignedRight) {}

    /** Adds a column of text; longer text is cut. */
    public TextTable column(String header, int maxWidth) {
        columns.add(new Column(header, maxWidth, false));
        return this;
    }

    /** Adds a column of numbers, aligned to the right. */
    public TextTable numbers(String header) {
        columns.add(new Column(header, Integer.MAX_VALUE, true));
        return this;
    }

    /** Adds a row with a cell for each column. */
    public TextTable row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells do not fit " + columns.size() + " columns.");
        }
        rows.add(Stream.of(cells).map(String::valueOf).toList());
        return this;
    }

    /** The table's lines, without blanks at their ends. */
    public List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int widest = rows.stream()
                    .mapToInt(row -> DisplayWidth.of(row.get(column)))
                    .max()
                    .orElse(0);
            widths.add(Math.max(
                    DisplayWidth.of(columns.get(i).header()),
                    Math.min(columns.get(i).maxWidth(), widest)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::header).toList(), widths));
        lines.add(line(widths.stream().map("─"::repeat).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    public void printTo(PrintStream out) {
        lines().forEach(out::println);
    }

    private String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = DisplayWidth.fit(cells.get(i), widths.get(i));
            String padding = " ".repeat(widths.get(i) - DisplayWidth.of(cell));
            line.append(GAP).append(columns.get(i).alignedRight() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
