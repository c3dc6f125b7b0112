package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.RowKey;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.BatchWriteSet.Clobber;
import dev.tempest.sdk2.BatchWriteSet.Delete;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** One batch write: the last operation on each row, in chunks. */
final class BatchWrite {
    private static final int CHUNK = 25;

    private final Requests requests;
    private final Map<RowKey, Entry> entries = new LinkedHashMap<>();

    private record Entry(BatchWriteSet.Operation operation, Table<?> table, WriteRequest request) {}

    private BatchWrite(Requests requests) {
        this.requests = requests;
    }

    static CompletableFuture<BatchWriteResult> write(Requests requests, Registry registry, BatchWriteSet set) {
        BatchWrite write = new BatchWrite(requests);
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
                    ? operations.encoder().unversioned(item)
                    : operations.encoder().save(item, null);
            if (write.isGuarded()) {
                throw new IllegalArgumentException(operations.describe(write.row())
                        + " has a version or another condition, but DynamoDB has no conditions in a batch. Save it by"
                        + " itself or in a transaction, or build the set with ignoreVersions() and let the last writer"
                        + " win.");
            }
            row = write.row();
            request = WriteRequest.builder()
                    .putRequest(put -> put.item(write.row()))
                    .build();
        } else {
            Object given = ((Delete) operation).key();
            operations = registry.ofKey(given);
            Map<String, AttributeValue> encoded = operations.encodeKey(Registry.plain(given));
            row = encoded;
            request = WriteRequest.builder()
                    .deleteRequest(delete -> delete.key(encoded))
                    .build();
        }
        RowKey rowKey = operations.rowKey(row);
        entries.remove(rowKey);
        entries.put(rowKey, new Entry(operation, operations.table(), request));
    }

    private CompletableFuture<BatchWriteResult> run() {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(new BatchWriteResult(List.of(), List.of()));
        }
        return new Lanes<>(requests, entries.values(), CHUNK, this::send).run().thenApply(BatchWrite::answer);
    }

    private CompletableFuture<List<Entry>> send(List<Entry> chunk) {
        Map<String, List<WriteRequest>> writes = new LinkedHashMap<>();
        for (Entry entry : chunk) {
            writes.computeIfAbsent(entry.table().name(), name -> new ArrayList<>())
                    .add(entry.request());
        }
        return requests.send(Exchange.of(
                Command.batchWriteItem(),
                BatchWriteItemRequest.builder().requestItems(writes).build(),
                response -> unprocessed(response, chunk),
                Refusals.during(
                        () -> "batch write of " + chunk.size() + " items to " + String.join(", ", writes.keySet()))));
    }

    private List<Entry> unprocessed(BatchWriteItemResponse response, List<Entry> chunk) {
        if (response.unprocessedItems().isEmpty()) {
            return List.of();
        }
        Map<String, Table<?>> tables = new LinkedHashMap<>();
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

    private static BatchWriteResult answer(List<Entry> left) {
        List<Object> clobbers = new ArrayList<>();
        List<Object> deletes = new ArrayList<>();
        for (Entry entry : left) {
            if (entry.operation() instanceof Clobber clobber) {
                clobbers.add(clobber.item());
            } else if (entry.operation() instanceof Delete delete) {
                deletes.add(delete.key());
            }
        }
        return new BatchWriteResult(clobbers, deletes);
    }
}
