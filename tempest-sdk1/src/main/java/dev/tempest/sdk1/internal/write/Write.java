package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.write.Timestamps;
import dev.tempest.sdk1.internal.mapping.Generation;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item ready to be written.
 *
 * @param row as DynamoDB gets it
 * @param stored the item as it will be stored; known before the request is sent, for a write that was done must not
 *     fail afterwards
 * @param versions what its versions expect of the stored item
 * @param newKeys what its generated keys expect of the stored item
 * @param begun the attributes that are set only where they are absent
 */
public record Write<I>(
        Map<String, AttributeValue> row,
        I stored,
        Map<String, ExpectedAttributeValue> versions,
        Map<String, ExpectedAttributeValue> newKeys,
        Set<String> begun) {

    /**
     * The write of an item.
     *
     * @param nonces null where the version does not move on
     * @param isPart whether the stored item may have other attributes
     */
    static <I> Write<I> of(ItemMapper<I> mapper, I item, @Nullable Nonces nonces, boolean isPart) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Generation<I> generation = mapper.generation();
        Map<String, ExpectedAttributeValue> versions = generation.expectedVersions(item, row);
        boolean changed = nonces != null && generation.nextVersions(item, row, nonces, () -> mapper.describe(row));
        Map<String, ExpectedAttributeValue> newKeys = generation.generate(row);
        mapper.table().schema().table().requireKey(row);
        Timestamps<AttributeValue> times = mapper.times();
        Nonces ofWrite = nonces == null ? Nonces.RANDOM : nonces;
        Map<String, AttributeValue> carried = times.isEmpty() ? row : new HashMap<>(row);
        Set<String> begun = isPart ? times.setInMerge(row, ofWrite) : times.set(row, ofWrite);
        I stored = changed || newKeys != null || !times.isEmpty()
                ? mapper.decode(isPart ? times.known(row, carried, begun) : row)
                : item;
        return new Write<>(
                mapper.table().transformed(row, isPart),
                stored,
                versions,
                newKeys == null ? Map.of() : newKeys,
                isPart ? begun : Set.of());
    }

    /** Its condition in a request of its own, with the caller's. */
    Guard guard(boolean ignoreVersions, @Nullable DynamoDBSaveExpression callers) {
        return Guard.of(
                ignoreVersions ? Map.of() : versions,
                ignoreVersions ? Map.of() : newKeys,
                callers == null ? null : callers.getExpected(),
                callers == null ? null : callers.getConditionalOperator());
    }

    /** Its condition in a request of its own, with the caller's. */
    Guard guard(boolean ignoreVersions, Clause<AttributeValue> callers) {
        return Guard.of(ignoreVersions ? Map.of() : versions, ignoreVersions ? Map.of() : newKeys, callers);
    }

    /** Its condition in a transaction, with the caller's. */
    @Nullable Clause<AttributeValue> condition(@Nullable Clause<AttributeValue> callers) {
        return Clause.both(callers, Guard.ofVersions(versions));
    }
}
