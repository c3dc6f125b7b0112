package dev.tempest.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A plot of groups of horizontal bars, as SVG that reads well on light and on dark paper. */
public final class Bars {
    private static final int WIDTH = 720;
    private static final int LABELS = 250;
    private static final int ROOM_FOR_FIGURES = 80;
    private static final int BAR = 16;
    private static final int GAP = 4;
    private static final int TITLE = 34;

    private final String title;
    private final String unit;
    private final List<Group> groups = new ArrayList<>();
    private double limit = Double.NaN;

    public Bars(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Bars that belong together. */
    public static final class Group {
        private final String name;
        private final List<Bar> bars = new ArrayList<>();

        Group(String name) {
            this.name = name;
        }

        public Group bar(String label, double value) {
            bars.add(new Bar(label, value));
            return this;
        }
    }

    private record Bar(String label, double value) {}

    public Group group(String name) {
        Group group = new Group(name);
        groups.add(group);
        return group;
    }

    /** Draws a line at a value. */
    public Bars line(double at) {
        this.limit = at;
        return this;
    }

    public String svg() {
        double greatest = groups.stream()
                .flatMap(group -> group.bars.stream())
                .mapToDouble(Bar::value)
                .max()
                .orElse(1);
        double scale = (WIDTH - LABELS - ROOM_FOR_FIGURES) / Math.max(greatest, Double.isNaN(limit) ? 0 : limit);
        StringBuilder body = new StringBuilder();
        int y = TITLE;
        for (Group group : groups) {
            if (!group.name.isEmpty()) {
                body.append(Report.format(
                        "  <text x=\"0\" y=\"%d\" class=\"group\">%s</text>\n", y + 13, escaped(group.name)));
                y += BAR + GAP;
            }
            int color = 0;
            for (Bar bar : group.bars) {
                double length = Math.max(1, bar.value * scale);
                body.append(Report.format(
                        """
                          <text x="%d" y="%d" text-anchor="end">%s</text>
                          <rect x="%d" y="%d" width="%.1f" height="%d" rx="2" class="c%d"/>
                          <text x="%.1f" y="%d">%s</text>
                        """,
                        LABELS - 8,
                        y + 12,
                        escaped(bar.label),
                        LABELS,
                        y,
                        length,
                        BAR,
                        color++ % 4,
                        LABELS + length + 6,
                        y + 12,
                        escaped(figure(bar.value))));
                y += BAR + GAP;
            }
            y += 2 * GAP;
        }
        if (!Double.isNaN(limit)) {
            double x = LABELS + limit * scale;
            body.append(Report.format(
                    "  <line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" class=\"limit\"/>\n", x, TITLE - 4, x, y));
        }
        return Report.format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                                + " role=\"img\" aria-label=\"%s\">\n",
                        WIDTH, y, WIDTH, y, escaped(title))
                + """
                  <style>
                    text { font: 13px system-ui, sans-serif; fill: #24292f }
                    .title, .group { font-weight: 600 }
                    .c0 { fill: #8c959f } .c1 { fill: #bf8700 } .c2 { fill: #0969da } .c3 { fill: #1a7f37 }
                    .limit { stroke: #cf222e; stroke-dasharray: 4 3 }
                    @media (prefers-color-scheme: dark) {
                      text { fill: #e6edf3 }
                      .c0 { fill: #6e7681 } .c1 { fill: #d29922 } .c2 { fill: #58a6ff } .c3 { fill: #3fb950 }
                      .limit { stroke: #ff7b72 }
                    }
                  </style>
                """
                + Report.format("  <text x=\"0\" y=\"16\" class=\"title\">%s</text>\n", escaped(title))
                + body
                + "</svg>\n";
    }

    private String figure(double value) {
        String number = value >= 100
                ? Report.format("%,.0f", value)
                : value >= 10 ? Report.format("%.1f", value) : Report.format("%.2f", value);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
