package dev.tempest.sdk1.internal.mapping;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.OffsetTokens;

/** What an inline view or a secondary index is made of. */
public record ViewModel<K, I>(
        TableContext<?> table, ItemType<I, AttributeValue> item, KeyType<K, AttributeValue> key, ItemMapper<I> mapper) {

    public OffsetTokens offsetTokens() {
        String scope = String.join("\n", table.name(), String.valueOf(key.index()), mapper.typeName());
        return new OffsetTokens(scope, table.offsetSecret());
    }

    /** The view as {@code toString()} names it. */
    public String describe(String kind) {
        return kind + "<" + ModelError.name(key.type()) + ", " + mapper.typeName() + "> of "
                + table.describe(key.index());
    }
}
