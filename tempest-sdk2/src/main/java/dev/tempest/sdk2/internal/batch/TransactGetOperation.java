package dev.tempest.sdk2.internal.batch;

import dev.tempest.ItemSet;
import dev.tempest.internal.batch.AskedRows;
import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.write.ItemOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** TransactGetItems: items of any tables and types, all as they were at one time. */
public final class TransactGetOperation {
    private static final Command<TransactGetItemsRequest, TransactGetItemsResponse> COMMAND = new Command<>(
            "TransactGetItems", false, DynamoDbClient::transactGetItems, DynamoDbAsyncClient::transactGetItems);

    private static final OperationInfo OPERATION = OperationInfo.ofMany("transactionLoad");

    private TransactGetOperation() {}

    public static Exchange<?, ?, ItemSet> load(Registry registry, Iterable<?> keys) {
        AskedRows<AttributeValue> asked = new AskedRows<>();
        List<TransactGetItem> gets = new ArrayList<>();
        for (Object key : keys) {
            ItemOperations<Object, Object> operations = registry.ofKey(key);
            Map<String, AttributeValue> row = operations.encodeKey(Registry.plain(key));
            if (asked.add(key, row, operations)) {
                gets.add(TransactGetItem.builder()
                        .get(get -> get.tableName(operations.tableName()).key(row))
                        .build());
            }
        }
        PageLimits.checkOperations(gets.size(), "keys", "Load them in parts, or by batchLoad.");
        if (gets.isEmpty()) {
            return Exchange.completed(ItemSet.builder().build());
        }
        return Exchange.of(
                OPERATION,
                COMMAND,
                TransactGetItemsRequest.builder().transactItems(gets).build(),
                response -> asked.items(response.responses(), each -> each.hasItem() ? each.item() : null),
                ErrorContext.during(() -> "transactional load of " + gets.size() + " keys"));
    }
}
