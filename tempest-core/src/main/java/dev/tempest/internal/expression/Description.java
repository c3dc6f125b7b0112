package dev.tempest.internal.expression;

import java.util.List;

/** Shows a condition in a message: the attributes and what is asked of them, without values. */
public final class Description {
    private Description() {}

    /** The text of a condition, each of whose values is a question mark. */
    public static String of(Clause<?> clause) {
        StringBuilder text = new StringBuilder();
        append(text, clause);
        return text.toString();
    }

    private static void append(StringBuilder text, Clause<?> clause) {
        if (clause instanceof Clause.Text<?> callers) {
            text.append(callers.expression());
        } else if (clause instanceof Clause.Existence<?> existence) {
            text.append(existence.path()).append(existence.isThere() ? " exists" : " is absent");
        } else if (clause instanceof Clause.Comparison<?> comparison) {
            text.append(comparison.path())
                    .append(' ')
                    .append(comparison.operator())
                    .append(" ?");
        } else if (clause instanceof Clause.PathComparison<?> comparison) {
            text.append(comparison.path())
                    .append(' ')
                    .append(comparison.operator())
                    .append(' ')
                    .append(comparison.other());
        } else if (clause instanceof Clause.SizeComparison<?> comparison) {
            text.append("size of ")
                    .append(comparison.path())
                    .append(' ')
                    .append(comparison.operator())
                    .append(" ?");
        } else if (clause instanceof Clause.Between<?> between) {
            text.append(between.isOfSize() ? "size of " : "")
                    .append(between.path())
                    .append(" between ? and ?");
        } else if (clause instanceof Clause.In<?> in) {
            text.append(in.path()).append(" in (").append(in.values().size()).append(" values)");
        } else if (clause instanceof Clause.Call<?> call) {
            text.append(call.function()).append('(').append(call.path()).append(", ?)");
        } else if (clause instanceof Clause.All<?> all) {
            joined(text, all.clauses(), " and ");
        } else if (clause instanceof Clause.Any<?> any) {
            joined(text, any.clauses(), " or ");
        } else if (clause instanceof Clause.Not<?> not) {
            text.append("not (");
            append(text, not.clause());
            text.append(')');
        }
    }

    private static void joined(StringBuilder text, List<? extends Clause<?>> clauses, String word) {
        for (int i = 0; i < clauses.size(); i++) {
            Clause<?> each = clauses.get(i);
            boolean isNested = each instanceof Clause.All<?> || each instanceof Clause.Any<?>;
            text.append(i == 0 ? "" : word).append(isNested ? "(" : "");
            append(text, each);
            text.append(isNested ? ")" : "");
        }
    }
}
