package dev.tempest.sdk2.internal.write;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.write.Counters.Counted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The increments of one item type's numbers.
 *
 * <p>Where DynamoDB can do all of it, an increment is one blind request: it does not matter what is stored, and when the
 * request is executed twice, each execution leaves its own mark: the version that it counts up. Where the mark would be a
 * text that is fixed in the request, or where an attribute is computed from the counted one, an increment is a
 * {@linkplain CounterChange conditional write} of what was read.
 */
public final class Increments {
    private final WriteRules<?> rules;
    private final ItemMapper<?> mapper;
    private final GetItemOperation<?, ?> get;
    private final PutItemOperation<?> put;
    private final UpdateItemOperation<?> update;
    private final Counters counters;
    private final Marks marks;
    private final @Nullable ItemMigration<?> upgrading;
    private final OperationInfo operation;

    Increments(
            WriteRules<?> rules,
            GetItemOperation<?, ?> get,
            PutItemOperation<?> put,
            UpdateItemOperation<?> update,
            Counters counters,
            Marks marks,
            @Nullable ItemMigration<?> upgrading) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.put = put;
        this.update = update;
        this.counters = counters;
        this.marks = marks;
        this.upgrading = upgrading;
        this.operation = rules.operation("increment");
    }

    /** The operation as listeners see it. */
    public OperationInfo operation() {
        return operation;
    }

    public Counters counters() {
        return counters;
    }

    /** The sum as a whole number. */
    public CompletableFuture<Long> whole(
            Requests requests, Map<String, AttributeValue> key, String property, long delta, ConditionalWrites mode) {
        CounterRule<AttributeValue> rule = counters.rule(property);
        if (!rule.isWhole()) {
            throw new IllegalArgumentException(rule.property()
                    + " may hold fractions: call increment(key, Increment.of(\"" + property + "\", ...)).");
        }
        Increment<?> increment = Increment.of(property, delta);
        return send(
                        requests,
                        key,
                        increment,
                        List.of(new Counted(property, increment.counters().get(0), rule.asLong())),
                        mode)
                .thenApply(sums ->
                        new BigDecimal(requireNonNull(sums.get(property)).toString()).longValueExact());
    }

    /** The sums by their properties. */
    public CompletableFuture<Map<String, Number>> all(
            Requests requests, Map<String, AttributeValue> key, Increment<?> increment, ConditionalWrites mode) {
        return send(requests, key, increment, counters.counted(increment), mode);
    }

    private CompletableFuture<Map<String, Number>> send(
            Requests requests,
            Map<String, AttributeValue> key,
            Increment<?> increment,
            List<Counted> counted,
            ConditionalWrites mode) {
        rules.requireWritable(key);
        counters.check(increment, counted);
        return upgrading == null
                ? sendOnCurrent(requests, key, increment, counted, mode)
                : upgrading.onCurrent(requests, () -> sendOnCurrent(requests, key, increment, counted, mode));
    }

    private CompletableFuture<Map<String, Number>> sendOnCurrent(
            Requests requests,
            Map<String, AttributeValue> key,
            Increment<?> increment,
            List<Counted> counted,
            ConditionalWrites mode) {
        CounterChange onRead =
                new CounterChange(operation, counters, rules, put, update, key, increment, counted, mode);
        return marks.areTexts() || counters.dependsOnStored(increment, counted) || touchesClaims(increment, counted)
                ? UpdateLoop.run(requests, get, mapper, key, onRead)
                : requests.send(blind(key, increment, counted))
                        .handle((sums, failure) -> {
                            if (failure == null) {
                                return CompletableFuture.completedFuture(sums);
                            }
                            Throwable cause = Futures.unwrap(failure);
                            return isOfNull(cause, counted)
                                            || (increment.createsItem()
                                                    && rules.presence().isOfExpired(cause))
                                    ? UpdateLoop.run(requests, get, mapper, key, onRead)
                                    : CompletableFuture.<Map<String, Number>>failedFuture(cause);
                        })
                        .thenCompose(next -> next);
    }

    private boolean touchesClaims(Increment<?> increment, List<Counted> counted) {
        List<String> attributes = counted.stream()
                .flatMap(each -> Stream.of(each.rule().attributes()))
                .toList();
        return rules.claims().touches(attributes, increment.createsItem());
    }

    /** Whether an increment was not done, as DynamoDB's own null stands where a number should: it cannot be added to. */
    private boolean isOfNull(Throwable failure, List<Counted> counted) {
        if (!(failure instanceof DynamoDbException e) || !FailureKind.isSentOnce(e)) {
            return false;
        }
        if (e instanceof ConditionalCheckFailedException conditionFailed) {
            Map<String, AttributeValue> found = Write.found(conditionFailed);
            return found != null && counters.holdsNull(counted, found);
        }
        AwsErrorDetails details = e.awsErrorDetails();
        return details != null
                && "ValidationException".equals(details.errorCode())
                && String.valueOf(details.errorMessage()).contains("incorrect data type");
    }

    private Exchange<?, ?, Map<String, Number>> blind(
            Map<String, AttributeValue> key, Increment<?> increment, List<Counted> counted) {
        UpdateText<AttributeValue> text = text(key, increment, counted, Nonces.RANDOM);
        return update.blind(
                operation,
                key,
                text,
                ReturnValue.UPDATED_NEW,
                response -> sums(counted, response),
                e -> failed(e, key, increment));
    }

    private DynamoDbException failed(DynamoDbException e, Map<String, AttributeValue> key, Increment<?> increment) {
        String action = "increment of " + mapper.describe(key);
        return ErrorContext.withContext(
                e,
                e instanceof ConditionalCheckFailedException failure
                        ? action + ", "
                                + counters.describe(increment, mapper.table().present(Write.found(failure)))
                                + ErrorContext.ofItsOwnFirstTry(failure)
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
            sums.put(each.property(), each.rule().toNumber(value));
        }
        return sums;
    }

    /**
     * An increment as a part of a transaction, which DynamoDB executes once: a text that is fixed in it does not come again.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public TransactWriteItem inTransaction(Map<String, AttributeValue> key, Increment<?> increment, Nonces nonces) {
        rules.requireWritable(key);
        List<Counted> counted = counters.counted(increment);
        counters.check(increment, counted);
        if (counters.dependsOnStored(increment, counted)) {
            throw new IllegalArgumentException(mapper.typeName() + " computes attributes ("
                    + String.join(", ", new TreeSet<>(counters.computed().names()))
                    + ") that an increment in a transaction cannot compute. Increment it outside of a transaction, or"
                    + " load it and save or merge it in the transaction.");
        }
        if (touchesClaims(increment, counted)) {
            throw new IllegalArgumentException(rules.claims().describe()
                    + " is @Unique, and an increment in a transaction" + " does not read what is stored. Increment "
                    + mapper.describe(key) + " outside of a transaction.");
        }
        UpdateText<AttributeValue> text = text(key, increment, counted, nonces);
        return update.inTransaction(key, text);
    }

    private UpdateText<AttributeValue> text(
            Map<String, AttributeValue> key, Increment<?> increment, List<Counted> counted, Nonces nonces) {
        Clause<AttributeValue> callers = counters.condition(increment);
        UpdateText<AttributeValue> text = new UpdateText<>(ExpressionWriter.texts(callers));
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
        marks.moveOn(text, nonces);
        rules.upgrades().begin(text, increment.createsItem());
        text.require(rules.upgrades().isCurrent(increment.createsItem()));
        Instant now = nonces.now(rules.table().settings().clock());
        Map<String, AttributeValue> times = rules.times().ofEachWrite(now);
        times.forEach(text::set);
        if (increment.createsItem()) {
            Map<String, AttributeValue> first = rules.times().ofNew(now);
            first.forEach(text::setIfAbsent);
            Map<String, AttributeValue> row = new HashMap<>(key);
            row.putAll(times);
            row.putAll(first);
            counters.created(row, counted).forEach(text::setIfAbsent);
        } else {
            text.require(rules.state().keyIsTaken());
        }
        text.require(rules.presence().isNotExpired(nonces));
        text.require(callers);
        return text;
    }
}
