package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.schema.KeySchema;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;

/** The keys that a table's interface declares, as the SDK's metadata have them. */
final class KeyMetadata {
    private final StaticTableMetadata.Builder metadata;
    private final Map<String, AttributeValueType> types;

    private KeyMetadata(StaticTableMetadata.Builder metadata, Map<String, AttributeValueType> types) {
        this.metadata = metadata;
        this.types = types;
    }

    /**
     * Adds all keys.
     *
     * @param types of the attributes; those that are not in it are strings
     */
    static void add(DeclaredKeys keys, Map<String, AttributeValueType> types, StaticTableMetadata.Builder metadata) {
        KeyMetadata adding = new KeyMetadata(metadata, types);
        adding.add(TableMetadata.primaryIndexName(), keys.key(), false);
        keys.indexes()
                .forEach(
                        (name, key) -> adding.add(name, key, keys.localIndexes().contains(name)));
    }

    private void add(String index, KeySchema key, boolean local) {
        if (key.isComposite()) {
            addComposite(index, key);
            return;
        }
        if (!local) {
            metadata.addIndexPartitionKey(index, key.partitionKey(), type(key.partitionKey()));
        }
        String sortKey = key.sortKey();
        if (sortKey != null) {
            metadata.addIndexSortKey(index, sortKey, type(sortKey));
        }
    }

    private void addComposite(String index, KeySchema key) {
        List<String> partitionKeys = key.partitionKeys();
        List<String> sortKeys = key.sortKeys();
        for (int i = 0; i < partitionKeys.size(); i++) {
            String name = partitionKeys.get(i);
            metadata.addIndexPartitionKey(index, name, type(name), order(i));
        }
        for (int i = 0; i < sortKeys.size(); i++) {
            String name = sortKeys.get(i);
            metadata.addIndexSortKey(index, name, type(name), order(i));
        }
    }

    private static Order order(int place) {
        return switch (place) {
            case 0 -> Order.FIRST;
            case 1 -> Order.SECOND;
            case 2 -> Order.THIRD;
            default -> Order.FOURTH;
        };
    }

    private AttributeValueType type(String attribute) {
        return types.getOrDefault(attribute, AttributeValueType.S);
    }
}
