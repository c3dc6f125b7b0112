package dev.tempest.local.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts wrong expressions into requests. */
final class ExpressionFaults {
    /** With the placeholders :s, :n, :ss and :l for a string, a number, a set and a list, and #a for the attribute a. */
    private static final List<String> CONDITIONS = List.of(
            "",
            " ",
            "a",
            "a =",
            "= :s",
            "a = :s AND",
            "(a = :s",
            "a = :s)",
            "a == :s",
            "a != :s",
            "a = :undefined",
            "#undefined = :s",
            "size(a)",
            "foo(a)",
            "size(a, b) = :n",
            "attribute_exists(:s)",
            "attribute_exists(a, b)",
            "attribute_exists()",
            "attribute_type(a, b)",
            "attribute_type(a, :s)",
            "attribute_type(a, :n)",
            "contains(a)",
            "contains(a, a)",
            "begins_with(a, :n)",
            "begins_with(:n, :s)",
            "begins_with(a, a)",
            "a BETWEEN :n AND :s",
            "b BETWEEN :z AND :s",
            "a BETWEEN :n",
            "a = a",
            "a IN ()",
            "a IN :s",
            "a > :ss",
            "a BETWEEN :l AND :l",
            "size(size(a)) > :n",
            "size(:n) > :n",
            "a[0 = :s",
            "a[] = :s",
            "a[-1] = :s",
            "a[x] = :s",
            "a. = :s",
            ".a = :s",
            "status = :s",
            "a = :s AND name = :s",
            "a.size = :s",
            "if_not_exists(a, :s) = :s",
            "NOT",
            "a = :s b = :s",
            "a = :s, b = :s",
            "a LIKE :s",
            "a = 's'",
            "a = 1",
            "1a = :s",
            "# = :s",
            "a = :",
            "a + :n = :n",
            "a < :l",
            "attribute_not_exists(size(a))",
            "contains(:s, a, b)",
            "a = :s OR OR b = :s",
            "((a = :s)) AND ()",
            "a@b = :s",
            "attribute_exists(a) = :s",
            "ATTRIBUTE_EXISTS(a)",
            "a <> :l AND a >= :m");

    private static final List<String> UPDATES = List.of(
            "",
            " ",
            "SET",
            "SET a",
            "SET a =",
            "SET a = :undefined",
            "SET #undefined = :s",
            "SET a = :s SET b = :s",
            "SET a = :s, a = :n",
            "SET a = :s, a.b = :n",
            "SET a[0] = :s, a.b = :n",
            "SET a = :s REMOVE a",
            "REMOVE",
            "REMOVE :s",
            "REMOVE a, a",
            "REMOVE a b",
            "ADD a",
            "ADD a b",
            "ADD a :s",
            "ADD a :l",
            "DELETE a :n",
            "DELETE a :s",
            "DELETE a",
            "SET a = b + :s",
            "SET a = :l + :n",
            "SET a = list_append(a, :s)",
            "SET a = list_append(a)",
            "SET a = if_not_exists(:s, :s)",
            "SET a = if_not_exists(a)",
            "SET a = foo(a)",
            "SET a = size(b)",
            "SET a = attribute_exists(b)",
            "SET status = :s",
            "SET a = :n + :n + :n",
            "SET a = (:s",
            "SET pk = :s",
            "REMOVE pk",
            "ADD pk :n",
            "SET a = missing",
            "SET a = missing.x",
            "SET a = if_not_exists(missing, absent)",
            "SET missing.x = :s",
            "SET missing[0] = :s",
            "SET a = missing + :n",
            "UPDATE a = :s",
            "a = :s",
            "SET a := :s",
            "SET a = :s,",
            "SET a = :s REMOVE",
            "SET a = list_append(:l, missing)",
            "SET 'a' = :s",
            "SET a. = :s",
            "SET a = :ss * :n");

    private static final List<String> PROJECTIONS = List.of(
            "",
            " ",
            "a,",
            ",a",
            "a b",
            "a, a",
            "a, a.b",
            "a.b, a[0]",
            "#undefined",
            ":s",
            "a[x]",
            "a[-1]",
            "status",
            "a..b",
            "size(a)",
            "a = b",
            "a[0",
            "a.[0]",
            "#a, a");

    private static final List<String> KEY_CONDITIONS = List.of(
            "",
            "pk",
            "pk = :undefined",
            "pk > :pk",
            "pk <> :pk",
            "pk = :pk AND pk = :pk",
            "pk = :pk OR sk = :pk",
            "NOT pk = :pk",
            "a = :pk",
            "pk = :pk AND a = :pk",
            "pk = :pk AND sk <> :pk",
            "pk = :pk AND contains(sk, :pk)",
            "pk = :pk AND attribute_exists(sk)",
            "pk = :pk AND sk IN (:pk)",
            "pk = :pk AND size(sk) = :pk",
            "begins_with(pk, :pk)",
            "pk = :l",
            "pk = :pk AND sk = :l",
            "pk = :pk AND sk BETWEEN :pk",
            "pk = :pk AND",
            "pk.x = :pk",
            "pk = pk",
            "pk = sk",
            ":pk = pk",
            "pk = :pk AND sk = :pk AND g = :pk",
            "sk = :pk",
            "pk IN (:pk)",
            "pk BETWEEN :pk AND :pk",
            "pk = :pk AND sk = :empty");

    private final Dice dice;
    private final ValueMaker values;

    ExpressionFaults(Dice dice, ValueMaker values) {
        this.dice = dice;
        this.values = values;
    }

    void condition(TableShape shape, Map<String, @Nullable Object> request, String parameter) {
        withoutExpressions(request, parameter);
        if (dice.chance(25)) {
            placeholders(shape, request, parameter, "a = :v");
        } else {
            expression(request, parameter, dice.chance(96) ? dice.of(CONDITIONS) : large(dice.below(4)));
        }
    }

    private static String large(int kind) {
        return switch (kind) {
            case 0 -> "a = :s" + " AND a = :s".repeat(301);
            case 1 -> "(".repeat(400) + "a = :s" + ")".repeat(400);
            case 2 -> "a = :s" + " ".repeat(4096);
            default -> "a IN (" + ":s, ".repeat(100) + ":s)";
        };
    }

    void update(TableShape shape, Map<String, @Nullable Object> request) {
        withoutExpressions(request, "UpdateExpression");
        request.remove("ConditionExpression");
        if (dice.chance(20)) {
            placeholders(shape, request, "UpdateExpression", "SET a = :v");
        } else {
            expression(request, "UpdateExpression", dice.of(UPDATES));
        }
    }

    void projection(Map<String, @Nullable Object> request) {
        request.remove("AttributesToGet");
        if (!request.containsKey("FilterExpression") && !request.containsKey("KeyConditionExpression")) {
            request.remove("ExpressionAttributeNames");
        }
        if (request.containsKey("QueryFilter") || request.containsKey("KeyConditions")) {
            return;
        }
        String expression = dice.of(PROJECTIONS);
        request.put("ProjectionExpression", expression);
        if (expression.contains("#a")) {
            request.put("ExpressionAttributeNames", Json.of("#a", "a"));
        }
    }

    void keyCondition(TableShape shape, Map<String, @Nullable Object> request) {
        withoutExpressions(request, "KeyConditionExpression");
        request.remove("IndexName");
        String expression = dice.of(KEY_CONDITIONS);
        request.put("KeyConditionExpression", expression);
        Map<String, @Nullable Object> placeholders = new LinkedHashMap<>();
        if (expression.contains(":pk")) {
            placeholders.put(":pk", values.keyValue(shape.hash()));
        }
        if (expression.contains(":l")) {
            placeholders.put(":l", values.list());
        }
        if (expression.contains(":empty")) {
            placeholders.put(":empty", ValueMaker.value("S", ""));
        }
        if (!placeholders.isEmpty()) {
            request.put("ExpressionAttributeValues", placeholders);
        }
    }

    private static void withoutExpressions(Map<String, @Nullable Object> request, String parameter) {
        request.keySet()
                .removeAll(List.of(
                        "ExpressionAttributeNames",
                        "ExpressionAttributeValues",
                        "Expected",
                        "AttributeUpdates",
                        "ConditionalOperator",
                        "QueryFilter",
                        "ScanFilter",
                        "KeyConditions",
                        "ProjectionExpression",
                        "AttributesToGet"));
        if (!parameter.equals("FilterExpression")) {
            request.remove("FilterExpression");
        } else if (request.containsKey("KeyConditionExpression")) {
            request.put("KeyConditionExpression", "pk = :pk");
            request.put("ExpressionAttributeValues", Json.of(":pk", ValueMaker.value("S", "a")));
            request.remove("IndexName");
        }
        if (parameter.equals("ConditionExpression")) {
            request.computeIfPresent("UpdateExpression", (name, old) -> "REMOVE other");
        }
    }

    private void expression(Map<String, @Nullable Object> request, String parameter, String expression) {
        request.put(parameter, expression);
        Map<String, @Nullable Object> placeholders =
                new LinkedHashMap<>(Json.object(request.get("ExpressionAttributeValues")));
        Map<String, @Nullable Object> all = Json.of(
                ":ss",
                values.textSet(),
                ":s",
                ValueMaker.value("S", "a"),
                ":n",
                ValueMaker.value("N", "1"),
                ":l",
                values.list(),
                ":m",
                ValueMaker.value("M", Json.of()),
                ":z",
                ValueMaker.value("S", "zz"));
        all.forEach((name, value) -> {
            if (expression.matches("(?s).*" + name + "(?![a-z]).*")) {
                placeholders.put(name, value);
            }
        });
        if (!placeholders.isEmpty()) {
            request.put("ExpressionAttributeValues", placeholders);
        }
    }

    /** Placeholders that are unused, not well-formed, or hold what no value can be. */
    private void placeholders(
            TableShape shape, Map<String, @Nullable Object> request, String parameter, String expression) {
        boolean key = request.containsKey("KeyConditionExpression");
        Map<String, @Nullable Object> given = key ? Json.of(":pk", values.keyValue(shape.hash())) : Json.of();
        given.put(":v", values.number());
        request.put(parameter, expression);
        request.put("ExpressionAttributeValues", given);
        switch (dice.below(8)) {
            case 0 -> given.put(":unused", values.text());
            case 1 -> request.put("ExpressionAttributeNames", Json.of("#unused", "b"));
            case 2 -> given.put("v", values.text());
            case 3 -> request.put("ExpressionAttributeNames", Json.of(dice.of("b", "#", "#a-b"), "b"));
            case 4 -> given.put(":v", values.wrong());
            case 5 -> request.put("ExpressionAttributeNames", Json.of());
            case 6 -> request.put("ExpressionAttributeValues", Json.of());
            default -> {
                request.remove(parameter);
                if (key) {
                    given.remove(":v");
                    given.put(":w", values.text());
                }
            }
        }
    }
}
