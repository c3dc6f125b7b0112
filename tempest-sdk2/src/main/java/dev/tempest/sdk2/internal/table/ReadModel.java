package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.KeyType;
import dev.tempest.sdk2.internal.mapping.ItemReader;
import dev.tempest.sdk2.internal.read.PageReader;
import dev.tempest.sdk2.internal.read.QueryOperation;
import dev.tempest.sdk2.internal.read.ScanOperation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is read of one item type, in its table or through an index, whatever client does the requests.
 *
 * @param mapper reads whole items, or some of their properties
 * @param reader makes pages, and texts of offsets
 * @param projections reads some properties of the items
 */
public record ReadModel<K, I>(
        ItemReader<I> mapper,
        KeyType<K, AttributeValue> key,
        PageReader<K, I> reader,
        QueryOperation<K, I> query,
        ScanOperation<K, I> scan,
        Projections<K> projections) {

    private ReadModel(
            ItemReader<I> mapper, KeyType<K, AttributeValue> key, PageReader<K, I> reader, Projections<K> projections) {
        this(
                mapper,
                key,
                reader,
                new QueryOperation<>(mapper, key, reader),
                new ScanOperation<>(mapper, key, reader),
                projections);
    }

    /** @param projections of the items, whose offsets are those of the items themselves */
    ReadModel(ItemReader<I> mapper, Projections<K> projections) {
        this(
                mapper,
                projections.key(),
                new PageReader<>(projections.key(), mapper, projections.offsetTokens()),
                projections);
    }

    /** The view or index as {@code toString()} names it. */
    public String describe(String kind) {
        return kind + "<" + ModelError.name(key.type()) + ", " + mapper.typeName() + "> of "
                + mapper.table().describe(key.index());
    }
}
