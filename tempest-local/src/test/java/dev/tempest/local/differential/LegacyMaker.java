package dev.tempest.local.differential;

import dev.tempest.local.differential.TableShape.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the parameters that expressions have replaced, and which older clients send. */
final class LegacyMaker {
    private final Dice dice;
    private final ValueMaker values;
    private final TableShape shape;

    LegacyMaker(Dice dice, ValueMaker values, TableShape shape) {
        this.dice = dice;
        this.values = values;
        this.shape = shape;
    }

    void expect(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        for (String attribute : dice.some(ValueMaker.ATTRIBUTES, 1 + dice.below(2))) {
            expected.put(
                    attribute,
                    switch (dice.below(5)) {
                        case 0 -> Json.of("Exists", false);
                        case 1 -> Json.of("Value", values.usual(attribute), "Exists", true);
                        case 2 -> Json.of("Value", values.usual(attribute));
                        default -> condition(attribute);
                    });
        }
        request.put("Expected", expected);
        if (expected.size() > 1 && dice.chance(60)) {
            request.put("ConditionalOperator", dice.of("AND", "OR"));
        }
    }

    void filter(Map<String, @Nullable Object> request, String parameter) {
        Map<String, @Nullable Object> filter = new LinkedHashMap<>();
        for (String attribute : dice.some(List.of("a", "b", "s", "x", "ss", "ns", "els"), 1 + dice.below(2))) {
            filter.put(attribute, condition(attribute));
        }
        request.put(parameter, filter);
        if (filter.size() > 1 && dice.chance(60)) {
            request.put("ConditionalOperator", dice.of("AND", "OR"));
        }
    }

    private Map<String, @Nullable Object> condition(String attribute) {
        String operator = dice.of(
                "EQ",
                "NE",
                "LE",
                "LT",
                "GE",
                "GT",
                "NOT_NULL",
                "NULL",
                "CONTAINS",
                "NOT_CONTAINS",
                "BEGINS_WITH",
                "IN",
                "BETWEEN");
        Map<String, @Nullable Object> condition = Json.of("ComparisonOperator", operator);
        List<@Nullable Object> operands = new ArrayList<>();
        switch (operator) {
            case "NOT_NULL", "NULL" -> {
                return condition;
            }
            case "EQ", "NE" -> operands.add(dice.chance(80) ? values.usual(attribute) : values.any());
            case "CONTAINS", "NOT_CONTAINS", "LE", "LT", "GE", "GT" ->
                operands.add(dice.of(values.text(), values.number(), values.bytes()));
            case "BEGINS_WITH" -> operands.add(dice.of(values.text(), values.bytes()));
            case "IN" -> {
                operands.add(values.text());
                operands.add(dice.chance(80) ? values.text() : values.number());
            }
            default -> {
                operands.add(ValueMaker.value("N", String.valueOf(dice.below(2))));
                operands.add(ValueMaker.value("N", String.valueOf(2 + dice.below(3))));
            }
        }
        condition.put("AttributeValueList", operands);
        return condition;
    }

    void update(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> updates = new LinkedHashMap<>();
        for (String attribute : dice.some(ValueMaker.ATTRIBUTES, 1 + dice.below(3))) {
            updates.put(
                    attribute,
                    switch (dice.below(6)) {
                        case 0 -> Json.of("Action", "DELETE");
                        case 1 -> Json.of("Action", "ADD", "Value", added(attribute));
                        case 2 -> Json.of("Action", "DELETE", "Value", values.textSet());
                        case 3 -> Json.of("Value", values.usual(attribute));
                        default -> Json.of("Action", "PUT", "Value", values.usual(attribute));
                    });
        }
        request.put("AttributeUpdates", updates);
    }

    private Map<String, @Nullable Object> added(String attribute) {
        return switch (attribute) {
            case "ss" -> values.textSet();
            case "ns" -> values.numberSet();
            case "els" -> values.list();
            default -> dice.chance(80) ? values.number() : values.any();
        };
    }

    void attributesToGet(Map<String, @Nullable Object> request) {
        List<String> attributes = dice.some(ValueMaker.ATTRIBUTES, 1 + dice.below(4));
        if (dice.chance(40)) {
            attributes.add("pk");
        }
        request.put("AttributesToGet", attributes);
    }

    void keyConditions(Map<String, @Nullable Object> request, Field hash, @Nullable Field range) {
        Map<String, @Nullable Object> conditions = new LinkedHashMap<>();
        conditions.put(hash.name(), Json.of("ComparisonOperator", "EQ", "AttributeValueList", List.of(key(hash))));
        if (range != null && dice.chance(60)) {
            String operator = dice.of("EQ", "LE", "LT", "GE", "GT", "BETWEEN", "BEGINS_WITH");
            if (operator.equals("BEGINS_WITH") && range.type().equals("N")) {
                operator = "GE";
            }
            List<@Nullable Object> operands = new ArrayList<>(List.of(key(range)));
            if (operator.equals("BETWEEN")) {
                operands.add(operands.get(0));
            }
            conditions.put(range.name(), Json.of("ComparisonOperator", operator, "AttributeValueList", operands));
        }
        request.put("KeyConditions", conditions);
    }

    private Map<String, @Nullable Object> key(Field field) {
        return shape.keys().contains(field) ? values.keyValue(field) : values.indexed(field);
    }
}
