package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Get;
import com.amazonaws.services.dynamodbv2.model.ItemResponse;
import com.amazonaws.services.dynamodbv2.model.TransactGetItem;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import dev.tempest.ItemSet;
import dev.tempest.internal.AskedItems;
import dev.tempest.internal.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The read transactions of a database. */
final class TransactionLoad {
    private TransactionLoad() {}

    static ItemSet load(Connection connection, Registry registry, Iterable<?> keys) {
        AskedItems<RowKey, AttributeValue> asked = new AskedItems<>();
        Set<RowKey> rowKeys = new LinkedHashSet<>();
        List<TransactGetItem> gets = new ArrayList<>();
        for (Object key : keys) {
            Items<Object, Object> items = registry.ofKey(key);
            Map<String, AttributeValue> row = items.encodeKey(Registry.plain(key));
            RowKey rowKey = items.table().rowKey(row);
            asked.add(key, rowKey, items);
            if (rowKeys.add(rowKey)) {
                gets.add(new TransactGetItem()
                        .withGet(new Get().withTableName(items.table().name()).withKey(row)));
            }
        }
        Transactions.checkSize(gets.size(), "keys", "Load them in parts, or by batchLoad.");
        if (gets.isEmpty()) {
            return ItemSet.builder().build();
        }
        TransactGetItemsRequest request = connection.prepared(new TransactGetItemsRequest().withTransactItems(gets));
        List<ItemResponse> responses = Refusals.during(
                () -> "transactional load of " + rowKeys.size() + " keys",
                () -> connection.client().transactGetItems(request).getResponses());
        return asked.items(rows(rowKeys, responses));
    }

    /** The rows that there are; responses come in the order of the request. */
    private static Map<RowKey, Map<String, AttributeValue>> rows(Set<RowKey> rowKeys, List<ItemResponse> responses) {
        Map<RowKey, Map<String, AttributeValue>> rows = new HashMap<>();
        Iterator<ItemResponse> next = responses.iterator();
        for (RowKey rowKey : rowKeys) {
            Map<String, AttributeValue> row = next.next().getItem();
            if (row != null) {
                rows.put(rowKey, row);
            }
        }
        return rows;
    }
}
