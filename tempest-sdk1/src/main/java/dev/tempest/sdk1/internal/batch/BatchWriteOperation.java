package dev.tempest.sdk1.internal.batch;

import static java.util.Objects.requireNonNull;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.retry.RetryUtils;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchWriteRetryStrategy;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.DeleteRequest;
import com.amazonaws.services.dynamodbv2.model.PutRequest;
import com.amazonaws.services.dynamodbv2.model.WriteRequest;
import dev.tempest.internal.batch.Parts;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.ItemSize;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk1.BatchWriteResult;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.BatchWriteSet.Clobber;
import dev.tempest.sdk1.BatchWriteSet.Delete;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Pause;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.Trouble;
import dev.tempest.sdk1.internal.schema.SdkValues;
import dev.tempest.sdk1.internal.write.Items;
import dev.tempest.sdk1.internal.write.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** BatchWriteItem: the last operation on each row, in chunks, one after another. */
public final class BatchWriteOperation {
    private static final int CHUNK = 25;

    private static final Command<BatchWriteItemRequest, BatchWriteItemResult> COMMAND = new Command<>(
            "BatchWriteItem",
            true,
            AmazonDynamoDB::batchWriteItem,
            BatchWriteItemRequest::getReturnConsumedCapacity,
            BatchWriteItemRequest::setReturnConsumedCapacity,
            BatchWriteItemResult::getConsumedCapacity);

    private static final OperationInfo OPERATION = OperationInfo.ofMany("batchWrite");

    private final Requests requests;
    private final BatchWriteRetryStrategy strategy;
    private final Map<RowKey, Entry> entries = new LinkedHashMap<>();
    private final Map<String, TableContext<?>> tables = new HashMap<>();
    private final Set<RowKey> unwritten = new LinkedHashSet<>();
    private final List<AmazonClientException> failures = new ArrayList<>();
    private final Parts parts = new Parts();
    private boolean stopped;

    /** @param row has the key at least */
    private record Entry(
            BatchWriteSet.Operation operation,
            Items<Object, Object> items,
            Map<String, AttributeValue> row,
            WriteRequest request) {

        String describe() {
            return operation.getClass().getSimpleName() + " of "
                    + items.mapper().describe(row);
        }
    }

    private BatchWriteOperation(Requests requests, @Nullable BatchWriteRetryStrategy strategy) {
        this.requests = requests;
        this.strategy = strategy == null ? requests.connection().config().getBatchWriteRetryStrategy() : strategy;
    }

    public static BatchWriteResult write(
            Requests requests, Registry registry, BatchWriteSet set, @Nullable BatchWriteRetryStrategy strategy) {
        return requests.call(OPERATION, call -> {
            BatchWriteOperation write = new BatchWriteOperation(call, strategy);
            for (BatchWriteSet.Operation operation : set.operations()) {
                write.add(operation, registry, set.ignoreVersions());
            }
            return write.run();
        });
    }

    private void add(BatchWriteSet.Operation operation, Registry registry, boolean ignoreVersions) {
        Map<String, AttributeValue> row;
        WriteRequest request;
        Items<Object, Object> items;
        if (operation instanceof Clobber clobber) {
            items = registry.ofItem(clobber.item());
            Write<Object> write = items.put().unversioned(Registry.plain(clobber.item()));
            if (items.mapper().generation().hasVersion() && !ignoreVersions) {
                throw new IllegalArgumentException(items.mapper().describe(write.row())
                        + " has a version, but DynamoDB has no conditions in a batch. Save it on its own or in a"
                        + " transaction, or build the set with ignoreVersions() and let the last writer win.");
            }
            row = write.row();
            ItemSize.require(SdkValues.INSTANCE.size(row), () -> items.mapper().describe(write.row()));
            request = new WriteRequest(new PutRequest(write.row()));
        } else {
            Object given = ((Delete) operation).key();
            items = registry.ofKey(given);
            row = items.encodeKey(Registry.plain(given));
            request = new WriteRequest(new DeleteRequest(row));
        }
        tables.put(items.table().name(), items.table());
        RowKey rowKey = items.rowKey(row);
        entries.remove(rowKey);
        entries.put(rowKey, new Entry(operation, items, row, request));
    }

    private BatchWriteResult run() {
        List<RowKey> rowKeys = new ArrayList<>(entries.keySet());
        for (int start = 0; start < rowKeys.size(); start += CHUNK) {
            write(rowKeys.subList(start, Math.min(start + CHUNK, rowKeys.size())));
        }
        return result();
    }

    private void write(List<RowKey> chunk) {
        if (stopped) {
            unwritten.addAll(chunk);
            return;
        }
        Map<String, List<WriteRequest>> pending = new LinkedHashMap<>();
        for (RowKey rowKey : chunk) {
            pending.computeIfAbsent(rowKey.tableName(), name -> new ArrayList<>())
                    .add(requireNonNull(entries.get(rowKey)).request());
        }
        int maxRetries = strategy.getMaxRetryOnUnprocessedItems(Collections.unmodifiableMap(pending));
        for (int retries = 0; !pending.isEmpty(); retries++) {
            Map<String, List<WriteRequest>> sent = pending;
            try {
                pending = requests.send(
                        OPERATION,
                        COMMAND,
                        new BatchWriteItemRequest(sent),
                        BatchWriteItemResult::getUnprocessedItems,
                        ErrorContext.during(() -> describe(rowKeys(sent))));
            } catch (AmazonClientException e) {
                fail(sent, e);
                return;
            }
            if (!pending.isEmpty()) {
                if (maxRetries >= 0 && retries >= maxRetries) {
                    unwritten.addAll(rowKeys(pending));
                    return;
                }
                Pause.of(strategy.getDelayBeforeRetryUnprocessedItems(Collections.unmodifiableMap(pending), retries));
            }
        }
    }

    private String describe(List<RowKey> sent) {
        return sent.size() == 1
                ? "batch write, " + requireNonNull(entries.get(sent.get(0))).describe()
                : "batch write of " + sent.size() + " items to "
                        + String.join(
                                ", ",
                                sent.stream().map(RowKey::tableName).distinct().toList());
    }

    /** As the mapper does: what is rejected goes in parts, throttling is waited out, and the other chunks go on. */
    private void fail(Map<String, List<WriteRequest>> sent, AmazonClientException e) {
        List<RowKey> failed = rowKeys(sent);
        List<List<RowKey>> smaller =
                Trouble.isOfTheRequest(e) ? parts.of(failed, Trouble.isOfAnItem(e), RowKey::tableName) : List.of();
        if (!smaller.isEmpty()) {
            smaller.forEach(this::write);
            return;
        }
        unwritten.addAll(failed);
        failures.add(e);
        stopped |= Trouble.isHopeless(e);
        if (e instanceof AmazonServiceException rejection && RetryUtils.isThrottlingException(rejection)) {
            Pause.of(strategy.getDelayBeforeRetryUnprocessedItems(Collections.unmodifiableMap(sent), 0));
        }
    }

    private List<RowKey> rowKeys(Map<String, List<WriteRequest>> requests) {
        List<RowKey> rowKeys = new ArrayList<>();
        requests.forEach((name, writes) -> {
            TableContext<?> table = requireNonNull(tables.get(name));
            for (WriteRequest write : writes) {
                Map<String, AttributeValue> row = write.getPutRequest() == null
                        ? write.getDeleteRequest().getKey()
                        : write.getPutRequest().getItem();
                rowKeys.add(table.rowKey(row));
            }
        });
        return rowKeys;
    }

    private BatchWriteResult result() {
        List<Object> clobbers = new ArrayList<>();
        List<Object> deletes = new ArrayList<>();
        for (RowKey rowKey : unwritten) {
            BatchWriteSet.Operation operation =
                    requireNonNull(entries.get(rowKey)).operation();
            if (operation instanceof Clobber clobber) {
                clobbers.add(clobber.item());
            } else if (operation instanceof Delete delete) {
                deletes.add(delete.key());
            }
        }
        return BatchWriteResult.of(clobbers, deletes, failures);
    }
}
