package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Get;
import com.amazonaws.services.dynamodbv2.model.ItemResponse;
import com.amazonaws.services.dynamodbv2.model.TransactGetItem;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import dev.tempest.ItemSet;
import dev.tempest.internal.AskedRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The read transactions of a database. */
final class TransactionLoad {
    private TransactionLoad() {}

    static ItemSet load(Connection connection, Registry registry, Iterable<?> keys) {
        AskedRows<AttributeValue> asked = new AskedRows<>();
        List<TransactGetItem> gets = new ArrayList<>();
        for (Object key : keys) {
            Items<Object, Object> items = registry.ofKey(key);
            Map<String, AttributeValue> row = items.encodeKey(Registry.plain(key));
            Table<?> table = items.table();
            if (asked.add(key, table.rowKey(row), row, items)) {
                gets.add(new TransactGetItem()
                        .withGet(new Get().withTableName(table.name()).withKey(row)));
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
        return items(asked, responses);
    }

    /** Responses come in the order of the request. */
    private static ItemSet items(AskedRows<AttributeValue> asked, List<ItemResponse> responses) {
        Iterator<ItemResponse> next = responses.iterator();
        for (AskedRows.Row<AttributeValue> row : asked.rows()) {
            Map<String, AttributeValue> found = next.next().getItem();
            if (found != null) {
                row.found(found);
            }
        }
        return asked.items();
    }
}
