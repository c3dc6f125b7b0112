package dev.tempest.sdk2.internal.write;

import dev.tempest.sdk2.internal.request.Expressions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.internal.update.UpdateExpressionConverter;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of one UpdateItem: what it sets, adds and removes, and on what condition. Its placeholders begin with the
 * library's own word, so that none of a caller's is one of them; see {@link Expressions#ofCaller}.
 */
final class UpdateText {
    private static final int LONGEST = 4_096;

    private final StringBuilder sets = new StringBuilder();
    private final StringBuilder removals = new StringBuilder();
    private final StringBuilder additions = new StringBuilder();
    private final StringBuilder deletions = new StringBuilder();
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    void set(String attribute, AttributeValue value) {
        append(sets, name(attribute) + " = " + value(value));
    }

    /** Sets an attribute that the item does not have. */
    void setIfAbsent(String attribute, AttributeValue value) {
        String name = name(attribute);
        append(sets, name + " = if_not_exists(" + name + ", " + value(value) + ")");
    }

    /** Adds to a number, which begins with another if the item does not have it. */
    void add(String attribute, AttributeValue start, AttributeValue delta) {
        String name = name(attribute);
        append(sets, name + " = if_not_exists(" + name + ", " + value(start) + ") + " + value(delta));
    }

    void remove(String attribute) {
        append(removals, name(attribute));
    }

    /** What an extension of the client's wants to be done. */
    void add(UpdateExpression extensions) {
        extensions.setActions().forEach(action -> {
            append(sets, action.path() + " = " + action.value());
            put(action.expressionNames(), action.expressionValues());
        });
        extensions.removeActions().forEach(action -> {
            append(removals, action.path());
            put(action.expressionNames(), null);
        });
        extensions.addActions().forEach(action -> {
            append(additions, action.path() + " " + action.value());
            put(action.expressionNames(), action.expressionValues());
        });
        extensions.deleteActions().forEach(action -> {
            append(deletions, action.path() + " " + action.value());
            put(action.expressionNames(), action.expressionValues());
        });
    }

    /** The attributes that an extension's expression is about. */
    static List<String> attributes(UpdateExpression extensions) {
        return UpdateExpressionConverter.findAttributeNames(extensions);
    }

    /** Requires a number, if there is one, to be on one side of another. */
    void requireIfPresent(String attribute, String operator, AttributeValue limit) {
        String name = name(attribute);
        require("attribute_not_exists(" + name + ") OR " + name + " " + operator + " " + value(limit));
    }

    /** Requires a condition to hold besides the others; null requires nothing. */
    void require(@Nullable Expression condition) {
        if (condition != null) {
            require(condition.expression());
            put(condition.expressionNames(), condition.expressionValues());
        }
    }

    private void require(String condition) {
        conditions
                .append(conditions.length() == 0 ? "(" : " AND (")
                .append(condition)
                .append(')');
    }

    private void put(@Nullable Map<String, String> itsNames, @Nullable Map<String, AttributeValue> itsValues) {
        putAll(names, itsNames);
        putAll(values, itsValues);
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

    private static void append(StringBuilder actions, String action) {
        actions.append(actions.length() == 0 ? "" : ", ").append(action);
    }

    private String name(String attribute) {
        String name = "#tempest_" + names.size();
        names.put(name, attribute);
        return name;
    }

    private String value(AttributeValue value) {
        String placeholder = ":tempest_" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    /** The update expression; null if there is nothing to do, but that the item be there. */
    @Nullable String expression() {
        StringBuilder text = new StringBuilder();
        section(text, "SET", sets);
        section(text, "REMOVE", removals);
        section(text, "ADD", additions);
        section(text, "DELETE", deletions);
        return text.length() == 0 ? null : text.toString();
    }

    private static void section(StringBuilder text, String keyword, StringBuilder actions) {
        if (actions.length() > 0) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(keyword)
                    .append(' ')
                    .append(actions);
        }
    }

    /** Whether DynamoDB takes no expression of this length. */
    boolean isTooLong() {
        String text = expression();
        return text != null && text.length() > LONGEST;
    }

    /** The condition expression; null for none. */
    @Nullable String condition() {
        return conditions.length() == 0 ? null : conditions.toString();
    }

    /** By placeholder; null for none, as DynamoDB takes no empty maps. */
    @Nullable Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** By placeholder; null for none. */
    @Nullable Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }
}
