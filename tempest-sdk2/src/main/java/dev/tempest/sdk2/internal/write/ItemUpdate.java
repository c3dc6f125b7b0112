package dev.tempest.sdk2.internal.write;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.UpdateLoop.Nothing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.mapper.UpdateBehaviorTag;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.enhanced.dynamodb.internal.update.UpdateExpressionConverter;
import software.amazon.awssdk.enhanced.dynamodb.mapper.UpdateBehavior;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@code update}: a function of the user's makes a new item of the stored one. Only the difference is written, as the enhanced
 * client's {@code updateItem} does it: an attribute that may be written once stays, extensions hear of an update and may let
 * DynamoDB compute, and what the item type does not name is left alone.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class ItemUpdate<K, I> {
    /** In place of an attribute that goes. */
    static final AttributeValue NOTHING = AttributeValue.fromNul(true);

    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final GetItemOperation<K, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final OperationInfo updating;
    private final OperationInfo updatingOrCreating;
    private final List<String> attributes;
    private final Set<String> writtenOnce = new HashSet<>();

    ItemUpdate(
            WriteRules<I> rules, GetItemOperation<K, I> get, PutItemOperation<I> put, UpdateItemOperation<I> update) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.put = put;
        this.update = update;
        this.updating = rules.operation("update");
        this.updatingOrCreating = rules.operation("updateOrCreate");
        this.attributes = rules.state().compared();
        for (String attribute : attributes) {
            if (UpdateBehaviorTag.resolveForAttribute(attribute, mapper.schema().tableMetadata())
                    == UpdateBehavior.WRITE_IF_NOT_EXISTS) {
                writtenOnce.add(attribute);
            }
        }
    }

    /** The operation as listeners see it. */
    public OperationInfo operation(boolean create) {
        return create ? updatingOrCreating : updating;
    }

    /**
     * Reads, changes and writes the item of a key.
     *
     * @param change gets the stored item, or null where there is none
     * @param create whether {@code change} makes an item where there is none
     */
    public CompletableFuture<I> run(
            Requests requests, K key, Function<@Nullable I, I> change, boolean create, ConditionalWrites mode) {
        if (rules.versionAttribute() == null && rules.tokens() == null) {
            throw new IllegalArgumentException(mapper.typeName()
                    + " cannot be updated with optimistic locking: it has no @Version, and its table has no"
                    + " @WriteToken. Put @Version on a property of it, or @WriteToken on the interface of its table.");
        }
        Map<String, AttributeValue> encoded = get.encodeKey(key);
        rules.requireWritable(encoded);
        return UpdateLoop.run(requests, get, mapper, encoded, base -> step(base, encoded, change, create, mode));
    }

    private UpdateLoop.Step<I> step(
            @Nullable Map<String, AttributeValue> base,
            Map<String, AttributeValue> key,
            Function<@Nullable I, I> change,
            boolean create,
            ConditionalWrites mode) {
        I item = base == null ? null : mapper.read(base);
        if (item == null && !create) {
            throw new NoSuchElementException(
                    "There is no " + mapper.describe(key) + " to update. updateOrCreate makes one.");
        }
        // Before the function is called: it may do what cannot be undone.
        Clause<AttributeValue> isBase = base == null ? null : rules.isStill(base);
        I changed;
        try {
            changed = change.apply(item);
        } catch (Throwable e) {
            throw new Futures.Thrown(e);
        }
        if (changed == null) {
            throw new IllegalArgumentException("The update function for " + mapper.describe(key)
                    + " returned null. Return the changed item, or the item that it was given to write nothing.");
        }
        Map<String, AttributeValue> row = encode(changed);
        // Not the attributes themselves: a number may be written in many ways.
        if (!rules.table().rowKey(row).equals(rules.table().rowKey(key))) {
            throw new IllegalArgumentException("The change of " + mapper.describe(key) + " made "
                    + mapper.describe(row) + " of it. An update cannot change the key: save the new item, and"
                    + " delete the old one, in a transaction.");
        }
        if (base == null || isBase == null) {
            Write<I> write = put.first(updating, changed, row, null);
            return put.planned(write, null, rules.modeOn(null, mode));
        }
        Map<String, AttributeValue> shown = mapper.current(base);
        rules.times().keep(row, shown);
        // The function may have changed the item in place, so being the same object says nothing.
        if (isStored(base, row) || (changed == item && isUnchanged(base, row))) {
            return new Nothing<>(mapper.read(base));
        }
        complete(row, base, shown);
        return plan(updating, base, isBase, row, null, rules.modeOn(base, mode));
    }

    /** The row of an item as the function returned it: what marks it is not its own. */
    private Map<String, AttributeValue> encode(I item) {
        Map<String, AttributeValue> row = mapper.encode(item);
        WriteTokens tokens = rules.tokens();
        if (tokens != null) {
            row.remove(tokens.attribute());
        }
        return row;
    }

    /** Whether an item would be stored as it is: its version and its token aside, which each write changes. */
    private boolean isStored(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
        return isSame(mapper.shown(base), row);
    }

    private boolean isSame(Map<String, AttributeValue> stored, Map<String, AttributeValue> row) {
        String version = rules.versionAttribute();
        WriteTokens tokens = rules.tokens();
        for (String attribute : attributes) {
            AttributeValue before = SdkValues.in(stored, attribute);
            AttributeValue after = SdkValues.in(row, attribute);
            boolean isFree = attribute.equals(version)
                    || (tokens != null && attribute.equals(tokens.attribute()))
                    || (before != null && after != null && writtenOnce.contains(attribute));
            if (!isFree && !isSame(before, after)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable AttributeValue before, @Nullable AttributeValue after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return SdkValues.INSTANCE.same(before, after);
    }

    /** Whether an item that was read, and changed in place or not, would be stored as it would have been before. */
    private boolean isUnchanged(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
        return isSame(mapper.encode(mapper.read(base)), row);
    }

    /**
     * Adds to the row of an item what the migration of an older item changes beside the attributes of the type. The model of a
     * newer item stays.
     *
     * @param base what is stored
     * @param shown the same as it is read
     */
    void complete(
            Map<String, AttributeValue> row, Map<String, AttributeValue> base, Map<String, AttributeValue> shown) {
        Upgrade upgrade = mapper.upgrade();
        if (upgrade == null) {
            return;
        }
        if (!mapper.isOlder(base)) {
            row.remove(upgrade.attribute());
            return;
        }
        Set<String> own = Set.copyOf(attributes);
        shown.forEach((attribute, value) -> {
            if (!own.contains(attribute)) {
                row.putIfAbsent(attribute, value);
            } else if (writtenOnce.contains(attribute)) {
                row.put(attribute, value);
            }
        });
        base.keySet().forEach(attribute -> row.putIfAbsent(attribute, NOTHING));
    }

    /**
     * The write of what a stored item becomes.
     *
     * @param base what is stored
     * @param isBase the condition that it still is
     * @param row of the item, which this method changes
     * @param callersCondition null for none
     */
    Planned<I> plan(
            OperationInfo operation,
            Map<String, AttributeValue> base,
            Clause<AttributeValue> isBase,
            Map<String, AttributeValue> row,
            @Nullable Clause<AttributeValue> callersCondition,
            ConditionalWrites mode) {
        return plan(operation, base, isBase, row, callersCondition, mode, false, mapper::read);
    }

    /**
     * The same with another result.
     *
     * @param isMigration whether nothing is done but to migrate an item, so that it keeps the times of the last write
     * @param resultOf makes the result of the item as it will be stored, or as it is stored
     */
    <T> Planned<T> plan(
            OperationInfo operation,
            Map<String, AttributeValue> base,
            Clause<AttributeValue> isBase,
            Map<String, AttributeValue> row,
            @Nullable Clause<AttributeValue> callersCondition,
            ConditionalWrites mode,
            boolean isMigration,
            Function<Map<String, AttributeValue>, T> resultOf) {
        WriteTokens tokens = rules.tokens();
        if (tokens != null) {
            row.remove(tokens.attribute());
        }
        AttributeValue version = moveOn(row, base);
        if (!isMigration) {
            rules.times().move(row, mapper.current(base), Nonces.RANDOM);
        }
        for (String attribute : attributes) {
            if (tokens == null || !attribute.equals(tokens.attribute())) {
                row.putIfAbsent(attribute, NOTHING);
            }
        }
        WriteModification modification = rules.extensionsOn(base, row).beforeWrite(row, OperationName.UPDATE_ITEM);
        Map<String, AttributeValue> transformed = modification.transformedItem();
        Map<String, AttributeValue> next = new HashMap<>(base);
        UpdateExpression computed = modification.updateExpression();
        Clause<AttributeValue> condition = Clause.both(
                Clause.both(isBase, callersCondition),
                Expressions.clause(modification.additionalConditionalExpression()));
        UpdateText<AttributeValue> text = new UpdateText<>(Expressions.foreign(condition, computed));
        Set<String> once = isMigration || mapper.isOlder(base) ? Set.of() : writtenOnce;
        difference(transformed == null ? row : transformed, computed, once, text, next);
        WriteTokens.Trace trace = null;
        if (tokens != null) {
            trace = tokens.trace(tokens.in(base), Nonces.RANDOM);
            next.put(tokens.attribute(), tokens.value(trace));
            text.set(tokens.attribute(), tokens.value(trace));
        }
        ClaimMoves moves = rules.claims().moves(base, base, next);
        if (moves != null && rules.state().isMarked(base)) {
            // Another program may change the value, and leave the mark as it is.
            condition = rules.claims().areStill(base, condition);
        }
        text.require(condition);
        Write<T> write = new Write<>(
                mapper,
                operation,
                next,
                resultOf.apply(next),
                condition,
                new Expectation<>(Expectation.ITEM_READ, rules.versionAttribute(), version, null),
                trace);
        return send(write, text, computed == null ? null : resultOf, mode, moves);
    }

    /** @return the version that was read; null for none */
    private @Nullable AttributeValue moveOn(Map<String, AttributeValue> row, Map<String, AttributeValue> base) {
        String attribute = rules.versionAttribute();
        if (attribute == null) {
            return null;
        }
        AttributeValue stored = SdkValues.in(base, attribute);
        VersionRule<AttributeValue> rule = rules.version();
        if (rule != null) {
            row.put(attribute, stored == null ? rule.first(Nonces.RANDOM) : rule.after(stored, row, Nonces.RANDOM));
        } else if (stored == null) {
            // The extension counts on from what it finds, and the caller may have left it out or counted by itself.
            row.remove(attribute);
        } else {
            row.put(attribute, stored);
        }
        return stored;
    }

    /**
     * What is the same is not written: another program may write it at the same time, and know no versions.
     *
     * @param once the attributes that stay as they are where they are stored
     */
    private void difference(
            Map<String, AttributeValue> row,
            @Nullable UpdateExpression computed,
            Set<String> once,
            UpdateText<AttributeValue> text,
            Map<String, AttributeValue> next) {
        Set<String> computedAttributes = Set.of();
        if (computed != null) {
            computedAttributes = Set.copyOf(UpdateExpressionConverter.findAttributeNames(computed));
            rules.claims().requireKnown(computedAttributes);
            Expressions.addTo(text, computed);
        }
        for (Map.Entry<String, AttributeValue> entry : row.entrySet()) {
            String attribute = entry.getKey();
            AttributeValue value = entry.getValue();
            AttributeValue before = next.get(attribute);
            if (SdkValues.INSTANCE.isNull(value)) {
                if (before != null && !computedAttributes.contains(attribute)) {
                    text.remove(attribute);
                    next.remove(attribute);
                }
            } else if (before == null && once.contains(attribute)) {
                text.setIfAbsent(attribute, value);
                next.put(attribute, value);
            } else if (before == null || (!once.contains(attribute) && !SdkValues.INSTANCE.same(before, value))) {
                text.set(attribute, value);
                next.put(attribute, value);
            }
        }
    }

    /** Whether an attribute is written only where it is absent. */
    boolean isWrittenOnce(String attribute) {
        return writtenOnce.contains(attribute);
    }

    /** @param resultOf makes the result of what is stored, where DynamoDB computes a part of it; null if the result is known */
    private <T> Planned<T> send(
            Write<T> write,
            UpdateText<AttributeValue> text,
            @Nullable Function<Map<String, AttributeValue>, T> resultOf,
            ConditionalWrites mode,
            @Nullable ClaimMoves moves) {
        boolean isTransaction = mode == ConditionalWrites.TRANSACTIONAL;
        // The write is done, whatever an extension has made of it.
        Function<Map<String, AttributeValue>, T> stored = row -> {
            try {
                return resultOf == null ? write.result() : resultOf.apply(row);
            } catch (UnreadableItemException e) {
                return write.result();
            }
        };
        if (moves != null) {
            TransactWriteItem item = text.isTooLong() && resultOf == null
                    ? put.inTransaction(write)
                    : update.inTransaction(rules.table().schema().table().requireKey(write.row()), text);
            return Planned.claiming(write, moves, item, resultOf == null ? null : reread(write, stored));
        }
        if (resultOf == null) {
            return new Planned<>(
                    write,
                    text.isTooLong() ? put.request(write, mode) : update.request(write, text, isTransaction, null));
        }
        Exchange<?, ?, Optional<T>> result = reread(write, stored);
        return new Planned<>(
                write,
                update.request(write, text, isTransaction, response -> stored.apply(response.attributes())),
                result);
    }

    private <T> Exchange<?, ?, Optional<T>> reread(Write<T> write, Function<Map<String, AttributeValue>, T> stored) {
        return get.loadRow(rules.table().schema().table().requireKey(write.row()))
                .then(row -> row.map(stored));
    }
}
