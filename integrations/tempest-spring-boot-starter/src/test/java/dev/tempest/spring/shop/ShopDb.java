package dev.tempest.spring.shop;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public interface ShopDb extends LogicalDb {
    @TableName("orders")
    OrderTable orders();

    @TableName("archived_orders")
    OrderTable archive();

    @Table(partitionKey = "order_id")
    interface OrderTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Order.Key, Order> orders();
    }

    record Order(@Attribute(name = "order_id") String id, int total) {
        record Key(String id) {}
    }
}
