package dev.tempest.sdk1.internal.batch;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Get;
import com.amazonaws.services.dynamodbv2.model.ItemResponse;
import com.amazonaws.services.dynamodbv2.model.TransactGetItem;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsResult;
import dev.tempest.ItemSet;
import dev.tempest.internal.batch.AskedRows;
import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.write.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** TransactGetItems: the items of up to 100 keys, as they were at one moment. */
public final class TransactGetOperation {
    private static final Command<TransactGetItemsRequest, TransactGetItemsResult> COMMAND = new Command<>(
            "TransactGetItems",
            false,
            AmazonDynamoDB::transactGetItems,
            TransactGetItemsRequest::getReturnConsumedCapacity,
            TransactGetItemsRequest::setReturnConsumedCapacity,
            TransactGetItemsResult::getConsumedCapacity);

    private static final OperationInfo OPERATION = OperationInfo.ofMany("transactionLoad");

    private TransactGetOperation() {}

    public static ItemSet load(Requests requests, Registry registry, Iterable<?> keys) {
        AskedRows<AttributeValue> asked = new AskedRows<>();
        List<TransactGetItem> gets = new ArrayList<>();
        for (Object key : keys) {
            Items<Object, Object> items = registry.ofKey(key);
            Map<String, AttributeValue> row = items.encodeKey(Registry.plain(key));
            if (asked.add(key, row, items)) {
                gets.add(new TransactGetItem()
                        .withGet(new Get().withTableName(items.tableName()).withKey(row)));
            }
        }
        PageLimits.checkOperations(gets.size(), "keys", "Load them in parts, or by batchLoad.");
        if (gets.isEmpty()) {
            return ItemSet.builder().build();
        }
        return requests.send(
                OPERATION,
                COMMAND,
                new TransactGetItemsRequest().withTransactItems(gets),
                result -> asked.items(result.getResponses(), ItemResponse::getItem),
                ErrorContext.during(() -> "transactional load of " + gets.size() + " keys"));
    }
}
