package dev.tempest.internal.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of one UpdateItem: what it sets, removes, adds and deletes, and on what condition.
 *
 * @param <V> the SDK's attribute value
 */
public final class UpdateText<V> {
    private final ExpressionWriter<V> writer;
    private final StringBuilder sets = new StringBuilder();
    private final StringBuilder removals = new StringBuilder();
    private final StringBuilder additions = new StringBuilder();
    private final StringBuilder deletions = new StringBuilder();
    private final StringBuilder conditions = new StringBuilder();

    /** The parts of an update expression. */
    public enum Section {
        SET,
        REMOVE,
        ADD,
        DELETE
    }

    /** @param texts the expressions of others that will be in the request */
    public UpdateText(List<Clause.Text<V>> texts) {
        this.writer = new ExpressionWriter<>(texts);
    }

    /** Sets an attribute. */
    public void set(AttributePath path, V value) {
        append(sets, placeholder(path) + " = " + writer.value(value));
    }

    public void set(String attribute, V value) {
        append(sets, writer.name(attribute) + " = " + writer.value(value));
    }

    /** Sets an attribute that the item does not have. */
    public void setIfAbsent(AttributePath path, V value) {
        String name = placeholder(path);
        append(sets, name + " = if_not_exists(" + name + ", " + writer.value(value) + ")");
    }

    public void setIfAbsent(String attribute, V value) {
        setIfAbsent(AttributePath.of(attribute), value);
    }

    /** Adds to a number, which begins with another if the item does not have it. */
    public void add(AttributePath path, V start, V delta) {
        String name = placeholder(path);
        append(sets, name + " = if_not_exists(" + name + ", " + writer.value(start) + ") + " + writer.value(delta));
    }

    public void add(String attribute, V start, V delta) {
        add(AttributePath.of(attribute), start, delta);
    }

    /** Adds the elements of a list to the end of another, or to its beginning; one that is absent begins as an empty one. */
    public void append(AttributePath path, V empty, V elements, boolean isToEnd) {
        String name = placeholder(path);
        String stored = "if_not_exists(" + name + ", " + writer.value(empty) + ")";
        String more = writer.value(elements);
        append(sets, name + " = list_append(" + (isToEnd ? stored + ", " + more : more + ", " + stored) + ")");
    }

    public void remove(AttributePath path) {
        append(removals, placeholder(path));
    }

    public void remove(String attribute) {
        append(removals, writer.name(attribute));
    }

    /** Adds elements to a set. */
    public void addAll(AttributePath path, V elements) {
        append(additions, placeholder(path) + " " + writer.value(elements));
    }

    /** Removes elements from a set. */
    public void removeAll(AttributePath path, V elements) {
        append(deletions, placeholder(path) + " " + writer.value(elements));
    }

    /** Appends an action of others, by placeholders of their own, of which the constructor was told. */
    public void action(Section section, String action) {
        append(
                switch (section) {
                    case SET -> sets;
                    case REMOVE -> removals;
                    case ADD -> additions;
                    case DELETE -> deletions;
                },
                action);
    }

    /** As {@link #requireIfPresent(AttributePath, String, Object)}, of an attribute of the item itself. */
    public void requireIfPresent(String attribute, String operator, V limit) {
        requireIfPresent(AttributePath.of(attribute), operator, limit);
    }

    /** Requires a number, if there is one, to be on one side of another. */
    public void requireIfPresent(AttributePath path, String operator, V limit) {
        require(new Clause.Any<>(
                List.of(new Clause.Existence<>(path, false), new Clause.Comparison<>(path, operator, limit))));
    }

    /** Requires a condition to hold besides the others; null requires nothing. */
    public void require(@Nullable Clause<V> condition) {
        if (condition instanceof Clause.All<V> all) {
            all.clauses().forEach(this::require);
        } else if (condition != null) {
            conditions.append(conditions.length() == 0 ? "(" : " AND (");
            writer.clause(conditions, condition);
            conditions.append(')');
        }
    }

    private String placeholder(AttributePath path) {
        if (path.nested().isEmpty()) {
            return writer.name(path.attribute());
        }
        StringBuilder text = new StringBuilder();
        writer.path(text, path);
        return text.toString();
    }

    private static void append(StringBuilder actions, String action) {
        actions.append(actions.length() == 0 ? "" : ", ").append(action);
    }

    /**
     * The update expression; null if there is nothing to do, but that the item be there.
     *
     * @throws IllegalArgumentException if it is longer than DynamoDB takes
     */
    public @Nullable String expression() {
        String text = actions();
        return text == null ? null : ExpressionLimits.requireUpdate(text);
    }

    private @Nullable String actions() {
        StringBuilder text = new StringBuilder();
        section(text, Section.SET, sets);
        section(text, Section.REMOVE, removals);
        section(text, Section.ADD, additions);
        section(text, Section.DELETE, deletions);
        return text.length() == 0 ? null : text.toString();
    }

    private static void section(StringBuilder text, Section keyword, StringBuilder actions) {
        if (actions.length() > 0) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(keyword)
                    .append(' ')
                    .append(actions);
        }
    }

    /** Whether DynamoDB takes no expression of this length. */
    public boolean isTooLong() {
        String text = actions();
        return text != null && text.length() > ExpressionLimits.BYTES;
    }

    /**
     * The condition expression; null for none.
     *
     * @throws IllegalArgumentException if it is longer than DynamoDB takes
     */
    public @Nullable String condition() {
        return conditions.length() == 0 ? null : ExpressionLimits.requireCondition(conditions.toString());
    }

    /** By placeholder; null for none. */
    public @Nullable Map<String, String> names() {
        return writer.names();
    }

    /** By placeholder; null for none. */
    public @Nullable Map<String, V> values() {
        return writer.values();
    }
}
