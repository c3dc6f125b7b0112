package dev.tempest.sdk1.internal.batch;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Get;
import com.amazonaws.services.dynamodbv2.model.ItemResponse;
import com.amazonaws.services.dynamodbv2.model.TransactGetItem;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import dev.tempest.ItemSet;
import dev.tempest.internal.batch.AskedRows;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.request.Refusals;
import dev.tempest.sdk1.internal.write.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The read transactions of a database. */
public final class TransactionLoad {
    private TransactionLoad() {}

    public static ItemSet load(Connection connection, Registry registry, Iterable<?> keys) {
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
        Transactions.checkSize(gets.size(), "keys", "Load them in parts, or by batchLoad.");
        if (gets.isEmpty()) {
            return ItemSet.builder().build();
        }
        TransactGetItemsRequest request = connection.prepared(new TransactGetItemsRequest().withTransactItems(gets));
        List<ItemResponse> responses = Refusals.during(
                () -> "transactional load of " + gets.size() + " keys",
                () -> connection.client().transactGetItems(request).getResponses());
        return asked.items(responses, ItemResponse::getItem);
    }
}
