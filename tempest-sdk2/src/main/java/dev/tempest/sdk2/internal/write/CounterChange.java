package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.Counters.Counted;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * An increment that is done only on the item that was read. It carries on the traces of the item's write token, so that it
 * is recognised when its response was lost.
 *
 * <p>An item that bears no mark cannot be told from one that has lost its mark since, so the first increment of such an item
 * is a transaction, which DynamoDB executes once.
 */
record CounterChange(
        OperationInfo operation,
        Counters counters,
        WriteRules<?> rules,
        PutItemOperation<?> put,
        UpdateItemOperation<?> update,
        Map<String, AttributeValue> key,
        Increment<?> increment,
        List<Counted> counted,
        ConditionalWrites mode)
        implements UpdateLoop.Change<Map<String, Number>> {

    @Override
    public UpdateLoop.Step<Map<String, Number>> on(@Nullable Map<String, AttributeValue> base) {
        if (base == null && !increment.createsItem()) {
            throw Write.conditionFailed(
                    null, message(counters.expectation(increment).describe(null, SdkValues.INSTANCE)));
        }
        if (base != null && rules.mapper().isOlder(base)) {
            throw new OlderItem(base);
        }
        if (base != null) {
            String noNumber = counters.noNumber(counted, base, true);
            String problem = noNumber == null ? counters.full(counted, base) : noNumber;
            if (problem != null) {
                throw Write.conditionFailed(base, message(problem));
            }
        }
        Map<String, AttributeValue> row = new HashMap<>(base == null ? key : base);
        Clause<AttributeValue> callers = counters.condition(increment);
        UpdateText<AttributeValue> text = new UpdateText<>(ExpressionWriter.texts(callers));
        Map<String, Number> sums = new LinkedHashMap<>();
        for (Counted each : counted) {
            AttributeValue sum = sum(each, row);
            for (String attribute : each.rule().attributes()) {
                row.put(attribute, sum);
                text.set(attribute, sum);
            }
            sums.put(each.property(), each.rule().toNumber(sum));
        }
        AttributeValue version = moveVersionOn(row, text);
        setTimes(row, text, base == null);
        Upgrade upgrade = rules.mapper().upgrade();
        if (upgrade != null && base == null) {
            row.put(upgrade.attribute(), upgrade.targetValue());
            text.set(upgrade.attribute(), upgrade.targetValue());
        }
        compute(row, text);
        Clause<AttributeValue> condition =
                base == null ? rules.presence().keyIsFree(Nonces.RANDOM) : rules.isStill(base);
        ClaimMoves moves = rules.claims().moves(row, base, row);
        if (moves != null && base != null && rules.state().isMarked(base)) {
            condition = rules.claims().areStill(base, condition);
        }
        text.require(condition);
        text.require(callers);
        WriteTokens.Trace trace = leaveTrace(base, row, text);
        Expectation<AttributeValue> expectation = new Expectation<>(
                base == null ? Expectation.NO_ITEM : Expectation.ITEM_READ, rules.versionAttribute(), version, null);
        Write<Map<String, Number>> write =
                new Write<>(rules.mapper(), operation, row, sums, Clause.both(condition, callers), expectation, trace);
        if (moves != null) {
            return Planned.claiming(write, moves, update.inTransaction(key, text), null);
        }
        if (base == null && rules.table().expiry() != null) {
            // There may be an expired item, of which nothing is to stay.
            return new Planned<>(write, put.request(write, rules.modeOn(null, mode)));
        }
        boolean isTransaction = rules.modeOn(base, mode) == ConditionalWrites.TRANSACTIONAL;
        return new Planned<>(write, update.request(write, text, isTransaction, response -> sums));
    }

    private static AttributeValue sum(Counted each, Map<String, AttributeValue> row) {
        Increment.Counter counter = each.counter();
        CounterRule<AttributeValue> rule = each.rule();
        AttributeValue stored = SdkValues.in(row, rule.attributes()[0]);
        return stored == null ? rule.first(counter.delta(), counter.start()) : rule.sum(stored, counter.delta());
    }

    /** @return the version that was read; null for none */
    private @Nullable AttributeValue moveVersionOn(Map<String, AttributeValue> row, UpdateText<AttributeValue> text) {
        String attribute = rules.versionAttribute();
        if (attribute == null) {
            return null;
        }
        AttributeValue stored = SdkValues.in(row, attribute);
        AttributeValue next = rules.versions().next(stored, row, Nonces.RANDOM);
        row.put(attribute, next);
        text.set(attribute, next);
        return stored;
    }

    private void setTimes(Map<String, AttributeValue> row, UpdateText<AttributeValue> text, boolean isNew) {
        Instant now = rules.table().settings().clock().instant();
        Map<String, AttributeValue> times = new LinkedHashMap<>(rules.times().ofEachWrite(now));
        if (isNew) {
            times.putAll(rules.times().ofNew(now));
        }
        row.putAll(times);
        times.forEach(text::set);
    }

    private void compute(Map<String, AttributeValue> row, UpdateText<AttributeValue> text) {
        if (counters.computed().names().isEmpty()) {
            return;
        }
        Map<String, AttributeValue> computed = counters.computed().in(row);
        for (String attribute : counters.computed().names()) {
            AttributeValue value = computed.get(attribute);
            if (Objects.equals(value, row.get(attribute))) {
                continue;
            }
            if (value == null) {
                text.remove(attribute);
                row.remove(attribute);
            } else {
                text.set(attribute, value);
                row.put(attribute, value);
            }
        }
    }

    private WriteTokens.@Nullable Trace leaveTrace(
            @Nullable Map<String, AttributeValue> base,
            Map<String, AttributeValue> row,
            UpdateText<AttributeValue> text) {
        WriteTokens tokens = rules.tokens();
        if (tokens == null) {
            return null;
        }
        WriteTokens.Trace trace = tokens.trace(base == null ? null : tokens.in(base), Nonces.RANDOM);
        row.put(tokens.attribute(), tokens.value(trace));
        text.set(tokens.attribute(), tokens.value(trace));
        return trace;
    }

    @Override
    public @Nullable RuntimeException failure(
            @Nullable Map<String, AttributeValue> base,
            @Nullable Map<String, AttributeValue> found,
            ConditionalCheckFailedException exception) {
        boolean isCallers =
                counters.condition(increment) != null && rules.state().areSame(base, found);
        String reason = counters.expectation(increment).describe(found, SdkValues.INSTANCE);
        return isCallers ? ErrorContext.withContext(exception, message(reason)) : null;
    }

    private String message(String reason) {
        return "increment of " + rules.mapper().describe(key) + ", " + reason;
    }
}
