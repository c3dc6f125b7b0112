package dev.tempest.sdk1.internal.batch;

import com.amazonaws.AbortedException;
import com.amazonaws.AmazonClientException;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.BatchLoadContext;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.KeysAndAttributes;
import dev.tempest.internal.batch.AskedRows;
import dev.tempest.internal.batch.AskedRows.Row;
import dev.tempest.internal.batch.Parts;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.BatchLoadConfig;
import dev.tempest.sdk1.LoadedItems;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Pause;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.Trouble;
import dev.tempest.sdk1.internal.write.Items;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** BatchGetItem: asks for each row once, however often it was asked for, and returns the items in the caller's order. */
public final class BatchGetOperation {
    private static final Command<BatchGetItemRequest, BatchGetItemResult> COMMAND = new Command<>(
            "BatchGetItem",
            false,
            AmazonDynamoDB::batchGetItem,
            BatchGetItemRequest::getReturnConsumedCapacity,
            BatchGetItemRequest::setReturnConsumedCapacity,
            BatchGetItemResult::getConsumedCapacity);

    private static final OperationInfo OPERATION = OperationInfo.ofMany("batchLoad");

    private final Requests requests;
    private final BatchLoadConfig config;
    private final BatchLoadRetryStrategy strategy;
    private final AskedRows<AttributeValue> asked = new AskedRows<>();
    private final List<ConsumedCapacity> consumed = new ArrayList<>();

    private BatchGetOperation(Requests requests, BatchLoadConfig config) {
        this.requests = requests;
        this.config = config;
        BatchLoadRetryStrategy chosen = config.retryStrategy();
        this.strategy = chosen == null ? requests.connection().config().getBatchLoadRetryStrategy() : chosen;
    }

    public static LoadedItems load(Requests requests, Registry registry, Iterable<?> keys, BatchLoadConfig config) {
        return requests.call(OPERATION, call -> new BatchGetOperation(call, config).load(registry, keys));
    }

    private LoadedItems load(Registry registry, Iterable<?> keys) {
        for (Object key : keys) {
            Items<Object, Object> items = registry.ofKey(key);
            asked.add(key, items.encodeKey(Registry.plain(key)), items);
        }
        return run();
    }

    private LoadedItems run() {
        Deque<List<Row<AttributeValue>>> chunks = new ArrayDeque<>();
        List<Row<AttributeValue>> rows = new ArrayList<>(asked.rows());
        for (int start = 0; start < rows.size(); start += config.maxPageSize()) {
            chunks.add(rows.subList(start, Math.min(start + config.maxPageSize(), rows.size())));
        }
        Parts parts = new Parts();
        Set<Row<AttributeValue>> left = new HashSet<>();
        AmazonClientException cause = null;
        for (List<Row<AttributeValue>> chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            boolean goesOn;
            try {
                Set<Row<AttributeValue>> unprocessed = load(chunk);
                left.addAll(unprocessed);
                goesOn = unprocessed.isEmpty();
            } catch (AbortedException e) {
                throw e;
            } catch (AmazonClientException e) {
                goesOn = Trouble.isOfTheRequest(e);
                List<List<Row<AttributeValue>>> smaller =
                        goesOn ? parts.of(chunk, Trouble.isOfAnItem(e), Row::tableName) : List.of();
                chunks.addAll(smaller);
                if (smaller.isEmpty()) {
                    left.addAll(chunk);
                    cause = e;
                }
            }
            if (!goesOn) {
                // The rest would fare no better, and make things worse.
                chunks.forEach(left::addAll);
                chunks.clear();
            }
        }
        if (!left.isEmpty()) {
            throw asked.unprocessed(left, cause);
        }
        return new LoadedItems(asked.items(), consumed);
    }

    private Set<Row<AttributeValue>> load(List<Row<AttributeValue>> chunk) {
        Map<String, List<Map<String, AttributeValue>>> keys = new LinkedHashMap<>();
        for (Row<AttributeValue> row : chunk) {
            keys.computeIfAbsent(row.tableName(), name -> new ArrayList<>()).add(row.key());
        }
        boolean consistentRead = requests.connection().consistent(config.consistentReads());
        Map<String, KeysAndAttributes> requestItems = new HashMap<>();
        keys.forEach((name, tableKeys) -> requestItems.put(
                name, new KeysAndAttributes().withKeys(tableKeys).withConsistentRead(consistentRead)));
        BatchGetItemRequest request = new BatchGetItemRequest()
                .withRequestItems(requestItems)
                .withReturnConsumedCapacity(Command.name(config.returnConsumedCapacity()));
        BatchLoadContext context = new BatchLoadContext(request);
        for (int retries = 1; ; retries++) {
            BatchGetItemResult result = requests.send(
                    OPERATION,
                    COMMAND,
                    request,
                    response -> response,
                    ErrorContext.during(
                            () -> "batch load of " + chunk.size() + " keys from " + String.join(", ", keys.keySet())));
            keep(result);
            Set<Row<AttributeValue>> unprocessed = unprocessed(result);
            context.setBatchGetItemResult(result);
            if (unprocessed.isEmpty() || !strategy.shouldRetry(context)) {
                return unprocessed;
            }
            context.setRetriesAttempted(retries);
            Pause.of(strategy.getDelayBeforeNextRetry(context));
            request.setRequestItems(result.getUnprocessedKeys());
        }
    }

    private void keep(BatchGetItemResult result) {
        if (result.getConsumedCapacity() != null) {
            consumed.addAll(result.getConsumedCapacity());
        }
        result.getResponses()
                .forEach((name, found) ->
                        found.forEach(row -> asked.row(name, row).found(row)));
    }

    private Set<Row<AttributeValue>> unprocessed(BatchGetItemResult result) {
        Set<Row<AttributeValue>> unprocessed = new HashSet<>();
        if (result.getUnprocessedKeys() != null) {
            result.getUnprocessedKeys()
                    .forEach((name, left) -> left.getKeys().forEach(key -> unprocessed.add(asked.row(name, key))));
        }
        return unprocessed;
    }
}
