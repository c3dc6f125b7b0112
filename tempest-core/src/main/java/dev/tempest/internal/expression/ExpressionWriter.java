package dev.tempest.internal.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the expressions of one request: all its placeholders come from here, so that none means two things. A caller's own
 * expressions keep their placeholders; ours begin with a word that none of theirs begins with.
 *
 * @param <V> the SDK's attribute value
 */
public final class ExpressionWriter<V> {
    private static final String WORD = "t";
    private static final String[] NAMES = numbered("#" + WORD);
    private static final String[] VALUES = numbered(":" + WORD);

    private final String word;
    private final List<String> attributes = new ArrayList<>(4);
    private final Map<String, String> names = new HashMap<>(8);
    private final Map<String, V> values = new HashMap<>(8);

    /** A writer for a request in which there is no expression of a caller's. */
    public ExpressionWriter() {
        this(List.of());
    }

    /** A writer for a request with a condition, which is yet to be written. */
    public ExpressionWriter(@Nullable Clause<V> clause) {
        this(texts(clause));
    }

    /** @param texts the expressions of others that will be in the request */
    public ExpressionWriter(List<Clause.Text<V>> texts) {
        this.word = texts.isEmpty() ? WORD : wordApartFrom(texts);
        for (int i = 0; i < texts.size(); i++) {
            Clause.Text<V> text = texts.get(i);
            putAll(names, text.names());
            putAll(values, text.values());
        }
    }

    private static String[] numbered(String prefix) {
        String[] placeholders = new String[64];
        Arrays.setAll(placeholders, i -> prefix + i);
        return placeholders;
    }

    /** The expressions of others within a condition. */
    public static <V> List<Clause.Text<V>> texts(@Nullable Clause<V> clause) {
        if (clause instanceof Clause.Text<V> text) {
            return List.of(text);
        }
        List<Clause.Text<V>> found = List.of();
        if (clause instanceof Clause.All<V> all) {
            List<Clause<V>> clauses = all.clauses();
            for (int i = 0; i < clauses.size(); i++) {
                List<Clause.Text<V>> its = texts(clauses.get(i));
                if (!its.isEmpty()) {
                    found = new ArrayList<>(found);
                    found.addAll(its);
                }
            }
        }
        return found;
    }

    private static String wordApartFrom(List<? extends Clause.Text<?>> texts) {
        String word = WORD;
        while (isIn(texts, "#" + word) || isIn(texts, ":" + word)) {
            word += WORD;
        }
        return word;
    }

    private static boolean isIn(List<? extends Clause.Text<?>> texts, String beginning) {
        for (Clause.Text<?> text : texts) {
            if (text.expression().contains(beginning)
                    || isIn(text.names(), beginning)
                    || isIn(text.values(), beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(@Nullable Map<String, ?> meanings, String beginning) {
        if (meanings != null) {
            for (String placeholder : meanings.keySet()) {
                if (placeholder.startsWith(beginning)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static <T> void putAll(Map<String, T> all, @Nullable Map<String, T> some) {
        if (some != null) {
            some.forEach((placeholder, meaning) -> {
                T other = all.put(placeholder, meaning);
                if (other != null && !other.equals(meaning)) {
                    throw new IllegalArgumentException(
                            "The condition and an extension of the client use the placeholder " + placeholder
                                    + " for different things. Give the condition another one.");
                }
            });
        }
    }

    /** The placeholder of an attribute's name. */
    public String name(String attribute) {
        int known = attributes.indexOf(attribute);
        int number = known < 0 ? attributes.size() : known;
        String placeholder = placeholder(NAMES, '#', number);
        if (known < 0) {
            attributes.add(attribute);
            names.put(placeholder, attribute);
        }
        return placeholder;
    }

    /** The names of attributes, as a projection expression. */
    public String projection(List<String> projected) {
        StringBuilder text = new StringBuilder(projected.size() * 6);
        for (int i = 0; i < projected.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(name(projected.get(i)));
        }
        return text.toString();
    }

    /** A new placeholder of a value. */
    public String value(V value) {
        int number = values.size();
        String placeholder = placeholder(VALUES, ':', number);
        values.put(placeholder, value);
        return placeholder;
    }

    private String placeholder(String[] known, char kind, int number) {
        // The word alone tells whose a placeholder is, so that a number may count those of others, too.
        return word.equals(WORD) && number < known.length ? known[number] : kind + word + number;
    }

    /** Appends a path in an item. */
    public void path(StringBuilder text, AttributePath path) {
        text.append(name(path.attribute()));
        List<Object> nested = path.nested();
        for (int i = 0; i < nested.size(); i++) {
            Object step = nested.get(i);
            if (step instanceof Integer index) {
                text.append('[').append(index.intValue()).append(']');
            } else {
                text.append('.').append(name(step instanceof AttributePath.Key key ? key.name() : (String) step));
            }
        }
    }

    /** Appends a condition that stands alone. */
    public void clause(StringBuilder text, Clause<V> clause) {
        if (clause instanceof Clause.Text<V> callers) {
            text.append(callers.expression());
        } else if (clause instanceof Clause.Existence<V> existence) {
            text.append(existence.isThere() ? "attribute_exists(" : "attribute_not_exists(");
            path(text, existence.path());
            text.append(')');
        } else if (clause instanceof Clause.Comparison<V> comparison) {
            path(text, comparison.path());
            text.append(' ').append(comparison.operator()).append(' ').append(value(comparison.value()));
        } else if (clause instanceof Clause.Call<V> call) {
            text.append(call.function()).append('(');
            path(text, call.path());
            text.append(", ").append(value(call.value())).append(')');
        } else if (clause instanceof Clause.All<V> all) {
            joined(text, all.clauses(), " AND ");
        } else if (clause instanceof Clause.Any<V> any) {
            joined(text, any.clauses(), " OR ");
        } else {
            rareClause(text, clause);
        }
    }

    private void rareClause(StringBuilder text, Clause<V> clause) {
        if (clause instanceof Clause.PathComparison<V> comparison) {
            path(text, comparison.path());
            text.append(' ').append(comparison.operator()).append(' ');
            path(text, comparison.other());
        } else if (clause instanceof Clause.SizeComparison<V> comparison) {
            size(text, comparison.path());
            text.append(' ').append(comparison.operator()).append(' ').append(value(comparison.size()));
        } else if (clause instanceof Clause.Between<V> between) {
            if (between.isOfSize()) {
                size(text, between.path());
            } else {
                path(text, between.path());
            }
            text.append(" BETWEEN ")
                    .append(value(between.low()))
                    .append(" AND ")
                    .append(value(between.high()));
        } else if (clause instanceof Clause.In<V> in) {
            path(text, in.path());
            String separator = " IN (";
            for (V each : in.values()) {
                text.append(separator).append(value(each));
                separator = ", ";
            }
            text.append(')');
        } else if (clause instanceof Clause.Not<V> not) {
            text.append("NOT ");
            operand(text, not.clause());
        } else {
            throw new IllegalStateException(clause.getClass().getName());
        }
    }

    private void size(StringBuilder text, AttributePath path) {
        text.append("size(");
        path(text, path);
        text.append(')');
    }

    private void joined(StringBuilder text, List<Clause<V>> clauses, String operator) {
        for (int i = 0; i < clauses.size(); i++) {
            text.append(i == 0 ? "" : operator);
            operand(text, clauses.get(i));
        }
    }

    private void operand(StringBuilder text, Clause<V> clause) {
        boolean isOne = clause instanceof Clause.Comparison<V>
                || clause instanceof Clause.Existence<V>
                || clause instanceof Clause.Call<V>;
        text.append(isOne ? "" : "(");
        clause(text, clause);
        text.append(isOne ? "" : ")");
    }

    /**
     * A condition that stands alone; null for none.
     *
     * @throws IllegalArgumentException if it is longer than DynamoDB takes
     */
    public @Nullable String text(@Nullable Clause<V> clause) {
        if (clause == null) {
            return null;
        }
        if (clause instanceof Clause.Text<V> callers) {
            return ExpressionLimits.requireCondition(callers.expression());
        }
        StringBuilder text = new StringBuilder(64);
        clause(text, clause);
        return ExpressionLimits.requireCondition(text.toString());
    }

    /** By placeholder; null for none, as DynamoDB takes no empty maps. */
    public @Nullable Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** By placeholder; null for none. */
    public @Nullable Map<String, V> values() {
        return values.isEmpty() ? null : values;
    }
}
