package dev.tempest.sdk2.internal;

import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.sdk2.ConditionalWrites;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.mapper.UpdateBehaviorTag;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.enhanced.dynamodb.mapper.UpdateBehavior;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Updates of stored items, as the enhanced client's {@code updateItem} makes them: an attribute that may be written once
 * stays, extensions hear of an update and may let DynamoDB compute, and what the item type does not name is left alone.
 *
 * @param <I> the item type
 */
final class ItemUpdates<I> {
    private static final AttributeValue NOTHING = AttributeValue.fromNul(true);

    private final ItemOperations<?, I> items;
    private final ItemMapper<I> mapper;
    private final List<String> attributes;
    private final Set<String> writtenOnce = new HashSet<>();

    ItemUpdates(ItemEncoder<I> encoder, ItemMapper<I> mapper, ItemOperations<?, I> items) {
        this.items = items;
        this.mapper = mapper;
        this.attributes = encoder.comparedAttributes();
        for (String attribute : attributes) {
            if (UpdateBehaviorTag.resolveForAttribute(attribute, mapper.schema().tableMetadata())
                    == UpdateBehavior.WRITE_IF_NOT_EXISTS) {
                writtenOnce.add(attribute);
            }
        }
    }

    /** Whether an item would be stored as it is: its version and its token aside, which each write changes. */
    boolean isStored(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
        return isSame(items.encoder().extensions().afterRead(base), row);
    }

    private boolean isSame(Map<String, AttributeValue> stored, Map<String, AttributeValue> row) {
        String version = items.encoder().versionAttribute();
        WriteTokens tokens = items.encoder().tokens();
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
    boolean isUnchanged(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
        return isSame(mapper.encode(items.read(base)), row);
    }

    /**
     * The write of what a stored item becomes.
     *
     * @param base what is stored
     * @param isBase the condition that it still is
     * @param row of the item, which this method changes
     */
    Change.Planned<I> plan(
            Map<String, AttributeValue> base,
            Expression isBase,
            Map<String, AttributeValue> row,
            ConditionalWrites mode) {
        ItemEncoder<I> encoder = items.encoder();
        WriteTokens tokens = encoder.tokens();
        if (tokens != null) {
            row.remove(tokens.attribute());
        }
        AttributeValue version = moveOn(row, base);
        for (String attribute : attributes) {
            if (tokens == null || !attribute.equals(tokens.attribute())) {
                row.putIfAbsent(attribute, NOTHING);
            }
        }
        WriteModification modification = encoder.extensionsOn(base, row).beforeWrite(row, OperationName.UPDATE_ITEM);
        Map<String, AttributeValue> transformed = modification.transformedItem();
        UpdateText text = new UpdateText();
        Map<String, AttributeValue> next = new HashMap<>(base);
        UpdateExpression computed = modification.updateExpression();
        difference(transformed == null ? row : transformed, computed, text, next);
        Write.Trace trace = null;
        if (tokens != null) {
            trace = tokens.trace(tokens.in(base), Nonces.RANDOM);
            next.put(tokens.attribute(), tokens.value(trace));
            text.set(tokens.attribute(), tokens.value(trace));
        }
        text.require(isBase);
        text.require(modification.additionalConditionalExpression());
        Write<I> write = new Write<>(
                next,
                encoder.read(next),
                Conditions.both(isBase, modification.additionalConditionalExpression()),
                new Expectation(Expectation.ITEM_READ, encoder.versionAttribute(), version, null),
                trace);
        return send(write, text, computed != null, mode);
    }

    /** @return the version that was read; null for none */
    private @Nullable AttributeValue moveOn(Map<String, AttributeValue> row, Map<String, AttributeValue> base) {
        String attribute = items.encoder().versionAttribute();
        if (attribute == null) {
            return null;
        }
        AttributeValue stored = SdkValues.in(base, attribute);
        VersionRule<AttributeValue> rule = items.encoder().version();
        if (rule != null) {
            row.put(attribute, stored == null ? rule.first(Nonces.RANDOM) : rule.after(stored, Nonces.RANDOM));
        } else if (stored == null) {
            // The extension counts on from what it finds, and the caller may have left it out or counted by itself.
            row.remove(attribute);
        } else {
            row.put(attribute, stored);
        }
        return stored;
    }

    /** What is the same is not written: another program may write it at the same time, and know no versions. */
    private void difference(
            Map<String, AttributeValue> row,
            @Nullable UpdateExpression computed,
            UpdateText text,
            Map<String, AttributeValue> next) {
        Set<String> computedAttributes = Set.of();
        if (computed != null) {
            computedAttributes = Set.copyOf(UpdateText.attributes(computed));
            text.add(computed);
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
            } else if (before == null && writtenOnce.contains(attribute)) {
                text.setIfAbsent(attribute, value);
                next.put(attribute, value);
            } else if (before == null
                    || (!writtenOnce.contains(attribute) && !SdkValues.INSTANCE.same(before, value))) {
                text.set(attribute, value);
                next.put(attribute, value);
            }
        }
    }

    private Change.Planned<I> send(Write<I> write, UpdateText text, boolean isComputed, ConditionalWrites mode) {
        boolean isTransaction = mode == ConditionalWrites.TRANSACTIONAL;
        if (!isComputed) {
            return new Change.Planned<>(
                    write,
                    text.isTooLong()
                            ? items.writes().put(write, mode)
                            : items.writes().update(write, text, isTransaction, null));
        }
        Exchange<?, ?, Optional<I>> result = items.loadRow(
                        items.table().schema().table().requireKey(write.row()))
                .then(row -> row.map(items::readOrNull));
        return new Change.Planned<>(
                write,
                items.writes().update(write, text, isTransaction, response -> {
                    I stored = items.readOrNull(response.attributes());
                    // The write is done, whatever an extension has made of it.
                    return stored == null ? write.result() : stored;
                }),
                result);
    }
}
