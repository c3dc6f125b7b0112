package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.OffsetTokens;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.read.PageReader;
import dev.tempest.sdk2.internal.read.QueryOperation;
import dev.tempest.sdk2.internal.read.ScanOperation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is read of one item type, in its table or through an index, whatever client does the requests.
 *
 * @param reader makes pages, and texts of offsets
 */
public record ReadModel<K, I>(
        ItemMapper<I> mapper,
        KeyType<K, AttributeValue> key,
        PageReader<K, I> reader,
        QueryOperation<K, I> query,
        ScanOperation<K, I> scan) {

    private ReadModel(ItemMapper<I> mapper, KeyType<K, AttributeValue> key, PageReader<K, I> reader) {
        this(mapper, key, reader, new QueryOperation<>(mapper, key, reader), new ScanOperation<>(mapper, key, reader));
    }

    ReadModel(ItemMapper<I> mapper, KeyType<K, AttributeValue> key) {
        this(mapper, key, new PageReader<>(key, mapper, offsetTokens(mapper, key.index())));
    }

    private static OffsetTokens offsetTokens(ItemMapper<?> mapper, @Nullable String index) {
        TableContext<?> table = mapper.table();
        String scope = String.join("\n", table.name(), String.valueOf(index), mapper.typeName());
        return new OffsetTokens(scope, table.settings().offsetSecret());
    }

    /** The view or index as {@code toString()} names it. */
    public String describe(String kind) {
        return kind + "<" + ModelError.name(key.type()) + ", " + mapper.typeName() + "> of "
                + mapper.table().describe(key.index());
    }
}
