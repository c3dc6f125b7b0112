package dev.tempest.soak.check;

import dev.tempest.soak.check.Operation.Role;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Network;
import dev.tempest.soak.history.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures and findings. */
public final class Report {
    private static final int MOST_HISTORIES = 12;

    private final Stories stories;
    private final Network network;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Documented, Integer> documented = new EnumMap<>(Documented.class);
    private final Map<Kind, Map<Outcome, Integer>> outcomes = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Long>> micros = new EnumMap<>(Kind.class);
    private final Map<String, Integer> unknownAfter = new TreeMap<>();
    private final Map<Outcome, Integer> stored = new EnumMap<>(Outcome.class);
    private int operations;
    private int ambiguous;

    Report(Stories stories, Network network) {
        this.stories = stories;
        this.network = network;
    }

    void find(Finding finding) {
        findings.add(finding);
    }

    void count(Documented name) {
        documented.merge(name, 1, Integer::sum);
    }

    void count(Operation operation, boolean isAmbiguous) {
        operations++;
        ambiguous += isAmbiguous ? 1 : 0;
        Kind kind = operation.intent().kind();
        Role first = operation.roles().get(0);
        outcomes.computeIfAbsent(kind, absent -> new EnumMap<>(Outcome.class)).merge(first.outcome(), 1, Integer::sum);
        if (!first.applications().isEmpty()) {
            stored.merge(first.outcome(), 1, Integer::sum);
        }
        if (first.outcome() == Outcome.UNKNOWN) {
            network.faults(operation.number()).forEach(fault -> unknownAfter.merge(fault, 1, Integer::sum));
        }
        Ending ending = operation.ending();
        if (ending != null) {
            micros.computeIfAbsent(kind, absent -> new ArrayList<>()).add(ending.micros());
        }
    }

    /** All that must not be. */
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** How often each violation was found. */
    public Map<Violation, Integer> violations() {
        Map<Violation, Integer> counts = new EnumMap<>(Violation.class);
        findings.forEach(finding -> counts.merge(finding.violation(), 1, Integer::sum));
        return counts;
    }

    /** How often each thing happened that is documented as impossible to know or to prevent. */
    public Map<Documented, Integer> documented() {
        return Collections.unmodifiableMap(documented);
    }

    /** How many operations were begun. */
    public int operations() {
        return operations;
    }

    /** How many operations of a kind came to an outcome. */
    public int count(Kind kind, Outcome outcome) {
        return outcomes.getOrDefault(kind, Map.of()).getOrDefault(outcome, 0);
    }

    /** The figures, for people. */
    public String figures() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                String.format(
                        "%d operations, %d of them on a network that did to their writes what a client cannot know",
                        operations, ambiguous));
        line(
                text,
                String.format(
                        "%n%-20s %8s %9s %9s %9s  outcomes", "operations", "count", "p50 ms", "p99 ms", "max ms"));
        outcomes.forEach((kind, counts) -> line(
                text,
                String.format(
                        "%-20s %8d %s  %s",
                        kind,
                        counts.values().stream().mapToInt(Integer::intValue).sum(),
                        latencies(micros.getOrDefault(kind, List.of())),
                        counts)));
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        outcomes.values()
                .forEach(counts -> counts.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum)));
        line(text, String.format("%n%-24s %8s %8s", "outcome", "count", "stored"));
        all.forEach((outcome, count) ->
                line(text, String.format("%-24s %8d %8d", outcome, count, stored.getOrDefault(outcome, 0))));
        line(text, String.format("%nunknown outcomes, by what happened to their requests: %s", unknownAfter));
        line(text, String.format("%ndocumented, and no violation:"));
        for (Documented name : Documented.values()) {
            line(text, String.format("%8d %s (%s)", documented.getOrDefault(name, 0), name, name.page()));
        }
        line(text, String.format("%nviolations: %s", findings.isEmpty() ? "none" : violations()));
        Map<String, Integer> byWay = new TreeMap<>();
        findings.forEach(finding -> byWay.merge(
                finding.violation() + ": " + finding.way().replaceFirst("operation \\d+, ", ""), 1, Integer::sum));
        byWay.forEach((way, count) -> line(text, String.format("%8d %s", count, way)));
        return text.toString();
    }

    /** The first findings of each kind, each with all that is known of its items. */
    public String stories() {
        StringBuilder text = new StringBuilder();
        Map<Violation, Integer> told = new EnumMap<>(Violation.class);
        for (Finding finding : findings) {
            if (told.merge(finding.violation(), 1, Integer::sum) <= MOST_HISTORIES) {
                line(
                        text,
                        String.format(
                                "%n%s of %s: %s, on a network of %s%n  %s",
                                finding.violation(),
                                finding.key(),
                                finding.way(),
                                network.faults(finding.operation()),
                                finding.text()));
                stories.of(finding).forEach(one -> line(text, "  " + one));
            }
        }
        return text.toString();
    }

    private static String latencies(List<Long> micros) {
        long[] sorted = micros.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? String.format("%9s %9s %9s", "", "", "")
                : String.format(
                        "%9.1f %9.1f %9.1f",
                        sorted[sorted.length / 2] / 1e3,
                        sorted[(int) (sorted.length * 0.99)] / 1e3,
                        sorted[sorted.length - 1] / 1e3);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
