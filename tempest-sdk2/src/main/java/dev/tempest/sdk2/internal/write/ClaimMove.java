package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.unique.Claim;
import dev.tempest.internal.unique.UniqueRules;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the write of one item changes of its unique values.
 *
 * @param ownerKey of the item
 * @param taken the values that it has afterwards, and had not before
 * @param released the values that it had before, and has not afterwards
 * @param held the ids of all values that it has afterwards
 */
public record ClaimMove(
        ItemMapper<?> mapper,
        GetItemOperation<?, ?> get,
        Map<String, AttributeValue> ownerKey,
        List<Claim<AttributeValue>> taken,
        List<Claim<AttributeValue>> released,
        Set<String> held) {

    UniqueTable<AttributeValue> table() {
        return mapper.table().unique();
    }

    UniqueRules<AttributeValue> rules() {
        return mapper.unique();
    }

    RowKey rowKey(Map<String, AttributeValue> key) {
        return mapper.table().rowKey(key);
    }

    RowKey owner() {
        return rowKey(ownerKey);
    }

    public boolean isEmpty() {
        return taken.isEmpty() && released.isEmpty();
    }
}
