package dev.tempest.sdk1.internal.write;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.write.Assignments;
import dev.tempest.internal.write.PatchGuard;
import dev.tempest.internal.write.PatchRules;
import dev.tempest.internal.write.RowEdit;
import dev.tempest.internal.write.StoredState;
import dev.tempest.internal.write.Tries;
import dev.tempest.internal.write.Versions;
import dev.tempest.sdk1.internal.mapping.Generation;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.read.GetItemOperation;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.TryCounter;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of single attributes. A change of a key is one blind request where DynamoDB can do all of it, and otherwise a
 * {@linkplain PatchOnRead conditional write} of what was read. A change of an item that was read is a conditional write anyway.
 *
 * @param <I> the item type
 */
public final class Patches<I> {
    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final Generation<I> generation;
    private final GetItemOperation<?, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final Versions<AttributeValue> versions;
    private final StoredState<AttributeValue> state;
    private final PatchRules<AttributeValue> rules;
    private final OperationInfo patching;
    private final OperationInfo incrementing;

    Patches(ItemMapper<I> mapper, GetItemOperation<?, I> get, PutItemOperation<I> put, UpdateItemOperation<I> update) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.generation = mapper.generation();
        this.get = get;
        this.put = put;
        this.update = update;
        RawTable<AttributeValue> raw = mapper.rawTable();
        VersionRule<AttributeValue> version = generation.version();
        this.versions =
                new Versions<>(version == null ? generation.mappersVersion() : version.attribute(), version, raw);
        this.state = new StoredState<>(raw, versions.attribute(), null, mapper.attributes());
        this.rules =
                new PatchRules<>(mapper.typeName(), mapper::describe, versions, mapper::computed, SdkValues.INSTANCE);
        this.patching = OperationInfo.of("patch", table.name(), mapper.type(), null);
        this.incrementing = OperationInfo.of("increment", table.name(), mapper.type(), null);
    }

    /** Changes the item of a key. */
    I byKey(Map<String, AttributeValue> key, ItemChange<AttributeValue> change) {
        return mapper.read(byKey(patching, key, change));
    }

    private Map<String, AttributeValue> byKey(
            OperationInfo operation, Map<String, AttributeValue> key, ItemChange<AttributeValue> asked) {
        ItemChange<AttributeValue> change = rules.completed(mapper.times().in(asked, Nonces.RANDOM), key);
        requireReadable(change);
        return table.requests().call(operation, requests -> {
            PatchOnRead<I> onRead = new PatchOnRead<>(this, requests, operation, key, change, null);
            if (versions.areTexts() || rules.dependsOnStored(change)) {
                return onRead.run();
            }
            TryCounter tries = new TryCounter();
            try {
                return update.change(requests, operation, key, blindText(key, change, Nonces.RANDOM), tries);
            } catch (AmazonServiceException e) {
                if (tries.isOne() && isOfNull(e, change)) {
                    return onRead.run();
                }
                throw failed(e, operation, key, change, tries);
            }
        });
    }

    /** Changes an item that was read, if nobody has changed it since. */
    I ofItem(I item, ItemChange<AttributeValue> asked) {
        PatchGuard<AttributeValue> guard = guard(item, asked, Nonces.RANDOM);
        ItemChange<AttributeValue> change = rules.completed(mapper.times().in(asked, Nonces.RANDOM), guard.key());
        return mapper.read(table.requests()
                .call(
                        patching,
                        requests -> rules.dependsOnStored(change)
                                ? new PatchOnRead<>(this, requests, patching, guard.key(), change, guard).run()
                                : guarded(requests, guard, change)));
    }

    private PatchGuard<AttributeValue> guard(I item, ItemChange<AttributeValue> change, Nonces nonces) {
        generation.requireOneVersion();
        return rules.guard(item, mapper.encode(item), change, null, nonces);
    }

    private Map<String, AttributeValue> guarded(
            Requests requests, PatchGuard<AttributeValue> guard, ItemChange<AttributeValue> change) {
        TryCounter tries = new TryCounter();
        try {
            return update.change(requests, patching, guard.key(), guardedText(guard, change), tries);
        } catch (ConditionalCheckFailedException e) {
            Map<String, AttributeValue> found = found(e);
            Verdict verdict = verdict(tries.isOne(), found, guard.version(), guard.next());
            if (verdict == Verdict.DONE && found != null) {
                return found;
            }
            String reason = guard.expectation(change).describe(found, SdkValues.INSTANCE)
                    + (verdict == Verdict.UNKNOWN ? Tries.failedByItself(tries.count()) : "");
            throw ErrorContext.withContext(e, action(patching, guard.key()) + ", " + reason);
        } catch (AmazonServiceException e) {
            throw failed(e, patching, guard.key(), change, tries);
        }
    }

    /**
     * Adds to a property that holds whole numbers.
     *
     * @return the sum
     */
    long increment(
            Map<String, AttributeValue> key, String property, long delta, @Nullable Clause<AttributeValue> condition) {
        CounterRule<AttributeValue> rule = mapper.counter(property);
        if (!rule.isWhole()) {
            throw new IllegalArgumentException(
                    rule.property() + " may hold fractions: call patch(key, number(...).add(...)).");
        }
        CounterRule<AttributeValue> counter = rule.asLong();
        counter.first(delta, 0);
        List<Action<AttributeValue>> actions = new ArrayList<>();
        for (String attribute : counter.attributes()) {
            actions.add(new Action.Count<>(
                    AttributePath.of(attribute),
                    counter.toValue(0),
                    counter.toValue(delta),
                    delta >= 0,
                    counter.limit(delta),
                    counter.describeRange()));
        }
        Set<String> changed = Set.of(property);
        Map<String, AttributeValue> row =
                byKey(incrementing, key, new ItemChange<>(actions, changed, changed, condition, false));
        AttributeValue sum = Objects.requireNonNull(table.untransformed(row).get(counter.attributes()[0]));
        return new BigDecimal(sum.getN()).longValueExact();
    }

    /**
     * A change as a part of a transaction, which DynamoDB executes once: a text that is fixed in it does not come again.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public TransactWriteItem inTransaction(
            Map<String, AttributeValue> key, ItemChange<AttributeValue> asked, Nonces nonces) {
        ItemChange<AttributeValue> change = rules.completed(mapper.times().in(asked, nonces), key);
        requireReadable(change);
        rules.requireIndependent(change);
        return update.inTransaction(key, blindText(key, change, nonces));
    }

    /**
     * A change of an item that was read, as a part of a transaction.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public TransactWriteItem ofItemInTransaction(I item, ItemChange<AttributeValue> asked, Nonces nonces) {
        PatchGuard<AttributeValue> guard = guard(item, asked, nonces);
        ItemChange<AttributeValue> change = rules.completed(mapper.times().in(asked, nonces), guard.key());
        rules.requireIndependent(change);
        return update.inTransaction(guard.key(), guardedText(guard, change));
    }

    private void requireReadable(ItemChange<AttributeValue> change) {
        generation.requireOneVersion();
        if (change.createsItem()) {
            mapper.requireReadable(change.given(), "A patch");
        }
    }

    private UpdateText<AttributeValue> blindText(
            Map<String, AttributeValue> key, ItemChange<AttributeValue> change, Nonces nonces) {
        UpdateText<AttributeValue> text = text(key, change, change.createsItem() ? null : state.keyIsTaken());
        versions.moveOn(text, nonces);
        if (change.createsItem()) {
            Map<String, AttributeValue> row = RowEdit.of(key, change.actions(), SdkValues.INSTANCE);
            rules.computedOfNew(row).forEach(text::setIfAbsent);
            Map<String, AttributeValue> first = new HashMap<>(row);
            generation.generateFirst(first);
            first.keySet().removeAll(row.keySet());
            first.forEach(text::setIfAbsent);
        }
        return text;
    }

    private UpdateText<AttributeValue> guardedText(
            PatchGuard<AttributeValue> guard, ItemChange<AttributeValue> change) {
        UpdateText<AttributeValue> text = text(guard.key(), change, guard.isSame(state));
        AttributeValue next = guard.next();
        if (versions.attribute() != null && next != null) {
            text.set(versions.attribute(), next);
        }
        return text;
    }

    /**
     * The expressions of a change that is made without knowing what is stored.
     *
     * @param required of the stored item besides the caller's condition; null for nothing
     */
    private UpdateText<AttributeValue> text(
            Map<String, AttributeValue> key,
            ItemChange<AttributeValue> change,
            @Nullable Clause<AttributeValue> required) {
        Map<String, AttributeValue> known = Assignments.of(key, change.actions());
        Map<String, AttributeValue> generated = new HashMap<>(known);
        generation.generateAgain(generated);
        Map<String, AttributeValue> theirs =
                Assignments.changed(known, table.transformed(generated, true), SdkValues.INSTANCE);
        String overlap = Assignments.overlap(change.actions(), theirs.keySet());
        if (overlap != null) {
            throw new IllegalArgumentException("A patch of a " + mapper.typeName() + " changes " + overlap
                    + ", which the mapper generates in every write. Leave it to the mapper.");
        }
        Clause<AttributeValue> condition = Clause.both(required, change.condition());
        UpdateText<AttributeValue> text = new UpdateText<>(ExpressionWriter.texts(condition));
        Assignments.write(text, change.actions(), theirs, text::set);
        text.require(condition);
        return text;
    }

    private AmazonServiceException failed(
            AmazonServiceException e,
            OperationInfo operation,
            Map<String, AttributeValue> key,
            ItemChange<AttributeValue> change,
            TryCounter tries) {
        String action = action(operation, key);
        if (e instanceof ConditionalCheckFailedException failure) {
            String reason = rules.describe(change, rules.expectation(change), found(failure))
                    + (tries.isOne() ? "" : Tries.failedByItself(tries.count()));
            return ErrorContext.withContext(e, action + ", " + reason);
        }
        return ErrorContext.withContext(
                e, PatchRules.isOfNoPlace(e.getErrorMessage()) ? action + ", " + PatchRules.ofNoPlace(change) : action);
    }

    /** A change as messages name it. */
    String action(OperationInfo operation, Map<String, AttributeValue> key) {
        return operation.name() + " of " + mapper.describe(key);
    }

    /** Whether a change was not made, as DynamoDB's own null stands where it needs a number, a set or a list. */
    private boolean isOfNull(AmazonServiceException e, ItemChange<AttributeValue> change) {
        if (e instanceof ConditionalCheckFailedException failure) {
            Map<String, AttributeValue> found = found(failure);
            return found != null && rules.holdsNull(change, found);
        }
        return PatchRules.isOfWrongType(e.getErrorCode(), e.getErrorMessage());
    }

    /** What is stored where a condition failed; null for nothing. */
    static @Nullable Map<String, AttributeValue> found(ConditionalCheckFailedException e) {
        return e.getItem() == null || e.getItem().isEmpty() ? null : e.getItem();
    }

    /** What a failed condition says of the write. */
    enum Verdict {
        DONE,
        NOT_DONE,
        UNKNOWN
    }

    /**
     * What a failed condition says of the write. Versions that are texts never come again: who stored the one that stands there
     * is known.
     *
     * @param isOnlyTry whether there was no other try that may have been executed, or still may be
     * @param expected the version that was required; null for none
     * @param written the version that was to be written; null for none
     */
    Verdict verdict(
            boolean isOnlyTry,
            @Nullable Map<String, AttributeValue> found,
            @Nullable AttributeValue expected,
            @Nullable AttributeValue written) {
        if (isOnlyTry) {
            return Verdict.NOT_DONE;
        }
        AttributeValue stored = found == null || !versions.areTexts() ? null : versions.in(found);
        if (stored == null) {
            return Verdict.UNKNOWN;
        }
        if (stored.equals(written)) {
            return Verdict.DONE;
        }
        return stored.equals(expected) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    // What a change on what was read needs of the rest.

    ItemMapper<I> mapper() {
        return mapper;
    }

    GetItemOperation<?, I> get() {
        return get;
    }

    PutItemOperation<I> put() {
        return put;
    }

    UpdateItemOperation<I> update() {
        return update;
    }

    StoredState<AttributeValue> state() {
        return state;
    }

    PatchRules<AttributeValue> rules() {
        return rules;
    }
}
