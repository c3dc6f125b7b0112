package dev.tempest.local.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the expressions of one request, and collects their placeholders. */
final class ExpressionMaker {
    private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final List<String> TYPES = List.of("S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL");
    private static final List<String> NESTED = List.of(
            "doc.x",
            "doc.y",
            "doc.z.x",
            "doc.els[0]",
            "els[0]",
            "els[1]",
            "els[2].x",
            "els[0].els[1]",
            "a.x",
            "b[0]",
            "doc.doc.x",
            "els[9]");

    private final Dice dice;
    private final ValueMaker values;
    private final TableShape shape;
    private final Map<String, @Nullable Object> namePlaceholders = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> valuePlaceholders = new LinkedHashMap<>();

    ExpressionMaker(Dice dice, ValueMaker values, TableShape shape) {
        this.dice = dice;
        this.values = values;
        this.shape = shape;
    }

    void addTo(Map<String, @Nullable Object> request) {
        if (!namePlaceholders.isEmpty()) {
            request.put("ExpressionAttributeNames", namePlaceholders);
        }
        if (!valuePlaceholders.isEmpty()) {
            request.put("ExpressionAttributeValues", valuePlaceholders);
        }
    }

    String name(String attribute) {
        if (dice.chance(85)) {
            return attribute;
        }
        String placeholder = "#" + attribute;
        namePlaceholders.put(placeholder, attribute);
        return placeholder;
    }

    String value(Map<String, @Nullable Object> value) {
        String placeholder = ":v" + valuePlaceholders.size();
        valuePlaceholders.put(placeholder, value);
        return placeholder;
    }

    /** An attribute of the item, one of its key sometimes. */
    String attribute() {
        return dice.chance(8) ? dice.of(shape.keys()).name() : dice.of(ValueMaker.ATTRIBUTES);
    }

    String path() {
        return dice.chance(30) ? nested(dice.of(NESTED)) : name(attribute());
    }

    private String nested(String path) {
        int end = 0;
        while (Character.isLetter(path.charAt(end))) {
            end++;
        }
        return name(path.substring(0, end)) + path.substring(end);
    }

    String condition() {
        return condition(0, false);
    }

    /** A condition on attributes outside of the key of the table and its indexes. */
    String filter() {
        return condition(0, true);
    }

    private String condition(int depth, boolean filter) {
        if (depth < 3 && dice.chance(30)) {
            String left = condition(depth + 1, filter);
            return switch (dice.below(5)) {
                case 0 -> left + " AND " + condition(depth + 1, filter);
                case 1 -> "(" + left + " or " + condition(depth + 1, filter) + ")";
                case 2 -> left + " OR " + condition(depth + 1, filter);
                case 3 -> "NOT (" + left + ")";
                default -> "not " + left;
            };
        }
        String attribute = filter ? dice.of("a", "b", "s", "x", "doc", "els", "ss", "ns", "bs") : attribute();
        String path = filter || dice.chance(75) ? name(attribute) : path();
        return function(attribute, path, filter);
    }

    private String function(String attribute, String path, boolean filter) {
        return switch (dice.below(16)) {
            case 0 -> "attribute_exists(" + path + ")";
            case 1 -> "attribute_not_exists(" + path + ")";
            case 2 -> "attribute_type(" + path + ", " + value(ValueMaker.value("S", dice.of(TYPES))) + ")";
            case 3 ->
                "begins_with(" + path + ", "
                        + value(dice.chance(85) ? ValueMaker.value("S", dice.of("a", "ab", "", "é")) : values.bytes())
                        + ")";
            case 4, 5 -> "contains(" + path + ", " + value(contained(attribute)) + ")";
            case 6 ->
                "size(" + path + ") " + dice.of(COMPARISONS) + " "
                        + value(ValueMaker.value("N", String.valueOf(dice.below(4))));
            case 7 -> path + " IN (" + list(attribute) + ")";
            case 8 -> between(path, attribute);
            case 9 -> value(values.scalar()) + " " + dice.of("=", "<>") + " " + path;
            case 10 -> other(path, filter);
            default -> path + " " + comparison(attribute);
        };
    }

    private String other(String path, boolean filter) {
        String other = filter ? dice.of("a", "b", "s", "x") : path();
        return path.equals(other) ? "attribute_exists(" + path + ")" : path + " " + dice.of(COMPARISONS) + " " + other;
    }

    private Map<String, @Nullable Object> contained(String attribute) {
        return switch (attribute) {
            case "ns" -> values.number();
            case "bs" -> values.bytes();
            case "els" -> values.any();
            default -> values.scalar();
        };
    }

    private String list(String attribute) {
        List<String> operands = new ArrayList<>();
        for (int i = 1 + dice.below(3); i > 0; i--) {
            operands.add(value(comparable(attribute)));
        }
        return String.join(", ", operands);
    }

    private String between(String path, String attribute) {
        boolean number = Set.of("x", "n", "h").contains(attribute);
        String low = number ? String.valueOf(dice.below(2)) : dice.of("", "a");
        String high = number ? String.valueOf(2 + dice.below(3)) : dice.of("ab", "b", "zz");
        String type = number ? "N" : "S";
        return path + " BETWEEN " + value(ValueMaker.value(type, low)) + " AND " + value(ValueMaker.value(type, high));
    }

    private String comparison(String attribute) {
        Map<String, @Nullable Object> operand = comparable(attribute);
        String type = operand.keySet().iterator().next();
        boolean ordered = Set.of("S", "N", "B").contains(type);
        return (ordered ? dice.of(COMPARISONS) : dice.of("=", "<>")) + " " + value(operand);
    }

    private Map<String, @Nullable Object> comparable(String attribute) {
        for (TableShape.Field key : shape.keys()) {
            if (key.name().equals(attribute)) {
                return values.keyValue(key);
            }
        }
        return dice.chance(80) ? values.usual(attribute) : values.scalar();
    }

    /** Up to five attributes or parts of them, none of which is a part of another. */
    String projection() {
        Set<String> attributes = new TreeSet<>(dice.some(ValueMaker.ATTRIBUTES, 1 + dice.below(5)));
        List<String> paths = new ArrayList<>();
        for (String attribute : attributes) {
            paths.add(
                    switch (attribute) {
                        case "doc" -> dice.of("doc", "doc.x", "doc.els[0]", "doc.x, doc.y", "doc.doc.x, doc.doc.y");
                        case "els" -> dice.of("els", "els[0]", "els[1], els[0]", "els[2].x", "els[0].x, els[0].y");
                        default -> name(attribute);
                    });
        }
        if (dice.chance(30)) {
            paths.add(name("pk"));
        }
        return String.join(dice.of(", ", ",", " , "), paths);
    }

    /** An update of attributes outside of the table's key. */
    String update() {
        List<String> attributes = dice.some(ValueMaker.ATTRIBUTES, 1 + dice.below(4));
        Map<String, List<String>> clauses = new LinkedHashMap<>();
        for (String attribute : attributes) {
            String action = dice.of("SET", "SET", "SET", "REMOVE", "ADD", "DELETE");
            switch (action) {
                case "ADD" -> addition(attribute, clauses);
                case "DELETE" -> deletion(attribute, clauses);
                case "REMOVE" -> add(clauses, "REMOVE", target(attribute));
                default -> add(clauses, "SET", target(attribute) + " = " + operand(attribute));
            }
        }
        List<String> texts = new ArrayList<>();
        for (String clause : dice.some(List.copyOf(clauses.keySet()), 4)) {
            texts.add(dice.of(clause, clause, clause.toLowerCase(java.util.Locale.ROOT)) + " "
                    + String.join(", ", clauses.getOrDefault(clause, List.of())));
        }
        return String.join(" ", texts);
    }

    private static void add(Map<String, List<String>> clauses, String clause, String action) {
        clauses.computeIfAbsent(clause, any -> new ArrayList<>()).add(action);
    }

    private void addition(String attribute, Map<String, List<String>> clauses) {
        Map<String, @Nullable Object> added = switch (attribute) {
            case "ss" -> values.textSet();
            case "ns" -> values.numberSet();
            case "bs" -> values.byteSet();
            default -> dice.chance(85) ? ValueMaker.value("N", dice.of("1", "-1", "0.5", "10")) : values.textSet();
        };
        add(clauses, "ADD", name(attribute) + " " + value(added));
    }

    private void deletion(String attribute, Map<String, List<String>> clauses) {
        Map<String, @Nullable Object> deleted = switch (attribute) {
            case "ns" -> values.numberSet();
            case "bs" -> values.byteSet();
            default -> values.textSet();
        };
        add(clauses, "DELETE", name(attribute) + " " + value(deleted));
    }

    private String target(String attribute) {
        if (dice.chance(70)) {
            return name(attribute);
        }
        return switch (attribute) {
            case "doc" -> nested(dice.of("doc.x", "doc.y", "doc.els[0]", "doc.fresh", "doc.doc.x"));
            case "els" -> nested(dice.of("els[0]", "els[1]", "els[7]", "els[7]", "els[0].x"));
            default -> name(attribute);
        };
    }

    private String operand(String attribute) {
        return switch (dice.below(10)) {
            case 0 -> "if_not_exists(" + path() + ", " + value(values.usual(attribute)) + ")";
            case 1 -> "if_not_exists(" + name(attribute) + ", " + path() + ")";
            case 2 -> "if_not_exists(els, " + value(values.list()) + ")";
            case 3 -> "list_append(els, " + value(values.list()) + ")";
            case 4 -> "list_append(" + value(values.list()) + ", els)";
            case 5 -> name("x") + dice.of(" + ", " - ", "+") + value(values.number());
            case 6 ->
                value(values.number()) + dice.of(" + ", " - ") + "if_not_exists(x, " + value(ValueMaker.value("N", "1"))
                        + ")";
            case 7 -> path();
            default -> value(values.usual(attribute));
        };
    }
}
