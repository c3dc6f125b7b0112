package dev.tempest.tests.checks;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.List;

/** A database of orders, synchronous and asynchronous. */
final class Shop {
    private Shop() {}

    record Order(
            @Attribute(name = "partition_key") String id,
            @Attribute(prefix = "ORDER_") String sort_key,
            String customer,
            Long placed_at,
            String note,
            Long expires_at) {
        record Key(String id, String sort_key) {}

        @ForIndex(name = "by_customer")
        record ByCustomer(String customer, Long placed_at, String id, String sort_key) {}
    }

    /** As much of an order as a lean index holds. */
    record OrderLine(
            @Attribute(name = "partition_key") String id,
            @Attribute(prefix = "LINE_") String sort_key,
            Long placed_at) {
        @ForIndex(name = "by_time")
        record ByTime(String id, String sort_key, Long placed_at) {}
    }

    record OrdersOfCustomer(List<Order> orders) {
        @ForIndex(name = "by_customer")
        record Key(String customer) {}
    }

    @TimeToLive("expires_at")
    interface OrderTable extends LogicalTable<OrderRow> {
        InlineView<Order.Key, Order> orders();

        SecondaryIndex<Order.ByCustomer, Order> ordersByCustomer();

        SecondaryIndex<OrderLine.ByTime, OrderLine> linesByTime();
    }

    interface ShopDb extends LogicalDb {
        @TableName("orders")
        OrderTable orders();
    }

    @TimeToLive("expires_at")
    interface AsyncOrderTable extends AsyncLogicalTable<OrderRow> {
        AsyncInlineView<Order.Key, Order> orders();

        AsyncSecondaryIndex<Order.ByCustomer, Order> ordersByCustomer();

        AsyncSecondaryIndex<OrderLine.ByTime, OrderLine> linesByTime();
    }

    interface AsyncShopDb extends AsyncLogicalDb {
        @TableName("orders")
        AsyncOrderTable orders();
    }

    /** The orders for somebody to whom time to live does not matter. */
    interface EternalOrderTable extends LogicalTable<OrderRow> {
        ItemCollection<OrdersOfCustomer.Key, OrdersOfCustomer> ordersOfCustomer();
    }

    interface EternalDb extends LogicalDb {
        @TableName("orders")
        EternalOrderTable orders();
    }

    interface AsyncEternalOrderTable extends AsyncLogicalTable<OrderRow> {
        AsyncItemCollection<OrdersOfCustomer.Key, OrdersOfCustomer> ordersOfCustomer();
    }

    interface AsyncEternalDb extends AsyncLogicalDb {
        @TableName("orders")
        AsyncEternalOrderTable orders();
    }
}
