package dev.tempest.sdk1.internal.write;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.AmazonServiceException.ErrorType;
import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.UpdateConflictException;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Backoff;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.PatchGuard;
import dev.tempest.internal.write.PatchRules;
import dev.tempest.internal.write.RowEdit;
import dev.tempest.internal.write.Versions;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Pause;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.Trouble;
import dev.tempest.sdk1.internal.request.TryCounter;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change that is made only on the item that was read, since what it computes depends on the whole item, or since its version
 * is a text: reads, changes and writes, until nobody else wrote in between.
 *
 * <p>An item that bears no version cannot be told from one that has lost its version since, and neither can no item from one
 * that was deleted. So the first change of such an item is a transaction, which DynamoDB executes once.
 *
 * @param guard what the stored item must be; null for any
 */
record PatchOnRead<I>(
        Patches<I> patches,
        Requests requests,
        OperationInfo operation,
        Map<String, AttributeValue> key,
        ItemChange<AttributeValue> change,
        @Nullable PatchGuard<AttributeValue> guard) {
    /**
     * A write that was computed.
     *
     * @param text of an item that bears a version; null for one that is written by a transaction
     * @param transaction null for an item that bears a version
     * @param row as it is stored then
     */
    private record Planned(
            @Nullable UpdateText<AttributeValue> text,
            @Nullable SingleTransaction transaction,
            Map<String, AttributeValue> row,
            Expectation<AttributeValue> expectation,
            @Nullable AttributeValue version) {}

    /** The row as it is stored. */
    Map<String, AttributeValue> run() {
        long deadline = System.nanoTime() + timeout().toNanos();
        Map<String, AttributeValue> base = read();
        int conflicts = 0;
        while (true) {
            Planned planned = plan(base);
            TryCounter tries = new TryCounter();
            ConditionalCheckFailedException failure;
            try {
                return send(planned, tries, deadline);
            } catch (ConditionalCheckFailedException e) {
                failure = e;
            } catch (AmazonClientException e) {
                throw failed(planned, e);
            }
            Map<String, AttributeValue> found = Patches.found(failure);
            SingleTransaction transaction = planned.transaction();
            boolean isOnlyTry = transaction == null ? tries.isOne() : !transaction.mayBeDone();
            Patches.Verdict verdict =
                    patches.verdict(isOnlyTry, found, planned.expectation().version(), planned.version());
            if (verdict == Patches.Verdict.DONE && found != null) {
                return found;
            }
            if (verdict != Patches.Verdict.NOT_DONE) {
                throw unknown(planned, found, failure);
            }
            boolean isConflict = change.condition() == null || !patches.state().areSame(base, found);
            if (guard != null || !isConflict) {
                throw ErrorContext.withContext(failure, message(rules().describeRead(change, expectation(), found)));
            }
            Duration pause = Backoff.afterConflict(++conflicts);
            if (deadline - System.nanoTime() < pause.toNanos()) {
                throw conflict(planned, found, conflicts, failure);
            }
            Pause.of(pause.toMillis());
            base = pause.isZero() && found != null ? found : read();
        }
    }

    private @Nullable Map<String, AttributeValue> read() {
        return patches.get().loadRow(requests, operation, key);
    }

    private Map<String, AttributeValue> send(Planned planned, TryCounter tries, long deadline) {
        UpdateText<AttributeValue> text = planned.text();
        if (text != null) {
            return patches.update().change(requests, operation, key, text, tries);
        }
        Objects.requireNonNull(planned.transaction()).send(requests, operation, deadline);
        return planned.row();
    }

    private Planned plan(@Nullable Map<String, AttributeValue> base) {
        boolean isExpected = guard == null ? base != null || change.createsItem() : base != null && guard.matches(base);
        if (!isExpected) {
            throw conditionFailed(base, expectation().describe(base, SdkValues.INSTANCE));
        }
        if (base == null) {
            return ofNew();
        }
        Map<String, AttributeValue> plain = table().untransformed(base);
        String full = rules().full(change, plain);
        if (full != null) {
            throw conditionFailed(base, full);
        }
        Map<String, AttributeValue> row = changed(plain);
        Versions<AttributeValue> versions = rules().versions();
        AttributeValue stored = versions.in(plain);
        String attribute = versions.attribute();
        if (attribute != null) {
            row.put(attribute, versions.next(stored, row, Nonces.RANDOM));
        }
        mapper().generation().generateAgain(row);
        Clause<AttributeValue> condition = Objects.requireNonNull(
                Clause.both(patches.state().isStill(base, () -> mapper().describe(key)), change.condition()));
        Map<String, AttributeValue> next = new HashMap<>(base);
        UpdateText<AttributeValue> text = text(plain, row, condition, next);
        boolean isMarked = patches.state().isMarked(base);
        return new Planned(
                isMarked ? text : null,
                isMarked ? null : new SingleTransaction(patches.update().inTransaction(key, text)),
                next,
                new Expectation<>(Expectation.ITEM_READ, attribute, stored, null),
                attribute == null ? null : row.get(attribute));
    }

    private Planned ofNew() {
        Map<String, AttributeValue> row = changed(rules().begun(key));
        Versions<AttributeValue> versions = rules().versions();
        String attribute = versions.attribute();
        if (attribute != null && versions.rule() == null) {
            row.put(attribute, versions.next(null, row, Nonces.RANDOM));
        }
        mapper().generation().generateFirst(row);
        mapper().generation().generateAgain(row);
        Clause<AttributeValue> condition =
                Objects.requireNonNull(Clause.both(patches.state().keyIsFree(), change.condition()));
        Map<String, AttributeValue> stored = table().transformed(row, false);
        return new Planned(
                null,
                new SingleTransaction(patches.put().inTransaction(stored, condition)),
                stored,
                new Expectation<>(Expectation.NO_ITEM, attribute, null, change.condition()),
                attribute == null ? null : row.get(attribute));
    }

    /** The row with the change, and with what is computed from it. */
    private Map<String, AttributeValue> changed(Map<String, AttributeValue> base) {
        try {
            return rules().changed(base, change);
        } catch (RowEdit.NoSuchPlace e) {
            throw refused();
        }
    }

    /**
     * What is the same is not written: another program may write it at the same time, and know no versions.
     *
     * @param stored gets what is written
     */
    private UpdateText<AttributeValue> text(
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after,
            Clause<AttributeValue> condition,
            Map<String, AttributeValue> stored) {
        UpdateText<AttributeValue> text = new UpdateText<>(ExpressionWriter.texts(condition));
        Map<String, AttributeValue> set = new HashMap<>();
        for (String attribute : patches.state().compared()) {
            AttributeValue old = before.get(attribute);
            AttributeValue value = after.get(attribute);
            if (value == null) {
                if (old != null) {
                    text.remove(attribute);
                    stored.remove(attribute);
                }
            } else if (old == null || !SdkValues.INSTANCE.same(old, value)) {
                set.put(attribute, value);
            }
        }
        if (!set.isEmpty()) {
            Map<String, AttributeValue> known = new HashMap<>(key);
            known.putAll(set);
            Map<String, AttributeValue> written = new TreeMap<>(table().transformed(known, true));
            written.keySet().removeAll(key.keySet());
            written.forEach(text::set);
            stored.putAll(written);
        }
        text.require(condition);
        return text;
    }

    private Expectation<AttributeValue> expectation() {
        return guard == null ? rules().expectation(change) : guard.expectation(change);
    }

    private RuntimeException failed(Planned planned, AmazonClientException e) {
        SingleTransaction transaction = planned.transaction();
        if (Trouble.isUncertain(e) || (transaction != null && transaction.mayBeDone())) {
            return unknown(planned, null, e);
        }
        return e instanceof AmazonServiceException rejection
                ? ErrorContext.withContext(rejection, patches.action(operation, key))
                : e;
    }

    private OutcomeUnknownException unknown(
            Planned planned, @Nullable Map<String, AttributeValue> found, AmazonClientException e) {
        String account = e instanceof ConditionalCheckFailedException
                ? planned.expectation().describe(found, SdkValues.INSTANCE)
                : "no attempt got a response";
        return new OutcomeUnknownException(
                table().name(),
                table().schema().table().keyValues(key),
                mapper().type(),
                "It is not known whether the " + patches.action(operation, key) + " was done: " + account + ".",
                found == null ? null : mapper().readOrNull(found),
                e);
    }

    private UpdateConflictException conflict(
            Planned planned, @Nullable Map<String, AttributeValue> found, int conflicts, AmazonClientException e) {
        Expectation<AttributeValue> expectation = planned.expectation();
        AttributeValue version = expectation.version();
        return new UpdateConflictException(
                table().name(),
                table().schema().table().keyValues(key),
                mapper().type(),
                "The " + patches.action(operation, key) + " conflicted with other writers " + conflicts
                        + " times within " + timeout().toMillis() + " ms: "
                        + expectation.describe(found, SdkValues.INSTANCE) + ".",
                conflicts,
                version == null ? null : SdkValues.INSTANCE.describe(version),
                expectation.versionOf(found, SdkValues.INSTANCE),
                e);
    }

    /** The failure of a condition that need not be sent: what was read shows it. */
    private AmazonServiceException conditionFailed(@Nullable Map<String, AttributeValue> found, String reason) {
        return asOfDynamoDb(
                new ConditionalCheckFailedException(message(reason)).withItem(found),
                "ConditionalCheckFailedException");
    }

    /** The failure that DynamoDB would make of a change of what is not there. */
    private AmazonServiceException refused() {
        return asOfDynamoDb(new AmazonDynamoDBException(message(PatchRules.ofNoPlace(change))), "ValidationException");
    }

    private static AmazonServiceException asOfDynamoDb(AmazonServiceException e, String code) {
        e.setErrorCode(code);
        e.setErrorType(ErrorType.Client);
        e.setStatusCode(400);
        e.setServiceName("AmazonDynamoDBv2");
        return e;
    }

    private String message(String reason) {
        return patches.action(operation, key) + ", " + reason;
    }

    private Duration timeout() {
        return table().settings().updateTimeout();
    }

    private PatchRules<AttributeValue> rules() {
        return patches.rules();
    }

    private ItemMapper<I> mapper() {
        return patches.mapper();
    }

    private TableContext<?> table() {
        return patches.mapper().table();
    }
}
