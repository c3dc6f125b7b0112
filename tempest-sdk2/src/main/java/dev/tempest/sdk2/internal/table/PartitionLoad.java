package dev.tempest.sdk2.internal.table;

import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.PartitionTypes;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.read.PartitionQuery;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Loads items of several types from a partition of a table, where no type is declared that gathers them. */
public final class PartitionLoad {
    private final TableContext<?> table;
    private final TableTypes<?> tableTypes;
    private final OperationInfo operation;
    private final Map<Asked, PartitionQuery> known = new ConcurrentHashMap<>();

    private record Asked(@Nullable String index, List<Class<?>> itemTypes) {}

    private record Found(TableTypes<?> types, ItemSet.Builder items) implements PartitionQuery.Sink {
        @Override
        public void add(Class<?> itemType, Object item, Map<String, AttributeValue> row) {
            items.add(item);
            for (KeyType<?, AttributeValue> keyType : types.keyTypes(itemType)) {
                Object key = keyType.codec().decodeOrNull(row);
                if (key != null) {
                    items.alias(key, item);
                }
            }
        }
    }

    PartitionLoad(TableContext<?> table, TableTypes<?> tableTypes, OperationInfo operation) {
        this.table = table;
        this.tableTypes = tableTypes;
        this.operation = operation;
    }

    public CompletableFuture<ItemSet> load(Requests requests, Object key, QueryConfig config, Class<?>[] itemTypes) {
        PartitionQuery query = query(key, itemTypes);
        return load(requests, query, query.keys().wholePartition(key), config);
    }

    public CompletableFuture<ItemSet> load(
            Requests requests, KeyCondition<?> condition, QueryConfig config, Class<?>[] itemTypes) {
        PartitionQuery query = query(KeyQuery.key(condition), itemTypes);
        return load(requests, query, query.keys().query(condition), config);
    }

    private CompletableFuture<ItemSet> load(
            Requests requests, PartitionQuery query, KeyQuery<AttributeValue> partition, QueryConfig config) {
        return query.run(requests, partition, config, new Found(tableTypes, ItemSet.builder()))
                .thenApply(found -> found.items().build());
    }

    private PartitionQuery query(@Nullable Object key, Class<?>[] itemTypes) {
        if (key == null) {
            throw new IllegalArgumentException("The key is null.");
        }
        Asked asked = new Asked(
                KeyType.indexOf(key.getClass(), table.schema().table()),
                Stream.of(itemTypes).distinct().toList());
        if (asked.itemTypes().isEmpty()) {
            throw new IllegalArgumentException("Name the item types that are to be loaded from the partition.");
        }
        return known.computeIfAbsent(asked, this::query);
    }

    private PartitionQuery query(Asked asked) {
        RawTable<AttributeValue> raw = table.schema().table();
        PartitionTypes<AttributeValue> types = new PartitionTypes<>(raw, asked.index());
        for (Class<?> itemType : asked.itemTypes()) {
            if (itemType != raw.rawItemClass()) {
                types.add(tableTypes.itemType(itemType));
            }
        }
        if (types.types().isEmpty()) {
            throw new IllegalArgumentException("Name an item type of the partition besides "
                    + ModelError.name(raw.rawItemClass()) + ": it says how the key is stored.");
        }
        types.types().forEach(itemType -> tableTypes.add(itemType, asked.index()));
        return new PartitionQuery(
                table,
                types,
                tableTypes::keyTypes,
                asked.itemTypes().contains(raw.rawItemClass()),
                types.describe(),
                operation);
    }
}
