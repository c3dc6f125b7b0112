package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The increments of one item type's numbers.
 *
 * <p>Where DynamoDB can do all of it, an increment is one blind request: it does not matter what is stored, and when the
 * request is executed twice, each execution leaves its own mark: the version that it counts up. Where the mark would be a
 * text that is fixed in the request, or where an attribute is computed from the counted one, an increment is a
 * {@linkplain CounterChange conditional write} of what was read.
 */
final class Increments {
    private static final AttributeValue ZERO = AttributeValue.fromN("0");
    private static final AttributeValue ONE = AttributeValue.fromN("1");

    private final ItemOperations<?, ?> items;
    private final ItemMapper<?> mapper;
    private final Map<String, CounterRule<AttributeValue>> rules = new ConcurrentHashMap<>();
    // Found out by the first increment: most types are never counted in. Racing threads make equal ones.
    private volatile @Nullable ComputedAttributes<?, AttributeValue> computed;

    Increments(ItemOperations<?, ?> items, ItemMapper<?> mapper) {
        this.items = items;
        this.mapper = mapper;
    }

    /** A number to add, and how. */
    record Counted(Increment.Counter counter, CounterRule<AttributeValue> rule) {}

    /** The sum as a whole number. */
    CompletableFuture<Long> whole(
            Requests requests, Map<String, AttributeValue> key, String property, long delta, ConditionalWrites mode) {
        CounterRule<AttributeValue> rule = rule(property);
        if (!rule.isWhole()) {
            throw new IllegalArgumentException(rule.property()
                    + " may hold fractions: call increment(key, Increment.of(\"" + property + "\", ...)).");
        }
        Increment increment = Increment.of(property, delta);
        return send(
                        requests,
                        key,
                        increment,
                        List.of(new Counted(increment.counters().get(0), rule.asLong())),
                        mode)
                .thenApply(sums ->
                        new BigDecimal(requireNonNull(sums.get(property)).toString()).longValueExact());
    }

    /** The sums by their properties. */
    CompletableFuture<Map<String, Number>> all(
            Requests requests, Map<String, AttributeValue> key, Increment increment, ConditionalWrites mode) {
        return send(requests, key, increment, counted(increment), mode);
    }

    private CompletableFuture<Map<String, Number>> send(
            Requests requests,
            Map<String, AttributeValue> key,
            Increment increment,
            List<Counted> counted,
            ConditionalWrites mode) {
        check(increment, counted);
        CounterChange onRead = new CounterChange(this, items, key, increment, counted, mode);
        return marksByText() || dependsOnStored(increment)
                ? Update.run(requests, items, key, onRead)
                : requests.send(blind(key, increment, counted))
                        .handle((sums, failure) -> {
                            if (failure == null) {
                                return CompletableFuture.completedFuture(sums);
                            }
                            Throwable cause = Futures.unwrap(failure);
                            return isOfNull(cause, counted)
                                    ? Update.run(requests, items, key, onRead)
                                    : CompletableFuture.<Map<String, Number>>failedFuture(cause);
                        })
                        .thenCompose(next -> next);
    }

    /** Whether an increment was not done, as DynamoDB's own null stands where a number should: it cannot be added to. */
    private boolean isOfNull(Throwable failure, List<Counted> counted) {
        if (!(failure instanceof DynamoDbException e) || !WriteRequests.isSentOnce(e)) {
            return false;
        }
        if (e instanceof ConditionalCheckFailedException refusal) {
            Map<String, AttributeValue> found = Settlement.found(refusal);
            return found != null && holdsNull(found, counted);
        }
        AwsErrorDetails details = e.awsErrorDetails();
        return details != null
                && "ValidationException".equals(details.errorCode())
                && String.valueOf(details.errorMessage()).contains("incorrect data type");
    }

    private boolean holdsNull(Map<String, AttributeValue> row, List<Counted> counted) {
        Set<String> numbers = new LinkedHashSet<>();
        counted.forEach(each -> numbers.addAll(List.of(each.rule().attributes())));
        String version = items.encoder().versionAttribute();
        if (version != null) {
            numbers.add(version);
        }
        return numbers.stream()
                .anyMatch(attribute -> row.containsKey(attribute) && SdkValues.in(row, attribute) == null);
    }

    private List<Counted> counted(Increment increment) {
        List<Counted> counted = new ArrayList<>();
        for (Increment.Counter counter : increment.counters()) {
            counted.add(new Counted(counter, rule(counter.property())));
        }
        return counted;
    }

    private void check(Increment increment, List<Counted> counted) {
        if (increment.create()) {
            Set<String> properties = new LinkedHashSet<>();
            increment.counters().forEach(counter -> properties.add(counter.property()));
            mapper.requireReadable(properties);
        }
        for (Counted each : counted) {
            each.rule().first(each.counter().delta(), each.counter().start());
        }
    }

    /** Whether the mark that an increment leaves is a text, so that a second execution would leave the same. */
    private boolean marksByText() {
        VersionRule<AttributeValue> version = items.encoder().version();
        return version == null
                ? items.encoder().versionAttribute() == null && items.encoder().tokens() != null
                : !version.isNumber();
    }

    /** Whether attributes are to be written whose values depend on what else the item has. */
    private boolean dependsOnStored(Increment increment) {
        ComputedAttributes<?, AttributeValue> all = computed();
        return (increment.create() && !all.areMadeOfKey())
                || increment.counters().stream().anyMatch(counter -> all.areMadeOf(counter.property()));
    }

    private Exchange<?, ?, Map<String, Number>> blind(
            Map<String, AttributeValue> key, Increment increment, List<Counted> counted) {
        UpdateText text = text(key, increment, counted, Nonces.RANDOM);
        UpdateItemRequest request = UpdateItemRequest.builder()
                .tableName(items.table().name())
                .key(key)
                .updateExpression(text.expression())
                .conditionExpression(text.condition())
                .expressionAttributeNames(text.names())
                .expressionAttributeValues(text.values())
                .returnValues(ReturnValue.UPDATED_NEW)
                .returnValuesOnConditionCheckFailure(
                        text.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return Exchange.of(
                Command.updateItem(), request, response -> sums(counted, response), e -> refused(e, key, increment));
    }

    private DynamoDbException refused(DynamoDbException e, Map<String, AttributeValue> key, Increment increment) {
        String action = "increment of " + items.describe(key);
        return Refusals.withContext(
                e,
                e instanceof ConditionalCheckFailedException refusal
                        ? action + ", " + describe(increment, Settlement.found(refusal))
                                + Refusals.ofItsOwnFirstTry(refusal)
                        : action);
    }

    private static Map<String, Number> sums(List<Counted> counted, UpdateItemResponse response) {
        Map<String, Number> sums = new LinkedHashMap<>();
        for (Counted each : counted) {
            AttributeValue value = response.attributes().get(each.rule().attributes()[0]);
            if (value == null) {
                throw new IllegalStateException(
                        "DynamoDB returned no " + each.rule().attributes()[0] + ".");
            }
            sums.put(each.counter().property(), each.rule().toNumber(value));
        }
        return sums;
    }

    /**
     * An increment as a part of a transaction, which DynamoDB executes once: a text that is fixed in it does not come again.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    TransactWriteItem inTransaction(Map<String, AttributeValue> key, Increment increment, Nonces nonces) {
        List<Counted> counted = counted(increment);
        check(increment, counted);
        if (dependsOnStored(increment)) {
            throw new IllegalArgumentException(mapper.typeName() + " computes attributes ("
                    + String.join(", ", new TreeSet<>(computed().names()))
                    + ") that an increment in a transaction cannot compute. Increment it outside of a transaction, or load"
                    + " it and save or merge it in the transaction.");
        }
        UpdateText text = text(key, increment, counted, nonces);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(items.table().name())
                        .key(key)
                        .updateExpression(text.expression())
                        .conditionExpression(text.condition())
                        .expressionAttributeNames(text.names())
                        .expressionAttributeValues(text.values())
                        .returnValuesOnConditionCheckFailure(
                                text.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private UpdateText text(
            Map<String, AttributeValue> key, Increment increment, List<Counted> counted, Nonces nonces) {
        UpdateText text = new UpdateText();
        for (Counted each : counted) {
            Number delta = each.counter().delta();
            AttributeValue limit = each.rule().limit(delta);
            String operator = new BigDecimal(delta.toString()).signum() > 0 ? "<=" : ">=";
            for (String attribute : each.rule().attributes()) {
                text.add(
                        attribute,
                        each.rule().toValue(each.counter().start()),
                        each.rule().toValue(delta));
                if (limit != null) {
                    text.requireIfPresent(attribute, operator, limit);
                }
            }
        }
        moveOn(text, nonces);
        if (increment.create()) {
            created(key, counted).forEach(text::setIfAbsent);
        } else {
            text.require(items.encoder().conditions().keyIsTaken());
        }
        text.require(Conditions.ofCaller(increment.condition()));
        return text;
    }

    /** What an item computes that an increment makes: constants, so that it is in its indexes. */
    private Map<String, AttributeValue> created(Map<String, AttributeValue> key, List<Counted> counted) {
        if (computed().names().isEmpty()) {
            return Map.of();
        }
        Map<String, AttributeValue> row = new HashMap<>(key);
        for (Counted each : counted) {
            AttributeValue first =
                    each.rule().first(each.counter().delta(), each.counter().start());
            for (String attribute : each.rule().attributes()) {
                row.put(attribute, first);
            }
        }
        VersionRule<AttributeValue> version = items.encoder().version();
        if (version != null) {
            row.put(version.attribute(), version.first(Nonces.RANDOM));
        }
        return computed().in(row);
    }

    /** Changes the version, or the token where there is none: a writer that has read the old numbers must not win. */
    private void moveOn(UpdateText text, Nonces nonces) {
        ItemEncoder<?> encoder = items.encoder();
        String attribute = encoder.versionAttribute();
        VersionRule<AttributeValue> rule = encoder.version();
        WriteTokens tokens = encoder.tokens();
        if (attribute != null) {
            if (rule != null && !rule.isNumber()) {
                text.set(attribute, rule.first(nonces));
            } else {
                text.add(attribute, ZERO, ONE);
                AttributeValue limit = versionLimit();
                if (limit != null) {
                    text.requireIfPresent(attribute, "<=", limit);
                }
            }
        } else if (tokens != null) {
            Write.Trace trace = tokens.trace(null, nonces);
            text.set(tokens.attribute(), tokens.value(trace));
            // Nobody asks for this trace: it only parts what comes after from what came before.
            encoder.release(trace);
        }
    }

    /** The greatest version that has one after it; null if each has. */
    private @Nullable AttributeValue versionLimit() {
        VersionRule<AttributeValue> rule = items.encoder().version();
        String attribute = items.encoder().versionAttribute();
        return rule == null && attribute != null
                ? CounterRule.of(attribute, items.table().schema().table()).limit(1)
                : rule == null ? null : rule.limit();
    }

    Expectation expectation(Increment increment) {
        return new Expectation(increment.create() ? null : Expectation.AN_ITEM, null, null, increment.condition());
    }

    /** Why the condition of an increment failed. */
    String describe(Increment increment, @Nullable Map<String, AttributeValue> found) {
        String full = found == null ? null : full(counted(increment), found);
        return full == null ? expectation(increment).describe(found) : full;
    }

    /** Which number of an item has no room for what is added; null for none. */
    @Nullable String full(List<Counted> counted, Map<String, AttributeValue> row) {
        for (Counted each : counted) {
            AttributeValue stored = SdkValues.in(row, each.rule().attributes()[0]);
            if (stored != null && !each.rule().hasRoom(stored, each.counter().delta())) {
                return each.rule().describeRange();
            }
        }
        String attribute = items.encoder().versionAttribute();
        AttributeValue version = attribute == null ? null : row.get(attribute);
        AttributeValue limit = versionLimit();
        return version != null && version.n() != null && limit != null && SdkValues.INSTANCE.compare(version, limit) > 0
                ? attribute + " " + version.n() + " is the last version that its type can hold"
                : null;
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

    ComputedAttributes<?, AttributeValue> computed() {
        ComputedAttributes<?, AttributeValue> known = computed;
        if (known == null) {
            known = mapper.computed();
            computed = known;
        }
        return known;
    }
}
