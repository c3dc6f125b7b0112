package orders;

import app.cash.tempest2.InlineView;
import app.cash.tempest2.LogicalTable;
import app.cash.tempest2.SecondaryIndex;

/** The views of the table. */
public interface OrderTable extends LogicalTable<OrderItem> {
  InlineView<Order.Key, Order> orders();

  InlineView<OrderLine.Key, OrderLine> lines();

  SecondaryIndex<Order.ByStatus, Order> byStatus();
}
