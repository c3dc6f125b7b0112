package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.schema.KeySchema;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;

/** The keys of a table and its indexes. Older versions of the SDK know one attribute for each part of a key. */
public final class IndexKeys {
    private IndexKeys() {}

    /** @throws IllegalArgumentException if there is no partition key */
    static KeySchema of(TableMetadata metadata, String index) {
        try {
            return new KeySchema(metadata.indexPartitionKeys(index), metadata.indexSortKeys(index));
        } catch (NoSuchMethodError e) {
            return new KeySchema(
                    List.of(metadata.indexPartitionKey(index)),
                    metadata.indexSortKey(index).map(List::of).orElse(List.of()));
        }
    }

    /** Whether the partition key of an index is that of the table. */
    @SuppressWarnings("deprecation") // Only where there is nothing else.
    static boolean isLocal(IndexMetadata index) {
        try {
            return index.partitionKeys().isEmpty();
        } catch (NoSuchMethodError e) {
            return index.partitionKey().isEmpty();
        }
    }
}
