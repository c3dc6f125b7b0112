package dev.tempest.sdk2.internal.batch;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.ItemSize;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteFailure;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.BatchWriteSet.Clobber;
import dev.tempest.sdk2.BatchWriteSet.Delete;
import dev.tempest.sdk2.internal.batch.Lanes.Outcome;
import dev.tempest.sdk2.internal.batch.Lanes.Refused;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.request.Trouble;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.internal.write.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem: the last operation on each row, in chunks. */
public final class BatchWriteOperation {
    private static final int CHUNK = 25;
    private static final int NAMED = 10;

    private static final Command<BatchWriteItemRequest, BatchWriteItemResponse> COMMAND =
            new Command<>("BatchWriteItem", true, DynamoDbClient::batchWriteItem, DynamoDbAsyncClient::batchWriteItem);

    /** The operation as listeners see it. */
    public static final OperationInfo OPERATION = OperationInfo.ofMany("batchWrite");

    private final Requests requests;
    private final Map<RowKey, Entry> entries = new LinkedHashMap<>();

    /** @param row has the key at least */
    private record Entry(
            BatchWriteSet.Operation operation,
            ItemOperations<Object, Object> operations,
            Map<String, AttributeValue> row,
            WriteRequest request) {

        TableContext<?> table() {
            return operations.table();
        }

        String tableName() {
            return operations.tableName();
        }

        String describe() {
            return operation.getClass().getSimpleName() + " of " + operations.describe(row);
        }
    }

    private BatchWriteOperation(Requests requests) {
        this.requests = requests;
    }

    public static CompletableFuture<BatchWriteResult> write(Requests requests, Registry registry, BatchWriteSet set) {
        BatchWriteOperation write = new BatchWriteOperation(requests);
        for (BatchWriteSet.Operation operation : set.operations()) {
            write.add(operation, registry, set.ignoreVersions());
        }
        return write.run();
    }

    private void add(BatchWriteSet.Operation operation, Registry registry, boolean ignoreVersions) {
        Map<String, AttributeValue> row;
        WriteRequest request;
        ItemOperations<Object, Object> operations;
        if (operation instanceof Clobber clobber) {
            operations = registry.ofItem(clobber.item());
            Object item = Registry.plain(clobber.item());
            Write<Object> write = ignoreVersions
                    ? operations.put().unversioned(item)
                    : operations.put().save(item, null, Nonces.RANDOM);
            if (write.isConditional()) {
                throw new IllegalArgumentException(operations.describe(write.row())
                        + " has a version or another condition, but DynamoDB has no conditions in a batch. Save it on its"
                        + " own or in a transaction, or build the set with ignoreVersions() and let the last writer"
                        + " win.");
            }
            row = write.row();
            ItemSize.require(SdkValues.INSTANCE.size(row), () -> operations.describe(write.row()));
            request = WriteRequest.builder()
                    .putRequest(put -> put.item(write.row()))
                    .build();
        } else {
            Object given = ((Delete) operation).key();
            operations = registry.ofKey(given);
            Map<String, AttributeValue> encoded = operations.encodeKey(Registry.plain(given));
            operations.rules().requireWritable(encoded);
            row = encoded;
            request = WriteRequest.builder()
                    .deleteRequest(delete -> delete.key(encoded))
                    .build();
        }
        if (!operations.rules().claims().isEmpty()) {
            throw new IllegalArgumentException(operations.rules().claims().describe() + " is @Unique, which takes a"
                    + " transaction, and a batch has none. Write " + operations.describe(row)
                    + " on its own or in a transaction.");
        }
        RowKey rowKey = operations.rowKey(row);
        entries.remove(rowKey);
        entries.put(rowKey, new Entry(operation, operations, row, request));
    }

    private CompletableFuture<BatchWriteResult> run() {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(BatchWriteResult.of(List.of(), List.of()));
        }
        return new Lanes<>(requests, entries.values(), new Lanes.Work<>(CHUNK, this::send, Entry::tableName))
                .run()
                .thenApply(this::result);
    }

    private CompletableFuture<List<Entry>> send(List<Entry> chunk) {
        Map<String, List<WriteRequest>> writes = new LinkedHashMap<>();
        for (Entry entry : chunk) {
            writes.computeIfAbsent(entry.table().name(), name -> new ArrayList<>())
                    .add(entry.request());
        }
        return requests.send(Exchange.of(
                OPERATION,
                COMMAND,
                BatchWriteItemRequest.builder().requestItems(writes).build(),
                response -> unprocessed(response, chunk),
                ErrorContext.during(() -> describe(chunk, writes.keySet()))));
    }

    private static String describe(List<Entry> chunk, Set<String> tables) {
        return chunk.size() == 1
                ? "batch write, " + chunk.get(0).describe()
                : "batch write of " + chunk.size() + " items to " + String.join(", ", tables);
    }

    private List<Entry> unprocessed(BatchWriteItemResponse response, List<Entry> chunk) {
        if (response.unprocessedItems().isEmpty()) {
            return List.of();
        }
        Map<String, TableContext<?>> tables = new LinkedHashMap<>();
        chunk.forEach(entry -> tables.put(entry.table().name(), entry.table()));
        List<Entry> unprocessed = new ArrayList<>();
        response.unprocessedItems().forEach((name, left) -> {
            for (WriteRequest write : left) {
                Map<String, AttributeValue> row = write.putRequest() == null
                        ? write.deleteRequest().key()
                        : write.putRequest().item();
                unprocessed.add(requireNonNull(
                        entries.get(requireNonNull(tables.get(name)).rowKey(row))));
            }
        });
        return unprocessed;
    }

    private BatchWriteResult result(Outcome<Entry> outcome) {
        Set<Entry> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(outcome.left());
        RuntimeException cause = outcome.cause();
        List<BatchWriteFailure> failures = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Refused<Entry> refused : outcome.refused()) {
            Entry entry = refused.entry();
            left.add(entry);
            cause = cause == null ? refused.cause() : cause;
            failures.add(BatchWriteFailure.of(entry.operation(), entry.tableName(), refused.cause()));
            texts.add(entry.describe());
        }
        List<Object> clobbers = new ArrayList<>();
        List<Object> deletes = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (left.contains(entry) && entry.operation() instanceof Clobber clobber) {
                clobbers.add(clobber.item());
            } else if (left.contains(entry) && entry.operation() instanceof Delete delete) {
                deletes.add(delete.key());
            }
        }
        BatchWriteResult result = BatchWriteResult.of(clobbers, deletes);
        if (cause == null) {
            return result;
        }
        List<String> tableNames = left.stream().map(Entry::tableName).distinct().toList();
        throw new BatchWriteException(
                tableNames.size() == 1 ? tableNames.get(0) : null,
                message(failures.size(), texts, left.size() - failures.size(), cause),
                result,
                failures,
                cause);
    }

    /** Without the items' values, and without what DynamoDB says, which may hold some. */
    private String message(int failed, List<String> texts, int others, RuntimeException cause) {
        StringBuilder text = new StringBuilder("Of " + entries.size() + " operations of a batch write, "
                + (entries.size() - failed - others) + " were done");
        if (failed > 0) {
            text.append("; DynamoDB rejected ")
                    .append(failed)
                    .append(": ")
                    .append(String.join(", ", texts.subList(0, Math.min(NAMED, failed))))
                    .append(failed > NAMED ? " and others" : "");
        }
        if (others > 0) {
            text.append("; ").append(others).append(" are left unprocessed");
        }
        return text.append(" (").append(Trouble.name(cause)).append(")").toString();
    }
}
