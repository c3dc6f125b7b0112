package dev.tempest.local.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many requests of each operation came to which outcome. */
final class Outcomes {
    private static final String ANY = "any";

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    void count(String operation, Map<String, @Nullable Object> response) {
        String outcome = outcome(response);
        // Of these no operation's own rules are the reason.
        boolean malformed = outcome.equals("Serialization") || outcome.equals("UnknownOperation");
        counts.computeIfAbsent(malformed ? ANY : operation, any -> new TreeMap<>())
                .merge(outcome, 1, Integer::sum);
    }

    /** Success, or the error's name; of a cancelled transaction with the reason. */
    static String outcome(Map<String, @Nullable Object> response) {
        Object error = response.get("error");
        if (error == null) {
            return "success";
        }
        if (error.equals("TransactionCanceledException")) {
            String message = String.valueOf(response.get("message"));
            return message.contains("ConditionalCheckFailed") ? "cancelled: condition" : "cancelled: validation";
        }
        return error.toString().replace("Exception", "");
    }

    int requests() {
        return counts.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The cells of the table that hold fewer than so many. */
    List<String> rare(int least) {
        List<String> rare = new ArrayList<>();
        counts.forEach((operation, outcomes) -> outcomes.forEach((outcome, count) -> {
            if (count < least) {
                rare.add(operation + " " + outcome + " " + count);
            }
        }));
        return rare;
    }

    /** A table in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("| operation | outcomes |\n| --- | --- |\n");
        counts.forEach((operation, outcomes) -> {
            table.append("| `").append(operation).append("` | ");
            StringBuilder line = new StringBuilder();
            outcomes.forEach((outcome, count) -> line.append(line.isEmpty() ? "" : ", ")
                    .append(outcome)
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%,d", count)));
            table.append(line).append(" |\n");
        });
        return table.toString();
    }
}
