package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.KeyType;
import dev.tempest.sdk1.internal.mapping.ItemMapper;

/** What is read of one item type, in its table or through an index. */
public record ReadModel<K, I>(
        ItemMapper<I> mapper,
        KeyType<K, AttributeValue> key,
        PageReader<K, I> reader,
        QueryOperation<K, I> query,
        ScanOperation<K, I> scan) {

    private ReadModel(ItemMapper<I> mapper, KeyType<K, AttributeValue> key, PageReader<K, I> reader) {
        this(mapper, key, reader, new QueryOperation<>(mapper, key, reader), new ScanOperation<>(mapper, key, reader));
    }

    public ReadModel(ItemMapper<I> mapper, KeyType<K, AttributeValue> key) {
        this(mapper, key, new PageReader<>(mapper, key));
    }

    /** The view or index as {@code toString()} names it. */
    String describe(String kind) {
        return kind + "<" + ModelError.name(key.type()) + ", " + mapper.typeName() + "> of "
                + mapper.table().describe(key.index());
    }
}
