package dev.tempest.sdk1.internal.table;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.model.KeyType;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.read.ReadModel;
import dev.tempest.sdk1.internal.read.Reads;
import dev.tempest.sdk1.internal.write.Items;

/** An inline view. */
final class Inline<K, I> extends Items<K, I> implements InlineView<K, I>, Reads<K, I> {
    private final ReadModel<K, I> model;

    Inline(ItemMapper<I> mapper, KeyType<K, AttributeValue> key) {
        super(mapper, key::encode);
        this.model = new ReadModel<>(mapper, key);
    }

    @Override
    public ReadModel<K, I> model() {
        return model;
    }

    @Override
    public String toString() {
        return describe("InlineView");
    }
}
