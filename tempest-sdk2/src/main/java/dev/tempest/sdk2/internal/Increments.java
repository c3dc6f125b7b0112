package dev.tempest.sdk2.internal;

import dev.tempest.internal.CounterRule;
import dev.tempest.internal.Nonces;
import dev.tempest.internal.VersionRule;
import dev.tempest.sdk2.Increment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The increments of one item type's numbers, as updates that DynamoDB computes by itself. */
final class Increments {
    private static final AttributeValue ZERO = AttributeValue.fromN("0");
    private static final AttributeValue ONE = AttributeValue.fromN("1");

    private final ItemOperations<?, ?> items;
    private final ItemMapper<?> mapper;
    private final Map<String, CounterRule<AttributeValue>> rules = new ConcurrentHashMap<>();

    Increments(ItemOperations<?, ?> items, ItemMapper<?> mapper) {
        this.items = items;
        this.mapper = mapper;
    }

    /** An increment as DynamoDB takes it. */
    private record Encoded(
            Map<String, AttributeValue> key,
            String expression,
            @Nullable Expression condition,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            Expectation expectation) {}

    /** The sum as a whole number. */
    Exchange<?, ?, Long> whole(Map<String, AttributeValue> key, String property, long delta) {
        CounterRule<AttributeValue> rule = rule(property);
        if (!rule.isWhole()) {
            throw new IllegalArgumentException(rule.property()
                    + " may hold fractions: call increment(key, Increment.of(\"" + property + "\", ...)).");
        }
        return send(
                key,
                Increment.of(property, delta),
                response -> new BigDecimal(number(rule, response).toString()).longValueExact());
    }

    /** The sums by their properties. */
    Exchange<?, ?, Map<String, Number>> all(Map<String, AttributeValue> key, Increment increment) {
        return send(key, increment, response -> {
            Map<String, Number> sums = new LinkedHashMap<>();
            for (Increment.Counter counter : increment.counters()) {
                sums.put(counter.property(), number(rule(counter.property()), response));
            }
            return sums;
        });
    }

    private <T> Exchange<?, ?, T> send(
            Map<String, AttributeValue> key, Increment increment, Function<UpdateItemResponse, T> answer) {
        Encoded encoded = encode(key, increment, Nonces.RANDOM);
        UpdateItemRequest request = UpdateItemRequest.builder()
                .tableName(items.table().name())
                .key(key)
                .updateExpression(encoded.expression())
                .conditionExpression(Conditions.text(encoded.condition()))
                .expressionAttributeNames(encoded.names())
                .expressionAttributeValues(encoded.values())
                .returnValues(ReturnValue.UPDATED_NEW)
                .returnValuesOnConditionCheckFailure(
                        encoded.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return Exchange.of(Command.updateItem(), request, answer, e -> {
            String action = "increment of " + items.describe(key);
            return Refusals.withContext(
                    e,
                    e instanceof ConditionalCheckFailedException refusal
                            ? action + ", " + encoded.expectation().describe(Settlement.found(refusal))
                            : action);
        });
    }

    TransactWriteItem inTransaction(Map<String, AttributeValue> key, Increment increment, Nonces nonces) {
        Encoded encoded = encode(key, increment, nonces);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(items.table().name())
                        .key(key)
                        .updateExpression(encoded.expression())
                        .conditionExpression(Conditions.text(encoded.condition()))
                        .expressionAttributeNames(encoded.names())
                        .expressionAttributeValues(encoded.values())
                        .returnValuesOnConditionCheckFailure(
                                encoded.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    Expectation expectation(Increment increment) {
        return new Expectation(increment.create() ? null : Expectation.AN_ITEM, null, null, increment.condition());
    }

    private Encoded encode(Map<String, AttributeValue> key, Increment increment, Nonces nonces) {
        if (increment.create()) {
            Set<String> properties = new LinkedHashSet<>();
            increment.counters().forEach(counter -> properties.add(counter.property()));
            mapper.requireReadable(properties);
        }
        Expression condition = increment.create()
                ? increment.condition()
                : Conditions.both(items.encoder().conditions().keyIsTaken(), increment.condition());
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        StringBuilder expression = new StringBuilder("SET ");
        int number = 0;
        for (Increment.Counter counter : increment.counters()) {
            CounterRule<AttributeValue> rule = rule(counter.property());
            for (String attribute : rule.attributes()) {
                String id = "tempest_" + number++;
                names.put("#" + id, attribute);
                values.put(":" + id + "_delta", rule.toValue(counter.delta()));
                values.put(":" + id + "_start", rule.toValue(counter.start()));
                expression.append(number == 1 ? "" : ", ");
                append(expression, "#" + id, ":" + id + "_start", ":" + id + "_delta");
            }
        }
        moveOn(expression, names, values, nonces);
        if (condition != null) {
            Map<String, String> itsNames = Conditions.names(condition);
            Map<String, AttributeValue> itsValues = Conditions.values(condition);
            if (itsNames != null) {
                names.putAll(itsNames);
            }
            if (itsValues != null) {
                values.putAll(itsValues);
            }
        }
        return new Encoded(key, expression.toString(), condition, names, values, expectation(increment));
    }

    /** Changes the version, or the token where there is none: a writer that has read the old numbers must not win. */
    private void moveOn(
            StringBuilder expression, Map<String, String> names, Map<String, AttributeValue> values, Nonces nonces) {
        ItemEncoder<?> encoder = items.encoder();
        String attribute = encoder.versionAttribute();
        VersionRule<AttributeValue> rule = encoder.version();
        WriteTokens tokens = encoder.tokens();
        if (attribute != null) {
            names.put("#tempest_version", attribute);
            expression.append(", ");
            if (rule != null && !rule.isNumber()) {
                values.put(":tempest_version", rule.first(nonces));
                expression.append("#tempest_version = :tempest_version");
            } else {
                values.put(":tempest_zero", ZERO);
                values.put(":tempest_one", ONE);
                append(expression, "#tempest_version", ":tempest_zero", ":tempest_one");
            }
        } else if (tokens != null) {
            Write.Trace trace = tokens.trace(null, nonces);
            names.put("#tempest_token", tokens.attribute());
            values.put(":tempest_token", tokens.value(trace));
            expression.append(", #tempest_token = :tempest_token");
            // Nobody asks for this trace: it only parts what comes after from what came before.
            encoder.release(trace);
        }
    }

    private static void append(StringBuilder expression, String name, String start, String delta) {
        expression
                .append(name)
                .append(" = if_not_exists(")
                .append(name)
                .append(", ")
                .append(start)
                .append(") + ")
                .append(delta);
    }

    private CounterRule<AttributeValue> rule(String property) {
        CounterRule<AttributeValue> known = rules.get(property);
        if (known != null) {
            return known;
        }
        CounterRule<AttributeValue> rule = mapper.counter(property);
        rules.put(property, rule);
        return rule;
    }

    private static Number number(CounterRule<AttributeValue> rule, UpdateItemResponse response) {
        AttributeValue value = response.attributes().get(rule.attributes()[0]);
        if (value == null) {
            throw new IllegalStateException("DynamoDB returned no " + rule.attributes()[0] + ".");
        }
        return rule.toNumber(value);
    }
}
