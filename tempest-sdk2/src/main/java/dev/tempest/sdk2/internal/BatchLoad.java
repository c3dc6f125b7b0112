package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.ItemSet;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.internal.AskedItems;
import dev.tempest.internal.RowKey;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.LoadedItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** One batch load: asks for each row once, however often it was asked for, and answers in the caller's order. */
final class BatchLoad {
    private final Requests requests;
    private final BatchLoadConfig config;
    private final Map<RowKey, Entry> entries = new LinkedHashMap<>();
    private final Map<RowKey, Map<String, AttributeValue>> rows = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<ConsumedCapacity> consumed = new ConcurrentLinkedQueue<>();
    private final AskedItems<RowKey, AttributeValue> asked = new AskedItems<>();

    private record Entry(RowKey rowKey, Table<?> table, Map<String, AttributeValue> key) {}

    private BatchLoad(Requests requests, BatchLoadConfig config) {
        this.requests = requests;
        this.config = config;
    }

    static CompletableFuture<LoadedItems> load(
            Requests requests, Registry registry, Iterable<?> keys, BatchLoadConfig config) {
        BatchLoad load = new BatchLoad(requests, config);
        for (Object key : keys) {
            ItemOperations<Object, Object> operations = registry.ofKey(key);
            Map<String, AttributeValue> row = operations.encodeKey(Registry.plain(key));
            RowKey rowKey = operations.table().rowKey(row);
            load.entries.putIfAbsent(rowKey, new Entry(rowKey, operations.table(), row));
            load.asked.add(key, rowKey, operations);
        }
        return load.run();
    }

    private CompletableFuture<LoadedItems> run() {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new LoadedItems(ItemSet.builder().build(), List.of()));
        }
        return new Lanes<>(requests, entries.values(), config.maxPageSize(), this::send)
                .run()
                .thenApply(this::answer);
    }

    private CompletableFuture<List<Entry>> send(List<Entry> chunk) {
        Map<String, List<Map<String, AttributeValue>>> keys = new LinkedHashMap<>();
        for (Entry entry : chunk) {
            keys.computeIfAbsent(entry.table().name(), name -> new ArrayList<>())
                    .add(entry.key());
        }
        Map<String, KeysAndAttributes> requestItems = new HashMap<>();
        keys.forEach((table, tableKeys) -> requestItems.put(
                table,
                KeysAndAttributes.builder()
                        .keys(tableKeys)
                        .consistentRead(config.consistentReads())
                        .build()));
        BatchGetItemRequest request = BatchGetItemRequest.builder()
                .requestItems(requestItems)
                .returnConsumedCapacity(config.returnConsumedCapacity())
                .build();
        return requests.send(Exchange.of(
                Command.batchGetItem(),
                request,
                response -> keep(response, chunk),
                Refusals.during(
                        () -> "batch load of " + chunk.size() + " keys from " + String.join(", ", keys.keySet()))));
    }

    private List<Entry> keep(BatchGetItemResponse response, List<Entry> chunk) {
        consumed.addAll(response.consumedCapacity());
        Map<String, Table<?>> tables = new HashMap<>();
        for (Entry entry : chunk) {
            tables.put(entry.table().name(), entry.table());
        }
        response.responses().forEach((name, found) -> {
            Table<?> table = requireNonNull(tables.get(name));
            for (Map<String, AttributeValue> row : found) {
                rows.put(table.rowKey(row), row);
            }
        });
        List<Entry> unprocessed = new ArrayList<>();
        response.unprocessedKeys().forEach((name, left) -> {
            Table<?> table = requireNonNull(tables.get(name));
            for (Map<String, AttributeValue> key : left.keys()) {
                unprocessed.add(requireNonNull(entries.get(table.rowKey(key))));
            }
        });
        return unprocessed;
    }

    private LoadedItems answer(List<Entry> left) {
        ItemSet found = asked.items(rows);
        if (!left.isEmpty()) {
            Set<RowKey> unprocessed = new HashSet<>();
            left.forEach(entry -> unprocessed.add(entry.rowKey()));
            throw new UnprocessedKeysException(found, asked.keysOf(unprocessed));
        }
        return new LoadedItems(found, List.copyOf(consumed));
    }
}
