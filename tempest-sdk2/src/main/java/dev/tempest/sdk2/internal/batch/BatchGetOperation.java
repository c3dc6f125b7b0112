package dev.tempest.sdk2.internal.batch;

import dev.tempest.ItemSet;
import dev.tempest.internal.batch.AskedRows;
import dev.tempest.internal.batch.AskedRows.Row;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.internal.batch.Lanes.Outcome;
import dev.tempest.sdk2.internal.batch.Lanes.Refused;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.write.ItemOperations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** BatchGetItem: asks for each row once, however often it was asked for, and returns the items in the caller's order. */
public final class BatchGetOperation {
    private static final Command<BatchGetItemRequest, BatchGetItemResponse> COMMAND =
            new Command<>("BatchGetItem", false, DynamoDbClient::batchGetItem, DynamoDbAsyncClient::batchGetItem);

    /** The operation as listeners see it. */
    public static final OperationInfo OPERATION = OperationInfo.ofMany("batchLoad");

    private final Requests requests;
    private final BatchLoadConfig config;
    private final AskedRows<AttributeValue> asked = new AskedRows<>();
    private final ConcurrentLinkedQueue<ConsumedCapacity> consumed = new ConcurrentLinkedQueue<>();

    private BatchGetOperation(Requests requests, BatchLoadConfig config) {
        this.requests = requests;
        this.config = config;
    }

    public static CompletableFuture<LoadedItems> load(
            Requests requests, Registry registry, Iterable<?> keys, BatchLoadConfig config) {
        BatchGetOperation load = new BatchGetOperation(requests, config);
        for (Object key : keys) {
            ItemOperations<Object, Object> operations = registry.ofKey(key);
            load.asked.add(key, operations.encodeKey(Registry.plain(key)), operations);
        }
        return load.run();
    }

    private CompletableFuture<LoadedItems> run() {
        if (asked.rows().isEmpty()) {
            return CompletableFuture.completedFuture(
                    new LoadedItems(ItemSet.builder().build(), List.of()));
        }
        return new Lanes<>(requests, asked.rows(), new Lanes.Work<>(config.maxPageSize(), this::send, Row::tableName))
                .run()
                .thenApply(this::result);
    }

    private CompletableFuture<List<Row<AttributeValue>>> send(List<Row<AttributeValue>> chunk) {
        Map<String, List<Map<String, AttributeValue>>> keys = new LinkedHashMap<>();
        for (Row<AttributeValue> row : chunk) {
            keys.computeIfAbsent(row.tableName(), name -> new ArrayList<>()).add(row.key());
        }
        Map<String, KeysAndAttributes> requestItems = new HashMap<>();
        keys.forEach((table, tableKeys) -> requestItems.put(
                table,
                KeysAndAttributes.builder()
                        .keys(tableKeys)
                        .consistentRead(config.consistentRead())
                        .build()));
        BatchGetItemRequest request = BatchGetItemRequest.builder()
                .requestItems(requestItems)
                .returnConsumedCapacity(config.returnConsumedCapacity())
                .build();
        return requests.send(Exchange.of(
                OPERATION,
                COMMAND,
                request,
                this::keep,
                ErrorContext.during(
                        () -> "batch load of " + chunk.size() + " keys from " + String.join(", ", keys.keySet()))));
    }

    private List<Row<AttributeValue>> keep(BatchGetItemResponse response) {
        consumed.addAll(response.consumedCapacity());
        response.responses().forEach((name, found) -> {
            for (Map<String, AttributeValue> row : found) {
                asked.row(name, row).found(row);
            }
        });
        List<Row<AttributeValue>> unprocessed = new ArrayList<>();
        response.unprocessedKeys().forEach((name, left) -> {
            for (Map<String, AttributeValue> key : left.keys()) {
                unprocessed.add(asked.row(name, key));
            }
        });
        return unprocessed;
    }

    private LoadedItems result(Outcome<Row<AttributeValue>> outcome) {
        RuntimeException cause = outcome.cause();
        if (cause != null && (!(cause instanceof SdkException) || cause instanceof AbortedException)) {
            throw cause;
        }
        Set<Row<AttributeValue>> left = new HashSet<>(outcome.left());
        for (Refused<Row<AttributeValue>> refused : outcome.refused()) {
            left.add(refused.entry());
            cause = refused.cause();
        }
        if (!left.isEmpty()) {
            throw asked.unprocessed(left, cause);
        }
        return new LoadedItems(asked.items(), List.copyOf(consumed));
    }
}
